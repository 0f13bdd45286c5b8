/** Places that searches look for, prepared once: which search nodes to listen at and what to add there. */
import { NO_ROUTE } from './costs.ts';
import type { Watcher } from './sweep.ts';

/** `ends[t]` are target t's pairs of search node and milliseconds beyond it. */
export class WatchList {
  readonly size: number;
  /** Search node → 1 + its first entry; entries of one node are chained by `next`. */
  readonly mark: Int32Array;
  readonly target: Int32Array;
  readonly extra: Int32Array;
  readonly next: Int32Array;
  /** Milliseconds found so far. */
  readonly best: Int32Array;

  constructor(nodes: number, ends: readonly (readonly number[])[]) {
    this.size = ends.length;
    const entries = ends.reduce((sum, end) => sum + end.length / 2, 0);
    this.mark = new Int32Array(nodes);
    this.target = new Int32Array(entries);
    this.extra = new Int32Array(entries);
    this.next = new Int32Array(entries);
    this.best = new Int32Array(ends.length).fill(NO_ROUTE);
    let at = 0;
    ends.forEach((end, t) => {
      for (let i = 0; i < end.length; i += 2) {
        this.target[at] = t;
        this.extra[at] = end[i + 1]!;
        this.next[at] = this.mark[end[i]!]!;
        this.mark[end[i]!] = ++at;
      }
    });
  }
}

/** Listens until the best of every target is known. `best` already holds what needs no search. */
export function untilAll(list: WatchList, limit: number): Watcher & { reach: () => number } {
  const { mark, target, extra, next, best } = list;
  let open = 0;
  for (let t = 0; t < list.size; t++) if (best[t] === NO_ROUTE) open++;
  const furthest = (): number => {
    let most = 0;
    for (let t = 0; t < list.size; t++) if (best[t]! > most) most = best[t]!;
    return Math.min(limit, most);
  };
  return {
    mark,
    reach: () => (open === 0 ? furthest() : limit),
    settle: (node, label, reach) => {
      for (let entry = mark[node]!; entry !== 0; entry = next[entry - 1]!) {
        const t = target[entry - 1]!;
        const total = label + extra[entry - 1]!;
        if (total >= best[t]!) continue;
        if (best[t] === NO_ROUTE) open--;
        best[t] = total;
        if (open === 0) reach = furthest();
      }
      return reach;
    },
  };
}
