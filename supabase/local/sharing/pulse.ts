/**
 * What changed last, known once for all consoles. The database is asked when somebody wants to know and something may have
 * happened since; while nothing happens, once in a long while.
 */
import type { Queryable } from '../queryable.ts';

/** As muster.pulse() tells it. */
interface PulseRow {
  epoch: string;
  cursor: string;
  now: string;
  changed: Record<string, string>;
  moved: string;
  people: Record<string, Person> | null;
  ended: string[];
}

export interface Person {
  role: string;
  district: string;
  /** Changes when the person's rights do. */
  account: string;
}

export interface Beat {
  epoch: string;
  /** The lowest transaction that was not yet seen: whoever knows everything up to here asks with it next time. */
  cursor: string;
  /** Number of the last change of any record, or of one that moved. */
  last: bigint;
  /** Everybody who may do anything, by user id. */
  people: ReadonlyMap<string, Person>;
  /** Sessions that open nothing any more. */
  ended: ReadonlySet<string>;
  /** A higher number than that of the beat before when records or rights may have changed between the two. */
  generation: number;
  /** Cursors of the last minute, some ten seconds apart, newest first. */
  checkpoints: readonly string[];
  /** The database's clock, now (ISO). */
  now(): string;
}

interface PulseOptions {
  /** Milliseconds on a clock that only goes forward. */
  clock?: () => number;
}

/** The statement, so that an engine can tell it from those that may change something. */
export const PULSE = 'select muster.pulse($1::text) as pulse';
/** Milliseconds: between two questions while things change, so that a busy hour costs no more than this. */
const GAP = 2_000;
/** Milliseconds: how old an answer may become although nobody told of a change. */
const LONGEST = 10_000;
/** Milliseconds between two cursors that are remembered, and how many are. */
const CHECKPOINT = 10_000;
const CHECKPOINTS = 6;

export class Pulse {
  readonly #db: Queryable;
  readonly #clock: () => number;
  #beat: Beat | null = null;
  #askedAt = -Infinity;
  #stale = true;
  #asking: Promise<Beat> | null = null;
  #checkpoints: { cursor: string; at: number }[] = [];

  constructor(db: Queryable, { clock = performance.now.bind(performance) }: PulseOptions = {}) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Something may have changed. */
  readonly disturb = (): void => {
    this.#stale = true;
  };

  /** The moment, for `since`. */
  now(): number {
    return this.#clock();
  }

  /**
   * What was last known, at most some seconds old.
   * @param since a moment (`now`) after which the database has to have been asked: whoever changed something then wants to see it
   */
  async beat(since = -Infinity): Promise<Beat> {
    for (;;) {
      const age = this.#clock() - this.#askedAt;
      if (this.#beat && this.#askedAt >= since && age < (this.#stale ? GAP : LONGEST))
        return this.#beat;
      const asking = (this.#asking ??= this.#ask().finally(() => {
        this.#asking = null;
      }));
      const beat = await asking;
      if (this.#askedAt >= since) return beat;
    }
  }

  async #ask(): Promise<Beat> {
    const before = this.#beat;
    const askedAt = this.#clock();
    // What is told from here on may not be in the answer.
    this.#stale = false;
    let pulse: PulseRow | undefined;
    try {
      [pulse] = (await this.#db.query<{ pulse: PulseRow }>(PULSE, [before?.cursor ?? null])).map(
        (row) => row.pulse,
      );
    } finally {
      if (!pulse) this.#stale = true;
    }
    if (!pulse) throw new Error('the database has no pulse');
    const { epoch, cursor, moved, ended } = pulse;
    const last = [...Object.values(pulse.changed), moved]
      .map(BigInt)
      .reduce((a, b) => (a > b ? a : b), 0n);
    // A transaction that had not ended when the database was asked before carries at least that number.
    const same =
      before !== null &&
      before.epoch === epoch &&
      last < BigInt(before.cursor) &&
      pulse.people === null;
    const answeredAt = this.#clock();
    const clock = Date.parse(pulse.now);
    this.#askedAt = askedAt;
    if (before?.epoch !== epoch) this.#checkpoints = [];
    if (askedAt - (this.#checkpoints[0]?.at ?? -Infinity) >= CHECKPOINT)
      this.#checkpoints = [{ cursor, at: askedAt }, ...this.#checkpoints].slice(0, CHECKPOINTS);
    this.#beat = {
      epoch,
      cursor,
      last,
      people: pulse.people
        ? new Map(Object.entries(pulse.people))
        : (before?.people ?? new Map<string, Person>()),
      ended: new Set(ended),
      generation: (before?.generation ?? 0) + (same ? 0 : 1),
      checkpoints: this.#checkpoints.map((point) => point.cursor),
      now: () => new Date(clock + this.#clock() - answeredAt).toISOString(),
    };
    return this.#beat;
  }
}
