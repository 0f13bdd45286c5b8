/** Networks in the database, sent as the console sends them, in one transaction: whole, or not at all. */
import { randomUUID } from 'node:crypto';
import type { RoadsRead } from '../../src/core/roads/incoming.ts';
import type { RoadReport } from '../../src/core/roads/report.ts';
import {
  edgePortion,
  graphPiece,
  networkFacts,
  pieceCount,
} from '../../src/core/roads/storing/rows.ts';
import type { Queryable } from './queryable.ts';
import { Refusal } from './text.ts';

interface StoredNetwork {
  district_code: string;
  name: string;
  edition: number;
  source: string;
  imported_at: string;
  length_m: number;
  bytes: number;
}

interface NewNetwork {
  district: string;
  /** As `buildNetwork` made it of `read.input`. */
  graph: Uint8Array;
  read: RoadsRead;
  report: RoadReport;
  /** A new one otherwise. */
  id?: string;
  onEdges?: (done: number, total: number) => void;
}

/**
 * Put a network in the place of the district's old one. Closures are another table's and stay.
 * @throws Refusal when there is no such district
 */
export async function storeNetwork(
  tx: Queryable,
  { district, graph, read, report, id = randomUUID(), onEdges }: NewNetwork,
): Promise<{ id: string; edition: number }> {
  const [known] = await tx.query('select 1 from public.district where code = $1', [district]);
  if (known === undefined) throw new Refusal('importer.districtUnknown', { code: district });
  const facts = networkFacts(district, read, report, graph);
  await tx.query('delete from public.road_network where id = $1::uuid', [id]);
  await tx.query('select public.road_upload_open($1::uuid, $2::jsonb)', [
    id,
    JSON.stringify(facts),
  ]);
  const pieces = pieceCount(graph);
  for (let part = 0; part < pieces; part++)
    await tx.query('select public.road_upload_graph($1::uuid, $2::int, $3)', [
      id,
      part,
      graphPiece(graph, part),
    ]);
  for (let next = 0; ;) {
    const portion = edgePortion(read, next);
    if (portion === null) break;
    await tx.query('select public.road_upload_edges($1::uuid, $2::jsonb)', [id, portion.json]);
    next = portion.next;
    onEdges?.(next, facts.edges);
  }
  await tx.query('select public.road_upload_assemble($1::uuid)', [id]);
  const [finished] = await tx.query<{ edition: number }>(
    `select (public.road_upload_finish($1::uuid) ->> 'edition')::int as edition`,
    [id],
  );
  if (typeof finished?.edition !== 'number') throw new Error('road_network: not stored');
  await tx.query(
    'delete from public.road_network where district_code = $1 and archived_at is not null',
    [district],
  );
  return { id, edition: finished.edition };
}

export const listNetworks = (db: Queryable): Promise<StoredNetwork[]> =>
  db.query<StoredNetwork>(
    `select n.district_code, d.name, n.edition, n.source, n.imported_at::text as imported_at, n.length_m,
       length(n.graph) as bytes
     from public.road_network n join public.district d on d.code = n.district_code
     where n.archived_at is null and n.sending is null order by d.path, n.edition`,
  );

/** @returns how many networks in use the district had; what was on its way or archived goes with them */
export async function removeNetworks(tx: Queryable, district: string): Promise<number> {
  const used = await tx.query(
    'select id, public.road_network_remove(id) from public.road_network where district_code = $1 and archived_at is null and sending is null',
    [district],
  );
  await tx.query('delete from public.road_network where district_code = $1', [district]);
  return used.length;
}
