/**
 * Who asks: a bearer token as the console has one, or the account's e-mail and password (HTTP Basic, for desktop GIS). A
 * password is tried like at the sign-in screen, throttled and noted; once right it is remembered for a few minutes by
 * its hash, so that a map's many requests do not sign in again and again.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '../engine.ts';
import { sessionOf } from '../sign-in-log.ts';
import type { SignInLog } from '../sign-in-log.ts';
import type { SignInThrottle } from '../throttle.ts';
import { WRONG_TAKES } from '../throttle.ts';
import { OgcRefusal } from './problem.ts';

/** Milliseconds a right password is remembered at most; never longer than the token lives. */
const REMEMBERED = 5 * 60_000;
const MOST = 1000;

interface Known {
  token: string;
  until: number;
}

interface Asker {
  authorization: string | undefined;
  /** Address of who asks. */
  peer: string;
  agent: string;
}

export interface SignInParts {
  engine: Pick<Engine, 'answer'>;
  publishableKey: string;
  throttle: SignInThrottle;
  signIns?: SignInLog | undefined;
}

const CHALLENGE = { 'WWW-Authenticate': 'Basic realm="Muster", charset="UTF-8"' } as const;

export class OgcSignIn {
  private readonly known = new Map<string, Known>();
  private readonly secret = randomBytes(32);

  constructor(private readonly parts: SignInParts) {}

  /** A token for the database's gateway. @throws OgcRefusal sign_in, wrong_password, throttled */
  async tokenOf({ authorization, peer, agent }: Asker): Promise<string> {
    const [, scheme = '', value = ''] = /^(\S+)\s+(\S+)\s*$/.exec(authorization ?? '') ?? [];
    if (scheme.toLowerCase() === 'bearer') return value;
    if (scheme.toLowerCase() !== 'basic') throw new OgcRefusal('sign_in', {}, CHALLENGE);
    const text = Buffer.from(value, 'base64').toString('utf8');
    const at = text.indexOf(':');
    const email = text.slice(0, at).trim().toLowerCase();
    if (at < 1) throw new OgcRefusal('sign_in', {}, CHALLENGE);
    const key = createHmac('sha256', this.secret).update(text).digest('base64');
    const there = this.known.get(key);
    if (there !== undefined && there.until > Date.now()) return there.token;
    this.known.delete(key);
    return this.trySignIn(email, text.slice(at + 1), key, peer, agent);
  }

  private async trySignIn(
    email: string,
    password: string,
    key: string,
    peer: string,
    agent: string,
  ): Promise<string> {
    const { engine, publishableKey, throttle, signIns } = this.parts;
    const attempt = throttle.attempt(email.slice(0, 255), peer);
    if (attempt.wait > 0) {
      const seconds = Math.ceil(attempt.wait / 1000);
      throw new OgcRefusal('throttled', { seconds }, { 'Retry-After': String(seconds) });
    }
    if ('delay' in attempt && attempt.delay > 0) await sleep(attempt.delay);
    const arrived = performance.now();
    const answer = await engine.answer({
      method: 'POST',
      path: '/auth/v1/token?grant_type=password',
      headers: [
        ['apikey', publishableKey],
        ['content-type', 'application/json'],
      ],
      body: Buffer.from(JSON.stringify({ email, password })),
    });
    if (answer.status !== 200) {
      await sleep(Math.max(0, WRONG_TAKES - (performance.now() - arrived)));
      if (answer.status === 400) signIns?.failed(email, peer);
      throw new OgcRefusal('wrong_password', {}, CHALLENGE);
    }
    if ('succeeded' in attempt) attempt.succeeded();
    const session = sessionOf(answer.body);
    if (session !== null) signIns?.succeeded(session, peer, agent);
    const { access_token: token, expires_in: life } = JSON.parse(
      Buffer.from(answer.body).toString('utf8'),
    ) as {
      access_token: string;
      expires_in: number;
    };
    if (this.known.size >= MOST)
      for (const oldest of this.known.keys()) return this.keep(key, token, life, oldest);
    return this.keep(key, token, life, null);
  }

  private keep(key: string, token: string, life: number, instead: string | null): string {
    if (instead !== null) this.known.delete(instead);
    this.known.set(key, {
      token,
      until: Date.now() + Math.min(REMEMBERED, Math.max(0, life - 30) * 1000),
    });
    return token;
  }
}
