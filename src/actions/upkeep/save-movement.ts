/** Recording movements. What was typed stays until the server has acknowledged it. */
import { backend } from '../../backend/index.ts';
import type { Shelter, StockLot } from '../../core/model/index.ts';
import { readEntry } from '../../core/stock/index.ts';
import type { MovementSubject, ReadEntry } from '../../core/stock/index.ts';
import { mergeRecords } from '../../state/records.ts';
import { keepFor, keptFor } from '../../state/upkeep.ts';
import type { EntryDraft, EntrySave } from '../../state/upkeep.ts';
import { notify } from '../notify.ts';
import { loadOccupancyLedger, loadStockLedger } from './load-ledger.ts';

export const lotSubject = ({ quantity, depotId }: StockLot): MovementSubject => ({
  has: quantity,
  wholeOnly: false,
  depotId,
});
export const shelterSubject = ({ occupancy }: Shelter): MovementSubject => ({
  has: occupancy,
  wholeOnly: true,
  depotId: null,
});

type Ready = Extract<ReadEntry, { tag: 'ok' }>;

/** The draft and what it says, marked as being saved; null when there is nothing that can be sent. */
function begin(of: string, subject: MovementSubject): { draft: EntryDraft; read: Ready } | null {
  const draft = keptFor('entries', of);
  if (draft === null || draft.save.tag === 'saving') return null;
  const read = readEntry(draft.entry, subject);
  keepFor('entries', of, {
    ...draft,
    tried: true,
    save: { tag: read.tag === 'ok' ? 'saving' : 'editing' },
  });
  return read.tag === 'ok' ? { draft, read } : null;
}

function stay(of: string, draft: EntryDraft, save: EntrySave): void {
  if (keptFor('entries', of)?.id === draft.id)
    keepFor('entries', of, { ...draft, tried: true, save });
}

function done(of: string, draft: EntryDraft): void {
  if (keptFor('entries', of)?.id === draft.id) keepFor('entries', of, null);
}

/** Record what was typed about a lot. */
export async function saveStockMovement(lot: StockLot): Promise<void> {
  const begun = begin(lot.id, lotSubject(lot));
  if (begun === null) return;
  const { draft, read } = begun;
  if (read.act === 'transfer') return transfer(lot, draft, read);
  const { act: movement, amount: quantity, reason } = read;
  const result = await backend().moveStock({
    id: draft.id,
    lotId: lot.id,
    movement,
    quantity,
    reason,
    at: null,
  });
  if (result.tag === 'ok' || result.tag === 'short') mergeRecords('stock_lot', [result.record]);
  if (result.tag === 'ok') {
    done(lot.id, draft);
    notify({ tag: 'stock-moved', lot: result.record, movement, quantity });
    void loadStockLedger(lot.id);
  } else if (result.tag === 'short') {
    stay(lot.id, draft, { tag: 'short', has: result.record.quantity ?? 0, asked: quantity });
  } else stay(lot.id, draft, { tag: 'failed', reason: result.tag });
}

async function transfer(lot: StockLot, draft: EntryDraft, read: Ready): Promise<void> {
  const { amount: quantity, reason, toDepotId } = read;
  if (toDepotId === null) return;
  const result = await backend().transferStock({
    id: draft.id,
    lotId: lot.id,
    toDepotId,
    quantity,
    reason,
  });
  if (result.tag === 'ok') {
    mergeRecords('stock_lot', [result.from, result.to]);
    done(lot.id, draft);
    notify({ tag: 'stock-transferred', lot: result.from, toDepotId, quantity });
    void loadStockLedger(lot.id);
  } else if (result.tag === 'short') {
    mergeRecords('stock_lot', [result.from]);
    stay(lot.id, draft, { tag: 'short', has: result.from.quantity ?? 0, asked: quantity });
  } else stay(lot.id, draft, { tag: 'failed', reason: result.tag });
}

/** Record what was typed about the people in a shelter. */
export async function saveOccupancyMovement(shelter: Shelter): Promise<void> {
  const begun = begin(shelter.id, shelterSubject(shelter));
  if (begun === null || begun.read.act === 'transfer') return;
  const { draft, read } = begun;
  const { act: movement, amount: people, reason } = read;
  if (movement === 'transfer') return;
  const wish = { id: draft.id, shelterId: shelter.id, movement, people, reason, at: null };
  const result = await backend().moveOccupancy(wish);
  if (result.tag === 'ok' || result.tag === 'short') mergeRecords('shelter', [result.record]);
  if (result.tag === 'ok') {
    done(shelter.id, draft);
    notify({ tag: 'people-moved', shelter: result.record, movement, people });
    void loadOccupancyLedger(shelter.id);
  } else if (result.tag === 'short') {
    stay(shelter.id, draft, { tag: 'short', has: result.record.occupancy ?? 0, asked: people });
  } else stay(shelter.id, draft, { tag: 'failed', reason: result.tag });
}
