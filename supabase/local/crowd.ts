/** How many questions PostgreSQL is asked at once, with the rest told to come again rather than to wait in vain. */

/** In work or waiting for one of the pool's ten sessions. */
const MOST = 400;
/** Milliseconds a newcomer may expect to wait; consoles give a question up after twenty seconds. */
const LONGEST_WAIT = 12_000;
const ALWAYS = 20;
/** Sessions of the pool: with so few inside nobody waits, and how long one of them takes says nothing of a queue. */
const SESSIONS = 10;
/**
 * Of so many answers the pace is told: twice as many as come together. Those of ten sessions that began together end together,
 * and of fewer it would be nothing just after they came, and all of the wait just before.
 */
const ANSWERS = 2 * SESSIONS;

export class Crowd {
  readonly #clock: () => number;
  #inside = 0;
  /** Milliseconds between the last answers while some waited. */
  readonly #gaps: number[] = [];
  #lastAt = 0;

  constructor(clock: () => number = performance.now.bind(performance)) {
    this.#clock = clock;
  }

  /** Mean milliseconds between two answers while some wait: the pace at which a queue becomes shorter. */
  get #pace(): number {
    return this.#gaps.length === 0
      ? 0
      : this.#gaps.reduce((sum, gap) => sum + gap, 0) / this.#gaps.length;
  }

  /** Runs `work`, or answers null at once when too many are inside already. */
  async admit<T>(work: () => Promise<T>): Promise<T | null> {
    if (
      this.#inside >= ALWAYS &&
      (this.#inside >= MOST || this.#inside * this.#pace > LONGEST_WAIT)
    )
      return null;
    this.#inside += 1;
    if (this.#inside === SESSIONS + 1) this.#lastAt = this.#clock();
    try {
      return await work();
    } finally {
      if (this.#inside > SESSIONS) {
        const now = this.#clock();
        this.#gaps.push(now - this.#lastAt);
        if (this.#gaps.length > ANSWERS) this.#gaps.shift();
        this.#lastAt = now;
      }
      this.#inside -= 1;
    }
  }
}
