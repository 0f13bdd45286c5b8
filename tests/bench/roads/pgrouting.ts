/** pgRouting over the same graph with the same costs, on a PostgreSQL of this machine; null where there is none. */
import { startPgRouting, hasPgRouting } from '../../support/pgrouting.ts';
import type { PgRouting } from '../../support/pgrouting.ts';
import { median } from '../interleave.ts';
import type { Ground } from './questions.ts';

export async function pgRoutingOf({ city, ms }: Ground): Promise<PgRouting | null> {
  if (!hasPgRouting) return null;
  const peer = await startPgRouting();
  await peer.load({
    from: city.edges.map(({ from }) => from),
    to: city.edges.map(({ to }) => to),
    along: ms,
    against: ms,
    line: (edge) =>
      `LINESTRING(${city.edges[edge]!.line.map((place) => place.join(' ')).join(',')})`,
  });
  return peer;
}

/** Median milliseconds of some calls one after the other, the first one unmeasured. */
export async function timed(calls: number, call: (i: number) => Promise<unknown>): Promise<number> {
  await call(0);
  const taken: number[] = [];
  for (let i = 1; i <= calls; i++) {
    const started = performance.now();
    await call(i);
    taken.push(performance.now() - started);
  }
  return median(taken);
}
