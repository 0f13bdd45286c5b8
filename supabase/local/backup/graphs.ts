/**
 * Road graphs in a backup. A graph may be a hundred megabytes: as one value it would not fit the database's JSON nor, with a
 * few others, a text of ours. So a large one is written as rows of `road_graph_piece`, which is what pieces of a graph are
 * anyway, with one byte in its own place; once everything is back the pieces are put together again.
 */
import type { Queryable } from '../queryable.ts';
import { quoted } from './format.ts';
import type { StoredTable } from './format.ts';

const NETWORK = 'public.road_network';
const PIECE = 'public.road_graph_piece';
/** Bytes of a piece, and of the smallest graph that is written in pieces. */
const BYTES = 1_000_000;
/** What stands in the place of a graph that is written in pieces. No graph is that short. */
const PLACEHOLDER = '\\x00';

/** The rows of a table as one array of texts each. */
export function rowsOf({ name, columns }: StoredTable): string {
  const row = (values: readonly string[]): string =>
    `to_jsonb(array[${values.join(', ')}]::text[])`;
  const plain = columns.map((column) =>
    name === NETWORK && column.name === 'graph'
      ? `case when length(graph) > ${BYTES} then '${PLACEHOLDER}' else graph::text end`
      : `${quoted(column.name)}::text`,
  );
  const all = `select ${row(plain)} as row from ${quoted(name)}`;
  if (name !== PIECE) return all;
  const ofGraph: Readonly<Record<string, string>> = {
    network_id: 'n.id::text',
    part: 'p.part::text',
    bytes: `substring(n.graph from p.part * ${BYTES} + 1 for ${BYTES})::text`,
  };
  const pieces = columns.map((column) => ofGraph[column.name] ?? 'null');
  return `${all} union all select ${row(pieces)} from ${quoted(NETWORK)} n
    cross join lateral generate_series(0, (length(n.graph) - 1) / ${BYTES}) as p (part) where length(n.graph) > ${BYTES}`;
}

/** How many rows of a table are held at once. */
export const rowsAtOnce = (name: string): number => (name === PIECE ? 8 : 50);

/** Puts graphs together that came in pieces. @returns whether each is what its checksum says */
export async function assembleGraphs(tx: Queryable): Promise<boolean> {
  const [has] = await tx.query<{ pieces: boolean }>(
    `select to_regclass('${PIECE}') is not null as pieces`,
  );
  if (has?.pieces !== true) return true;
  const came = await tx.query<{ id: string }>(
    `select n.id from ${NETWORK} n where n.graph = '${PLACEHOLDER}'
       and exists (select 1 from ${PIECE} p where p.network_id = n.id)`,
  );
  for (const { id } of came) {
    await tx.query(
      `update ${NETWORK} set graph = (select string_agg(p.bytes, ''::bytea order by p.part) from ${PIECE} p
         where p.network_id = $1::uuid) where id = $1::uuid`,
      [id],
    );
    await tx.query(`delete from ${PIECE} where network_id = $1::uuid`, [id]);
    const [right] = await tx.query<{ is: boolean }>(
      `select checksum = encode(sha256(graph), 'hex') as is from ${NETWORK} where id = $1::uuid`,
      [id],
    );
    if (right?.is !== true) return false;
  }
  return true;
}
