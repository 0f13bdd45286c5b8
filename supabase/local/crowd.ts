/** How many questions PostgreSQL is asked at once, with the rest told to come again rather than to wait in vain. */

/** In work or waiting for one of the pool's ten sessions. */
const MOST = 400;
/** Milliseconds a newcomer may expect to wait; consoles give a question up after twenty seconds. */
const LONGEST_WAIT = 12_000;
const ALWAYS = 20;
/** Weight of the newest answer in the mean of what passes between two answers. */
const NEWEST = 0.05;

export class Crowd {
  readonly #clock: () => number;
  #inside = 0;
  /** Mean milliseconds between two answers while there is work: the pace at which a queue becomes shorter. */
  #pace = 0;
  #lastAt: number | null = null;

  constructor(clock: () => number = performance.now.bind(performance)) {
    this.#clock = clock;
  }

  /** Runs `work`, or answers null at once when too many are inside already. */
  async admit<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.#inside >= ALWAYS && (this.#inside >= MOST || this.#inside * this.#pace > LONGEST_WAIT)) return null;
    if (this.#inside === 0) this.#lastAt = this.#clock();
    this.#inside += 1;
    try {
      return await work();
    } finally {
      this.#inside -= 1;
      const now = this.#clock();
      this.#pace += NEWEST * (now - (this.#lastAt ?? now) - this.#pace);
      this.#lastAt = now;
    }
  }
}
