/** Items named by a depot's inventory text, into lots and counts. */
import { randomUUID } from 'node:crypto';
import { stockWrites, withOtherStock } from '../../../src/core/import/index.ts';
import type { KnownLot, Placed, Warning } from '../../../src/core/import/index.ts';
import type { Queryable } from '../../local/queryable.ts';
import { insertRows, jsonChunks, updateRows } from './bulk.ts';
import { registerWords } from './speech.ts';

interface LotRow {
  id: string;
  depot_id: string;
  external_id: string;
  item: string;
  version: number;
  archived: boolean;
  moved: boolean;
  quantity: string | number | null;
}

export interface WrittenStock {
  /** Ids of depots whose stock changed. */
  touched: Set<string>;
  warnings: Warning[];
}

const NAMED = 10;

const warning = (code: 'stock_gone' | 'stock_kept', lots: readonly KnownLot[]): Warning[] =>
  lots.length === 0
    ? []
    : [
        {
          code,
          params: {
            count: lots.length,
            items: lots
              .slice(0, NAMED)
              .map(({ item }) => item)
              .join('、'),
          },
        },
      ];

export async function writeStock(tx: Queryable, placed: readonly Placed[]): Promise<WrittenStock> {
  const concerned = withOtherStock(placed);
  const there = concerned.filter(({ stored }) => stored !== null).map(({ id }) => id);
  const writes = stockWrites(concerned, await lotsOf(tx, there), registerWords.unitUnstated, randomUUID);
  const { lots, counts, gone, back, kept, touched } = writes;
  if (lots.length > 0) await insertRows(tx, 'stock_lot', lots);
  const now = new Date().toISOString();
  const moves = [
    ...gone.map(({ id }) => ({ id, archived_at: now })),
    ...back.map(({ id }) => ({ id, archived_at: null })),
  ];
  if (moves.length > 0) await updateRows(tx, 'stock_lot', 'id', moves);
  for (const { json } of jsonChunks(counts))
    await tx.query(
      `insert into public.stock_movement (lot_id, movement, quantity, at, undated, reason)
       select x.lot_id, 'count', x.quantity, coalesce(x.at, now()), x.at is null, x.reason
       from jsonb_to_recordset($1::jsonb) as x(lot_id uuid, quantity numeric, at timestamptz, reason text)`,
      [json],
    );
  return { touched, warnings: [...warning('stock_gone', gone), ...warning('stock_kept', kept)] };
}

async function lotsOf(tx: Queryable, depots: readonly string[]): Promise<KnownLot[]> {
  if (depots.length === 0) return [];
  const rows = await tx.query<LotRow>(
    `select l.id, l.depot_id, l.external_id, l.item, l.version, l.archived_at is not null as archived, b.quantity,
       -- Imports only count.
       exists (select from public.stock_movement m where m.lot_id = l.id and m.movement <> 'count') as moved
     from public.stock_lot l, lateral muster.stock_balance(l.id) b
     where l.external_id is not null and l.depot_id::text in (select jsonb_array_elements_text($1::jsonb))`,
    [JSON.stringify(depots)],
  );
  return rows.map(({ depot_id: depotId, external_id: externalId, quantity, moved, ...lot }) => ({
    ...lot,
    depotId,
    externalId,
    quantity: quantity === null ? null : Number(quantity),
    // A count by hand shows in the number.
    moved: moved ? true : null,
  }));
}
