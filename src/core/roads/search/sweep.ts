/**
 * One shortest-path search: Dijkstra's algorithm with buckets for a queue (Dial 1969; buckets wider than one unit after
 * Denardo & Fox 1979, exact because a bucket is worked through until nothing in it improves any more). Costs are whole
 * milliseconds. Labels are wiped by going back over what the search touched, so that a short search pays only for
 * itself, with no stamp to compare at every step.
 */
import { NO_ROUTE } from './costs.ts';
import type { Adjacency } from './graph.ts';

/** What a search reports to: `settle` hears every label of a marked node and returns how far the search still has to go. */
export interface Watcher {
  /** Per search node: 0 = not watched. */
  mark: Int32Array;
  /** Called with non-falling bucket order; a node may be heard again with a smaller label. Returns the new limit. */
  settle: (node: number, label: number, limit: number) => number;
}

export class Sweep {
  /** Milliseconds from the start to each search node; NO_ROUTE where it did not get. Valid until the next run. */
  readonly label: Int32Array;
  private readonly shift: number;
  private readonly buckets: Int32Array;
  private pool: Int32Array;
  private pushed = 0;
  /** Counts the searches: labels belong to the last one alone. */
  runs = 0;

  /** `longest` = largest arc cost; `typical` = an ordinary one, which decides only the speed. */
  constructor(nodes: number, longest: number, typical: number) {
    this.label = new Int32Array(nodes).fill(NO_ROUTE);
    // As narrow as is useful, yet no more buckets than stay in the processor's nearest memory.
    let shift = Math.max(0, Math.floor(Math.log2(Math.max(1, typical / 3))));
    while (longest >> shift > 8190) shift++;
    this.shift = shift;
    let buckets = 4;
    while (buckets < (longest >> shift) + 2) buckets *= 2;
    this.buckets = new Int32Array(buckets).fill(-1);
    this.pool = new Int32Array(1 << 12);
  }

  /** Forgets the last search. */
  private wipe(): void {
    const { label, pool } = this;
    if (this.pushed > label.length >> 2) label.fill(NO_ROUTE);
    else for (let i = 0; i < this.pushed; i++) label[pool[2 * i]!] = NO_ROUTE;
    this.pushed = 0;
  }

  /**
   * Searches along `adjacency` from `starts` (pairs of search node and milliseconds) up to `limit` milliseconds,
   * inclusive. Every label at or below the final limit is exact.
   */
  run(
    { first, links }: Adjacency,
    starts: ArrayLike<number>,
    limit: number,
    watcher: Watcher,
  ): void {
    this.wipe();
    this.runs++;
    const { label, buckets, shift } = this;
    const around = buckets.length - 1;
    const { mark } = watcher;
    let pool = this.pool;
    let pushed = 0;
    let waiting = 0;
    let at = NO_ROUTE;
    limit = Math.min(limit, NO_ROUTE - 1);
    for (let i = 0; i < starts.length; i += 2) at = Math.min(at, starts[i + 1]!);
    at >>= shift;
    // Starts may lie further apart than the buckets reach: those go in when their turn comes.
    const later: number[] = [];
    for (let i = 0; i < starts.length; i += 2) later.push(i);
    later.sort((a, b) => starts[b + 1]! - starts[a + 1]!);
    for (;;) {
      while (later.length > 0 && starts[later[later.length - 1]! + 1]! >> shift === at) {
        const i = later.pop()!;
        const node = starts[i]!;
        const cost = starts[i + 1]!;
        if (cost >= label[node]! || cost > limit) continue;
        label[node] = cost;
        if (2 * pushed === pool.length) this.pool = pool = grown(pool);
        pool[2 * pushed] = node;
        pool[2 * pushed + 1] = buckets[at & around]!;
        buckets[at & around] = pushed++;
        waiting++;
      }
      const slot = at & around;
      let entry = buckets[slot]!;
      while (entry !== -1) {
        buckets[slot] = pool[2 * entry + 1]!;
        waiting--;
        const node = pool[2 * entry]!;
        const here = label[node]!;
        if (here >> shift === at && here <= limit) {
          if (mark[node] !== 0) limit = watcher.settle(node, here, limit);
          const end = 2 * first[node + 1]!;
          for (let i = 2 * first[node]!; i < end; i += 2) {
            const next = links[i]!;
            const cost = here + links[i + 1]!;
            if (cost < label[next]! && cost <= limit) {
              label[next] = cost;
              if (2 * pushed === pool.length) this.pool = pool = grown(pool);
              const bucket = (cost >> shift) & around;
              pool[2 * pushed] = next;
              pool[2 * pushed + 1] = buckets[bucket]!;
              buckets[bucket] = pushed++;
              waiting++;
            }
          }
        }
        entry = buckets[slot]!;
      }
      if (waiting === 0) {
        if (later.length === 0) break;
        at = starts[later[later.length - 1]! + 1]! >> shift;
      } else at++;
      if (at > limit >> shift) break;
    }
    if (waiting > 0) buckets.fill(-1);
    this.pushed = pushed;
  }
}

function grown(pool: Int32Array): Int32Array {
  const larger = new Int32Array(2 * pool.length);
  larger.set(pool);
  return larger;
}
