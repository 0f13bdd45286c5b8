/** pgRouting in a private PostgreSQL, for comparison: a graph is loaded once and asked many times. */
import postgres from 'postgres';
import { findPostgres, startPostgres } from './postgres.ts';

export const HOW_TO_GET_PGROUTING = 'no pgRouting found: apt-get install postgresql-15-pgrouting';

/** Whether PostgreSQL has it on this machine; a server named by its URL is asked when it starts. */
export const hasPgRouting = findPostgres(['postgis', 'pgtap', 'pgrouting']) !== null;

/** Edges by number; a negative cost means that the edge cannot be driven that way. Costs are milliseconds. */
export interface RoutingEdges {
  from: ArrayLike<number>;
  to: ArrayLike<number>;
  along: ArrayLike<number>;
  against: ArrayLike<number>;
  /** `LINESTRING(…)` of an edge, where routes are asked for with their lines. */
  line?: (edge: number) => string;
}

export interface PgRouting {
  version: string;
  /** Replaces the graph. */
  load(edges: RoutingEdges): Promise<void>;
  /** Milliseconds from each of the starts to each of the ends, row by row; Infinity = no route (or an unknown node). */
  times(starts: readonly number[], ends: readonly number[]): Promise<number[]>;
  /** Milliseconds to every one of the ends, and the lines of the routes to the nearest `best` as text. */
  timesAndLines(
    start: number,
    ends: readonly number[],
    best: number,
  ): Promise<{ ms: number[]; lines: string[] }>;
  /** Nodes within so many milliseconds of a start, with their milliseconds. */
  within(start: number, limitMs: number): Promise<Map<number, number>>;
  stop(): Promise<void>;
}

const PORTION = 20_000;
const EDGES = 'select id, source, target, cost, reverse_cost from road';

/** @throws when there is none, see `hasPgRouting` */
export async function startPgRouting(): Promise<PgRouting> {
  const server = await startPostgres();
  const sql = postgres(await server.createDatabase('empty'), { max: 1, onnotice: () => undefined });
  await sql`create extension pgrouting cascade`;
  await sql`create table road (id int primary key, source int not null, target int not null, cost float8 not null,
    reverse_cost float8 not null, line geometry (LineString))`;
  const [found] = await sql<{ version: string }[]>`select pgr_version() as version`;
  const timesOf = (
    rows: readonly { end: number; ms: number }[],
    ends: readonly number[],
  ): number[] => {
    const known = new Map(rows.map(({ end, ms }) => [end, ms]));
    return ends.map((end) => known.get(end) ?? Infinity);
  };

  return {
    version: found?.version ?? '',
    async load({ from, to, along, against, line }) {
      await sql`truncate road`;
      for (let first = 0; first < from.length; first += PORTION) {
        const rows = Array.from(
          { length: Math.min(PORTION, from.length - first) },
          (_, i) => first + i,
        );
        const column = (values: ArrayLike<number>): number[] =>
          rows.map((edge) => values[edge] ?? NaN);
        const lines = rows.map((edge) => line?.(edge) ?? null);
        await sql`insert into road select x.id, x.source, x.target, x.cost, x.reverse_cost, st_geomfromtext(x.line)
          from unnest(${rows}::int[], ${column(from)}::int[], ${column(to)}::int[], ${column(along)}::float8[],
            ${column(against)}::float8[], ${lines}::text[]) as x (id, source, target, cost, reverse_cost, line)`;
      }
      await sql`analyze road`;
    },
    async times(starts, ends) {
      const rows = await sql<{ start: number; end: number; ms: number }[]>`
        select start_vid::int as start, end_vid::int as end, agg_cost as ms
        from pgr_dijkstraCost(${EDGES}, ${[...new Set(starts)]}::int[], ${[...new Set(ends)]}::int[])`;
      return starts.flatMap((start) => {
        const own = timesOf(
          rows.filter((row) => row.start === start),
          ends,
        );
        // pgRouting leaves out the route from a node to itself.
        return own.map((ms, i) => (ends[i] === start ? 0 : ms));
      });
    },
    async timesAndLines(start, ends, best) {
      const rows = await sql<{ end: number; ms: number; line: string | null }[]>`
        with step as materialized (
          select end_vid, path_seq, edge, agg_cost
          from pgr_dijkstra(${EDGES}, ${start}::int, ${[...new Set(ends)]}::int[])
        ), reached as (
          select end_vid, agg_cost, row_number() over (order by agg_cost, end_vid) as place from step where edge = -1
        )
        select r.end_vid::int as end, r.agg_cost as ms, case when r.place <= ${best} then (
          select st_astext(st_linemerge(st_collect(e.line order by s.path_seq)))
          from step s join road e on e.id = s.edge where s.end_vid = r.end_vid
        ) end as line
        from reached r`;
      const ms = timesOf(rows, ends).map((one, i) => (ends[i] === start ? 0 : one));
      return { ms, lines: rows.flatMap(({ line }) => line ?? []) };
    },
    async within(start, limitMs) {
      const rows = await sql<{ node: number; ms: number }[]>`
        select node::int as node, agg_cost as ms from pgr_drivingDistance(${EDGES}, ${start}::int, ${limitMs}::float8)`;
      return new Map(rows.map(({ node, ms }) => [node, ms]));
    },
    async stop() {
      await sql.end({ timeout: 5 });
      await server.stop();
    },
  };
}
