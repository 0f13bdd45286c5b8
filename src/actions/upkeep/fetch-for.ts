import type { Result } from '../../backend/index.ts';
import { keepFor, keptFor } from '../../state/upkeep.ts';
import type { UpkeepState } from '../../state/upkeep.ts';

type Lists = 'ledgers' | 'histories' | 'stepLists';
type ListIn<Name extends Lists> =
  UpkeepState[Name] extends ReadonlyMap<string, { value: infer Value }>
    ? NonNullable<Value>
    : never;

/** Read something for one record; what was read before stays on the screen meanwhile. */
export async function fetchFor<Name extends Lists>(
  name: Name,
  id: string,
  ask: () => Promise<Result<ListIn<Name>>>,
): Promise<void> {
  const held = keptFor(name, id) as { value: unknown } | null;
  const before = held?.value ?? null;
  keepFor(name, id, { status: 'loading', value: before } as never);
  const result = await ask();
  const kept =
    result.tag === 'ok'
      ? { status: 'loaded', value: result.value }
      : { status: 'failed', value: before };
  keepFor(name, id, kept as never);
}
