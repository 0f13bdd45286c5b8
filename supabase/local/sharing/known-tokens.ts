/** Tokens that the database's own gateway has accepted, for as long as they are good: nobody else's word is taken here. */
import { createHash } from 'node:crypto';
import type { PlainRequest } from '../plain-http.ts';

export interface Bearer {
  user: string;
  session: string;
}

/** Tokens kept at most; the oldest goes first. */
const MOST = 5_000;

export class KnownTokens {
  readonly #known = new Map<string, Bearer & { until: number }>();

  /** Whose token a request bears; null when it is not known here or has run out. */
  bearerOf(request: PlainRequest): Bearer | null {
    const key = keyOf(request);
    const known = key === null ? undefined : this.#known.get(key);
    return known && known.until > Date.now() ? known : null;
  }

  /** The token of this request was just accepted. */
  accepted(request: PlainRequest): void {
    const key = keyOf(request);
    const claims = claimsOf(header(request, 'authorization'));
    if (key === null || claims === null) return;
    if (this.#known.size >= MOST) for (const oldest of this.#known.keys()) if (this.#known.delete(oldest)) break;
    this.#known.set(key, claims);
  }
}

const header = ({ headers }: PlainRequest, name: string): string | null =>
  headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? null;

/** A request is judged by its token and its key together. */
function keyOf(request: PlainRequest): string | null {
  const token = header(request, 'authorization');
  if (token === null) return null;
  return createHash('sha256')
    .update(`${token}\n${header(request, 'apikey') ?? ''}`)
    .digest('base64');
}

/** What a token says, once somebody else has found its signature right. */
function claimsOf(authorization: string | null): (Bearer & { until: number }) | null {
  const payload = /^Bearer [^.]+\.([^.]+)\.[^.]+$/i.exec(authorization ?? '')?.[1];
  if (payload === undefined) return null;
  try {
    const said = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
    const { sub, session_id: session, exp } = said;
    if (typeof sub !== 'string' || typeof session !== 'string' || typeof exp !== 'number') return null;
    return { user: sub, session, until: exp * 1000 };
  } catch {
    return null;
  }
}
