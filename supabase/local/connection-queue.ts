/**
 * PGlite is one connection: whoever uses it must have it alone, or the statements of two requests would share one
 * transaction, and with it one identity. Turns are given in the order in which they were asked for. Whoever gives up
 * while waiting leaves the queue, and when those who wait would wait too long, newcomers are told so at once: a queue
 * that everybody has left would otherwise be worked off for nobody while new questions pile up behind it.
 */

/** Too many wait: nothing was done, ask again later. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

interface TurnOptions {
  /** Leaves the queue when it aborts before the turn came. */
  signal?: AbortSignal;
  /** May be told that it is busy; others always wait. */
  refusable?: boolean;
  /** Lets those pass that somebody at a screen waits for. */
  patient?: boolean;
}

interface Waiting {
  begin: () => void;
  patient: boolean;
}

/** Milliseconds a newcomer may expect to wait; consoles give a question up after twenty seconds. */
const LONGEST_WAIT = 6_000;
/** However quick they are: as many questions as this are no longer a queue but a crowd. */
const MOST_WAITING = 400;
/** With so few before it nobody is turned away, however slow they are. */
const ALWAYS = 4;
/** How many may pass a patient one in a row. */
const PASSED = 8;
/** Weight of the newest turn in the mean duration of turns. */
const NEWEST = 0.1;

export class ConnectionQueue {
  readonly #clock: () => number;
  readonly #waiting = new Set<Waiting>();
  #taken = false;
  #passed = 0;
  /** Mean duration of a turn in milliseconds. */
  #mean = 0;

  constructor(clock: () => number = performance.now.bind(performance)) {
    this.#clock = clock;
  }

  /** How many wait for their turn. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /**
   * Resolves when it is the caller's turn, with the function that ends the turn (calling it twice does no harm).
   * @throws Busy when `refusable` and too many wait; the signal's reason when it aborts first
   */
  async take({ signal, refusable = false, patient = false }: TurnOptions = {}): Promise<
    () => void
  > {
    signal?.throwIfAborted();
    if (this.#taken) {
      const before = this.#waiting.size;
      if (
        refusable &&
        before >= ALWAYS &&
        (before >= MOST_WAITING || before * this.#mean > LONGEST_WAIT)
      )
        throw new Busy('too many wait for the database');
      await this.#wait(signal, patient);
    }
    this.#taken = true;
    const began = this.#clock();
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      // A tool may hold its turn for long and once; that says nothing of the next ones.
      if (refusable) this.#mean += NEWEST * (this.#clock() - began - this.#mean);
      const next = this.#next();
      if (!next) return void (this.#taken = false);
      this.#waiting.delete(next);
      next.begin();
    };
  }

  /** The first that is not patient, but never more than some of those in a row while others wait. */
  #next(): Waiting | undefined {
    const [first] = this.#waiting;
    if (!first?.patient || this.#passed >= PASSED) {
      this.#passed = 0;
      return first;
    }
    for (const one of this.#waiting)
      if (!one.patient) {
        this.#passed += 1;
        return one;
      }
    return first;
  }

  #wait(signal: AbortSignal | undefined, patient: boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.delete(waiting);
        reject(signal?.reason instanceof Error ? signal.reason : new Error('given up'));
      };
      const waiting: Waiting = {
        begin: () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        },
        patient,
      };
      this.#waiting.add(waiting);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  async run<T>(work: () => Promise<T>, options: TurnOptions = {}): Promise<T> {
    const end = await this.take(options);
    try {
      return await work();
    } finally {
      end();
    }
  }
}
