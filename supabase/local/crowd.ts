/** How many questions PostgreSQL is asked at once, with the rest told to come again rather than to wait in vain. */

/** In work or waiting for one of the pool's ten sessions. */
const MOST = 400;
/** Milliseconds a newcomer may expect to wait; consoles give a question up after twenty seconds. */
const LONGEST_WAIT = 12_000;
const ALWAYS = 20;
/** Sessions of the pool: with so few inside nobody waits, and how long one of them takes says nothing of a queue. */
const SESSIONS = 10;
/** Weight of the newest answer in the mean of what passes between two answers. */
const NEWEST = 0.1;

export class Crowd {
  readonly #clock: () => number;
  #inside = 0;
  /** Mean milliseconds between two answers while some wait: the pace at which a queue becomes shorter. */
  #pace = 0;
  #lastAt = 0;

  constructor(clock: () => number = performance.now.bind(performance)) {
    this.#clock = clock;
  }

  /** Runs `work`, or answers null at once when too many are inside already. */
  async admit<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.#inside >= ALWAYS && (this.#inside >= MOST || this.#inside * this.#pace > LONGEST_WAIT)) return null;
    this.#inside += 1;
    if (this.#inside === SESSIONS + 1) this.#lastAt = this.#clock();
    try {
      return await work();
    } finally {
      if (this.#inside > SESSIONS) {
        const now = this.#clock();
        this.#pace += NEWEST * (now - this.#lastAt - this.#pace);
        this.#lastAt = now;
      }
      this.#inside -= 1;
    }
  }
}
