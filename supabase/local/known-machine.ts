/**
 * A machine that has signed an account in before: a cookie says so, one for each account, signed so that nobody can make one.
 * It opens nothing. It only keeps the failures of others, at the same address or anywhere, from being counted against it.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Seconds: half a year. */
const LIFE = 180 * 24 * 3600;

export class KnownMachines {
  readonly #secret: Buffer;

  constructor(secret: string) {
    this.#secret = createHmac('sha256', secret).update('machines that signed in').digest();
  }

  /** @returns the machine's id; null for one that never signed this account in */
  of(account: string, cookies: string | undefined): string | null {
    const name = this.#name(account);
    for (const part of (cookies ?? '').split(';')) {
      const [key, value = ''] = part.trim().split('=');
      if (key !== name) continue;
      const [id = '', mac = ''] = value.split('.');
      const [shown, right] = [Buffer.from(mac), Buffer.from(this.#sign(account, id))];
      if (id !== '' && shown.length === right.length && timingSafeEqual(shown, right)) return id;
    }
    return null;
  }

  /** The header that makes it known. */
  cookie(account: string, secure: boolean): string {
    const id = randomBytes(12).toString('base64url');
    const value = `${this.#name(account)}=${id}.${this.#sign(account, id)}`;
    return `${value}; Max-Age=${LIFE}; Path=/auth/v1/token; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  }

  /** Tells nothing of the account's address. */
  #name(account: string): string {
    return `muster-known-${createHmac('sha256', this.#secret).update(`name\n${account}`).digest('hex').slice(0, 12)}`;
  }

  #sign(account: string, id: string): string {
    return createHmac('sha256', this.#secret).update(`${id}\n${account}`).digest('base64url');
  }
}
