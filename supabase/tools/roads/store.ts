/** Networks in the database: written whole in one transaction, or not at all. */
import { createHash, randomUUID } from 'node:crypto';
import type { RoadsRead } from '../../../src/core/roads/incoming.ts';
import type { RoadReport } from '../../../src/core/roads/report.ts';
import type { RoadEdgeInput } from '../../../src/core/roads/types.ts';
import type { Queryable } from '../../local/queryable.ts';
import { Refusal } from '../../local/speech.ts';
import { jsonChunks } from '../importing/bulk.ts';

export interface StoredNetwork {
  district_code: string;
  name: string;
  edition: number;
  source: string;
  imported_at: string;
  length_m: number;
  bytes: number;
}

/** Base64 characters of one piece of the graph. */
const PIECE = 4_000_000;

export interface NewNetwork {
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
  const { input, origins, dataTime } = read;
  const [known] = await tx.query('select 1 from public.district where code = $1', [district]);
  if (known === undefined) throw new Refusal('importer.districtUnknown', { code: district });
  const [last] = await tx.query<{ edition: number }>(
    'select coalesce(max(edition), 0)::int as edition from public.road_network where district_code = $1',
    [district],
  );
  await tx.query('delete from public.road_network where district_code = $1', [district]);
  await stageGraph(tx, graph);
  const edition = (last?.edition ?? 0) + 1;
  const checksum = createHash('sha256').update(graph).digest('hex');
  const [west, south, east, north] = report.bounds;
  await tx.query(
    `insert into public.road_network (id, district_code, edition, source, data_time, west, south, east, north, length_m,
       report, checksum, graph)
     select $1::uuid, $2, $3::int, $4, $5::timestamptz, $6::float8, $7::float8, $8::float8, $9::float8, $10::float8,
       $11::jsonb, $12, (select string_agg(p.bytes, ''::bytea order by p.part) from road_graph_piece p)`,
    [
      id,
      district,
      edition,
      input.source,
      dataTime,
      west,
      south,
      east,
      north,
      report.kilometres * 1000,
      JSON.stringify(report),
      checksum,
    ],
  );
  await tx.query('drop table road_graph_piece');
  const rows = input.edges.map((edge, i) => edgeRow(edge, i, origins[i] ?? ''));
  let done = 0;
  for (const { json, count } of jsonChunks(rows)) {
    await tx.query(
      `insert into public.road_edge (network_id, edge, origin, class, name, forward, backward, speed_kmh, width_m,
         max_weight_t, max_height_m, bridge, tunnel, layer, ferry, geom)
       select $1::uuid, x.e, x.o, x.c, x.n, x.f, x.b, x.s, x.w, x.t, x.h, x.br, x.tu, x.l, x.fe,
         extensions.st_geomfromtext(x.g, 4326)
       from jsonb_to_recordset($2::jsonb) as x(e int, o text, c text, n text, f int2, b int2, s real, w real, t real,
         h real, br boolean, tu boolean, l int2, fe boolean, g text)`,
      [id, json],
    );
    done += count;
    onEdges?.(done, rows.length);
  }
  // On PGlite an error inside a statement may end it without rows and without an error.
  const [written] = await tx.query<{ count: number }>(
    'select count(*)::int as count from public.road_edge where network_id = $1::uuid',
    [id],
  );
  if (written?.count !== rows.length) throw new Error(`road_edge: ${written?.count ?? 0} of ${rows.length}`);
  return { id, edition };
}

/** A large parameter is sent in pieces. */
async function stageGraph(tx: Queryable, graph: Uint8Array): Promise<void> {
  await tx.query('create temporary table road_graph_piece (part int primary key, bytes bytea not null) on commit drop');
  const text = Buffer.from(graph.buffer, graph.byteOffset, graph.byteLength).toString('base64');
  for (let at = 0, part = 0; at < text.length; at += PIECE, part++)
    await tx.query(`insert into road_graph_piece values ($1::int, decode($2, 'base64'))`, [
      part,
      text.slice(at, at + PIECE),
    ]);
}

const edgeRow = (edge: RoadEdgeInput, number: number, origin: string): object => ({
  e: number,
  o: origin,
  c: edge.class,
  n: edge.name,
  f: edge.forward,
  b: edge.backward,
  s: edge.speedKmh,
  w: edge.widthM,
  t: edge.maxWeightT,
  h: edge.maxHeightM,
  br: edge.bridge,
  tu: edge.tunnel,
  l: edge.layer,
  fe: edge.ferry,
  g: `LINESTRING(${edge.line.map(([lng, lat]) => `${lng.toFixed(7)} ${lat.toFixed(7)}`).join(',')})`,
});

export const listNetworks = (db: Queryable): Promise<StoredNetwork[]> =>
  db.query<StoredNetwork>(
    `select n.district_code, d.name, n.edition, n.source, n.imported_at::text as imported_at, n.length_m,
       length(n.graph) as bytes
     from public.road_network n join public.district d on d.code = n.district_code
     where n.archived_at is null order by d.path, n.edition`,
  );

/** @returns how many networks the district had */
export async function removeNetworks(tx: Queryable, district: string): Promise<number> {
  const gone = await tx.query('delete from public.road_network where district_code = $1 returning 1 as gone', [
    district,
  ]);
  return gone.length;
}
