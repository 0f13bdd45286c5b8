/**
 * Slows down guessing of passwords. Each failure is counted for the account and for the address it came from; past a
 * few failures either must wait, twice as long each time. The wait stays short enough that a commander whose account
 * somebody else is guessing at gets in within minutes.
 */

export interface ThrottleLimits {
  /** Failures that cost nothing. */
  free: number;
  /** First wait in milliseconds, doubled by every further failure up to the longest. */
  firstWait: number;
  longestWait: number;
}

const ACCOUNT: ThrottleLimits = { free: 5, firstWait: 15_000, longestWait: 300_000 };
const ADDRESS: ThrottleLimits = { free: 15, firstWait: 15_000, longestWait: 300_000 };
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

  fail(key: string, now: number): void {
    const known = this.#entries.get(key);
    const failures = known && now - known.last < FORGOTTEN_AFTER ? known.failures + 1 : 1;
    const over = failures - this.#limits.free;
    const wait = over < 0 ? 0 : Math.min(this.#limits.longestWait, this.#limits.firstWait * 2 ** Math.min(over, 20));
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

export class SignInThrottle {
  readonly #accounts = new Counter(ACCOUNT);
  readonly #addresses = new Counter(ADDRESS);
  readonly #clock: () => number;

  constructor(clock: () => number = Date.now) {
    this.#clock = clock;
  }

  /**
   * Asks to try a password. An attempt counts as failed until it is known to have succeeded, so that many at once get
   * no further than many in a row.
   * @returns milliseconds to wait before trying again, or what to call when the attempt succeeded
   */
  attempt(account: string, address: string): { wait: number } | { wait: 0; succeeded: () => void } {
    const now = this.#clock();
    const wait = Math.max(this.#accounts.wait(account, now), this.#addresses.wait(address, now));
    if (wait > 0) return { wait };
    this.#accounts.fail(account, now);
    this.#addresses.fail(address, now);
    return {
      wait: 0,
      succeeded: () => {
        this.#accounts.forget(account);
        this.#addresses.takeBack(address);
      },
    };
  }
}
