/**
 * Slows down guessing of passwords without keeping anybody out. Failures are counted for an account together with the machine
 * they come from, and for the address alone: whoever guesses waits, twice as long each time, and the account's owner at
 * another machine does not. A machine that has signed the account in before shows it by a cookie and is counted for itself,
 * also where many share an address. While an account is guessed at from many places, strange machines are answered slowly;
 * nobody is refused for what others did.
 */

/**
 * Milliseconds that a refused sign-in takes at least: more than comparing a password does, so that its time tells nobody
 * whether there is such an account.
 */
export const WRONG_TAKES = 800;

interface ThrottleLimits {
  /** Failures that cost nothing. */
  free: number;
  /** First wait in milliseconds, doubled by every further failure up to the longest. */
  firstWait: number;
  longestWait: number;
}

const MACHINE: ThrottleLimits = { free: 5, firstWait: 15_000, longestWait: 300_000 };
const ADDRESS: ThrottleLimits = { free: 15, firstWait: 15_000, longestWait: 300_000 };
/** Failures of an account, wherever from, after which strange machines are answered slowly. */
const GUESSED_AT = 20;
/** Milliseconds that a slow answer takes longer. */
const SLOWLY = 3_000;
/** Failures are forgotten after this long without another, in milliseconds. */
const FORGOTTEN_AFTER = 15 * 60_000;
/** Keys kept at most, so that a flood of invented accounts does not fill the memory. */
const MOST_KEYS = 20_000;

interface Entry {
  failures: number;
  last: number;
  until: number;
}

class Counter {
  readonly #entries = new Map<string, Entry>();
  readonly #limits: ThrottleLimits;

  constructor(limits: ThrottleLimits) {
    this.#limits = limits;
  }

  wait(key: string, now: number): number {
    return Math.max(0, (this.#entries.get(key)?.until ?? 0) - now);
  }

  failures(key: string, now: number): number {
    const known = this.#entries.get(key);
    return known && now - known.last < FORGOTTEN_AFTER ? known.failures : 0;
  }

  fail(key: string, now: number): void {
    const failures = this.failures(key, now) + 1;
    const over = failures - this.#limits.free;
    const wait =
      over < 0
        ? 0
        : Math.min(this.#limits.longestWait, this.#limits.firstWait * 2 ** Math.min(over, 20));
    this.#entries.delete(key);
    this.#entries.set(key, { failures, last: now, until: now + wait });
    if (this.#entries.size > MOST_KEYS)
      for (const oldest of this.#entries.keys()) return void this.#entries.delete(oldest);
  }

  takeBack(key: string): void {
    const known = this.#entries.get(key);
    if (!known) return;
    if (known.failures <= 1) this.#entries.delete(key);
    else this.#entries.set(key, { ...known, failures: known.failures - 1, until: 0 });
  }

  forget(key: string): void {
    this.#entries.delete(key);
  }
}

type Attempt =
  | { wait: number }
  /** `delay`: milliseconds to let pass before the password is tried. */
  | { wait: 0; delay: number; succeeded: () => void };

export class SignInThrottle {
  readonly #machines = new Counter(MACHINE);
  readonly #addresses = new Counter(ADDRESS);
  /** Only counted: nobody waits because of it. */
  readonly #accounts = new Counter({ free: Infinity, firstWait: 0, longestWait: 0 });
  readonly #clock: () => number;

  constructor(clock: () => number = Date.now) {
    this.#clock = clock;
  }

  /**
   * Asks to try a password. An attempt counts as failed until it is known to have succeeded, so that many at once get
   * no further than many in a row. @param machine that has signed this account in before, as it showed; null = a strange one
   * @returns milliseconds to wait before trying again, or what to call when the attempt succeeded
   */
  attempt(account: string, address: string, machine: string | null = null): Attempt {
    const now = this.#clock();
    const pair = machine === null ? `${account}\n${address}` : `${account}\n#${machine}`;
    const wait = Math.max(
      this.#machines.wait(pair, now),
      machine === null ? this.#addresses.wait(address, now) : 0,
    );
    if (wait > 0) return { wait };
    const delay =
      machine === null && this.#accounts.failures(account, now) >= GUESSED_AT ? SLOWLY : 0;
    this.#machines.fail(pair, now);
    this.#accounts.fail(account, now);
    if (machine === null) this.#addresses.fail(address, now);
    return {
      wait: 0,
      delay,
      succeeded: () => {
        this.#machines.forget(pair);
        this.#accounts.takeBack(account);
        if (machine === null) this.#addresses.takeBack(address);
      },
    };
  }
}
