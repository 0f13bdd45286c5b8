/** What is typed about a movement, before it is saved. */
import { newId } from '../../core/new-id.ts';
import type { MovementEntry, StockAct } from '../../core/stock/index.ts';
import { keepFor, keptFor } from '../../state/upkeep.ts';

/** Open the form for a lot or shelter, or choose another act in it; what was typed stays. */
export function startMovement(of: string, act: StockAct): void {
  const held = keptFor('entries', of);
  const entry: MovementEntry = {
    ...(held?.entry ?? { amount: '', reason: '', toDepotId: null }),
    act,
  };
  if (held?.save.tag === 'saving') return;
  // Another act is another movement: a save of the former one whose answer was lost must not stand for this one.
  keepFor('entries', of, { id: newId(), entry, tried: false, save: { tag: 'editing' } });
}

export function changeMovement(of: string, change: Partial<MovementEntry>): void {
  const held = keptFor('entries', of);
  if (held === null || held.save.tag === 'saving') return;
  const edited = held.save.tag === 'editing' ? held.id : newId();
  keepFor('entries', of, {
    ...held,
    id: edited,
    entry: { ...held.entry, ...change },
    save: { tag: 'editing' },
  });
}

/** Close the form and let go of what was typed. */
export const dropMovement = (of: string): void => keepFor('entries', of, null);
