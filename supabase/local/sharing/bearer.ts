/**
 * Whose token a request bears, judged as the database's gateway judges it: signed here, still good, of somebody signed in,
 * and sent with this installation's key. What it opens is not asked of the token.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PlainRequest } from '../plain-http.ts';
import type { Secrets } from '../secrets.ts';

interface Bearer {
  user: string;
  session: string;
}

/** null for whatever is not plainly right: the database shall judge it. */
export function bearerOf(
  request: PlainRequest,
  { jwtSecret, publishableKey }: Secrets,
): Bearer | null {
  if (header(request, 'apikey') !== publishableKey) return null;
  const token = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/i.exec(
    header(request, 'authorization') ?? '',
  );
  const [, head = '', payload = '', signature = ''] = token ?? [];
  if (!token || said(head)?.alg !== 'HS256') return null;
  const right = createHmac('sha256', jwtSecret).update(`${head}.${payload}`).digest();
  const shown = Buffer.from(signature, 'base64url');
  if (shown.length !== right.length || !timingSafeEqual(shown, right)) return null;
  const { sub, session_id: session, exp, role } = said(payload) ?? {};
  if (typeof sub !== 'string' || typeof session !== 'string' || typeof exp !== 'number')
    return null;
  return role === 'authenticated' && exp * 1000 > Date.now() ? { user: sub, session } : null;
}

const header = ({ headers }: PlainRequest, name: string): string | null =>
  headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? null;

function said(part: string): Record<string, unknown> | null {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
  } catch {
    return null;
  }
}
