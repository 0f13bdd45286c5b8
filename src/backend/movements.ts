/** Stock and people in and out. Numbers are sums of movements; the database lets none fall below zero. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { MOVEMENTS } from '../core/model/index.ts';
import type {
  Instant,
  Movement,
  OccupancyMovement,
  Shelter,
  StockLot,
  StockMovement,
} from '../core/model/index.ts';
import { instant, maybe, number, oneOf, text, truth } from './row-fields.ts';
import { EVIDENCE } from './results.ts';
import type { Evidence, Failure, Result } from './results.ts';
import type { RowShape } from './row-shapes.ts';
import { readRow } from './rows.ts';
import { call, callForList, members } from './shaped.ts';

/** A movement is evidence: a wrong one is answered by another movement. */
type Moved<Record> =
  | { tag: 'ok'; record: Record; reverse: Evidence }
  /** Less is there than was to be taken out; `record` says how much. */
  | { tag: 'short'; record: Record }
  /** The lot or shelter can no longer be seen. */
  | { tag: 'gone' }
  | Failure;

type Transferred =
  | { tag: 'ok'; from: StockLot; to: StockLot; reverse: Evidence }
  | { tag: 'short'; from: StockLot }
  | NotMoved;
type NotMoved = { tag: 'gone' } | Failure;

interface MovementWish {
  /** Made by the console: the same call again makes no second movement. */
  id: string;
  movement: Movement;
  reason: string | null;
  /** When it happened; null = now. */
  at: Instant | null;
}

export interface MovementCalls {
  moveStock(wish: MovementWish & { lotId: string; quantity: number }): Promise<Moved<StockLot>>;
  moveOccupancy(
    wish: MovementWish & { shelterId: string; people: number },
  ): Promise<Moved<Shelter>>;
  /** Out of a lot and into the lot of the same thing in another depot (made if missing), in one transaction. */
  transferStock(wish: {
    id: string;
    lotId: string;
    toDepotId: string;
    quantity: number;
    reason: string | null;
  }): Promise<Transferred>;
  /** Movements of some lots, newest first; at most 5,000. */
  stockMovements(lotIds: readonly string[], limit?: number): Promise<Result<StockMovement[]>>;
  occupancyMovements(shelterId: string, limit?: number): Promise<Result<OccupancyMovement[]>>;
}

const made = {
  id: text,
  districtCode: text,
  movement: oneOf(MOVEMENTS),
  at: instant,
  reason: maybe(text),
  createdBy: maybe(text),
  byName: maybe(text),
  createdAt: instant,
};
const STOCK: RowShape<StockMovement> = {
  ...made,
  lotId: text,
  quantity: number,
  undated: truth,
  transferId: maybe(text),
};
const OCCUPANCY: RowShape<OccupancyMovement> = {
  ...made,
  shelterId: text,
  people: number,
  undated: truth,
};

function readMoved<Record>(
  result: Result<unknown>,
  read: (row: unknown) => Record | null,
): Moved<Record> {
  if (result.tag !== 'ok') return result;
  const { outcome, record: row } = members(result.value);
  if (outcome === 'gone') return { tag: 'gone' };
  const record = read(row);
  if (record === null) return { tag: 'malformed' };
  if (outcome === 'short') return { tag: 'short', record };
  return outcome === 'saved' ? { tag: 'ok', record, reverse: EVIDENCE } : { tag: 'malformed' };
}

function readTransferred(result: Result<unknown>): Transferred {
  if (result.tag !== 'ok') return result;
  const { outcome, from: source, to: target } = members(result.value);
  if (outcome === 'gone') return { tag: 'gone' };
  const from = readRow('stock_lot', source);
  if (from === null) return { tag: 'malformed' };
  if (outcome === 'short') return { tag: 'short', from };
  const to = readRow('stock_lot', target);
  return outcome === 'saved' && to !== null
    ? { tag: 'ok', from, to, reverse: EVIDENCE }
    : { tag: 'malformed' };
}

export const movementCalls = (client: SupabaseClient): MovementCalls => ({
  moveStock: async ({ id, lotId, movement, quantity, reason, at }) =>
    readMoved(
      await call(client, 'move_stock', {
        p_id: id,
        p_lot: lotId,
        p_movement: movement,
        p_quantity: quantity,
        p_reason: reason,
        p_at: at,
      }),
      (row) => readRow('stock_lot', row),
    ),
  moveOccupancy: async ({ id, shelterId, movement, people, reason, at }) =>
    readMoved(
      await call(client, 'move_occupancy', {
        p_id: id,
        p_shelter: shelterId,
        p_movement: movement,
        p_people: people,
        p_reason: reason,
        p_at: at,
      }),
      (row) => readRow('shelter', row),
    ),
  transferStock: async ({ id, lotId, toDepotId, quantity, reason }) =>
    readTransferred(
      await call(client, 'transfer_stock', {
        p_id: id,
        p_lot: lotId,
        p_to_depot: toDepotId,
        p_quantity: quantity,
        p_reason: reason,
      }),
    ),
  stockMovements: (lotIds, limit = 200) =>
    callForList(client, 'stock_movements', { p_lots: lotIds, p_limit: limit }, STOCK),
  occupancyMovements: (shelterId, limit = 200) =>
    callForList(client, 'occupancy_movements', { p_shelter: shelterId, p_limit: limit }, OCCUPANCY),
});
