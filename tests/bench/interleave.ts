/**
 * Fair timing of several contenders in one process: short turns in rotating order, so that a busy machine, a warming
 * processor or a garbage collection meets all of them; the median of the turns is what counts.
 */

export interface Contender {
  name: string;
  /** One call; `i` counts up, so that each call can ask something else. */
  call: (i: number) => unknown;
}

export interface Timing {
  /** Milliseconds per call, median over the turns. */
  ms: number;
  turns: number;
  callsPerTurn: number;
}

/** How long a turn should take, in ms: long against the clock's grain, short against the slice another process gets. */
const TURN_MS = 1.5;
/** A contender whose single call takes longer than this gets few turns. */
const SLOW_MS = 20;

/** Keeps results alive, so that no call is optimised away. */
let sink: unknown = null;
export const lastResult = (): unknown => sink;

/** Times each contender in `turns` turns (slow ones in `slowTurns`), after a warm-up. */
export function interleave(
  contenders: readonly Contender[],
  turns = 200,
  slowTurns = 5,
): Map<string, Timing> {
  const runs = contenders.map((contender) => ({
    ...contender,
    ...warmUp(contender),
    times: [] as number[],
    next: 0,
  }));
  for (let turn = 0; turn < turns; turn++) {
    for (let i = 0; i < runs.length; i++) {
      const run = runs[(i + turn) % runs.length]!;
      if (run.slow && turn >= slowTurns) continue;
      const from = run.next;
      const to = from + run.callsPerTurn;
      const started = performance.now();
      for (let call = from; call < to; call++) sink = run.call(call);
      run.times.push((performance.now() - started) / run.callsPerTurn);
      run.next = to;
    }
  }
  return new Map(
    runs.map(({ name, times, callsPerTurn }) => [
      name,
      { ms: median(times), turns: times.length, callsPerTurn },
    ]),
  );
}

/** Calls until the compiler has seen enough of it, and finds out how many calls fill a turn. */
function warmUp({ call }: Contender): { callsPerTurn: number; slow: boolean } {
  const started = performance.now();
  let calls = 0;
  let last = 0;
  while (calls < 1 || (performance.now() - started < 400 && calls < 20_000)) {
    const before = performance.now();
    sink = call(calls++);
    last = performance.now() - before;
  }
  if (calls === 1) return { callsPerTurn: 1, slow: last > SLOW_MS };
  const mean = (performance.now() - started) / calls;
  return { callsPerTurn: Math.max(1, Math.round(TURN_MS / mean)), slow: mean > SLOW_MS };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]!
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** Milliseconds of each of the rounds of things that are done once at a time (building an index), interleaved; medians. */
export function interleaveOnce(
  tasks: Record<string, () => unknown>,
  rounds: number,
): Record<string, number> {
  const times = new Map<string, number[]>(Object.keys(tasks).map((name) => [name, []]));
  for (let round = -2; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const started = performance.now();
      sink = task();
      if (round >= 0) times.get(name)?.push(performance.now() - started);
    }
  }
  return Object.fromEntries([...times].map(([name, values]) => [name, median(values)]));
}
