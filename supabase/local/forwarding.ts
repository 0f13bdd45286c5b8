/** What of a request reaches the service behind the gateway, and what of its answer goes back. Everything else stays. */
import { isAllowed } from './allowed-requests.ts';

/** The sign-in calls the page makes. No sign-up, no admin, no mail, no third parties. */
const AUTH_CALLS: readonly { method: string; path: string; grants?: readonly string[] }[] = [
  { method: 'POST', path: '/auth/v1/token', grants: ['password', 'refresh_token'] },
  { method: 'POST', path: '/auth/v1/logout' },
  { method: 'GET', path: '/auth/v1/user' },
];

const REQUEST_HEADERS = ['apikey', 'authorization', 'accept', 'content-type', 'if-none-match'];
const RESPONSE_HEADERS = [
  'content-type',
  'content-range',
  'etag',
  'preference-applied',
  'retry-after',
  'x-sb-error-code',
  'www-authenticate',
];

export type Route = 'rest' | 'sign-in' | 'auth';

/** Which service a request is for; null = not forwarded. */
export function routeOf(method: string, url: URL): Route | null {
  if (url.pathname.startsWith('/rest/')) return isAllowed(method, url) ? 'rest' : null;
  const grant = url.searchParams.get('grant_type');
  const known = AUTH_CALLS.some(
    (call) =>
      call.method === method &&
      call.path === url.pathname &&
      (!call.grants ||
        (grant !== null &&
          call.grants.includes(grant) &&
          url.searchParams.getAll('grant_type').length === 1)),
  );
  if (!known) return null;
  return grant === 'password' ? 'sign-in' : 'auth';
}

/** What supabase-js asks for beside a request; nothing that counts rows or changes how a transaction ends. */
const PREFERENCES =
  /^(?:return=(?:minimal|representation|headers-only)|resolution=(?:merge|ignore)-duplicates|missing=default)$/;

/**
 * Whether a request asks for nothing that the page never asks for: another schema than `public`, or a body packed so that
 * a few bytes become many.
 */
export function speaksPlainly(headers: NodeJS.Dict<string | string[]>): boolean {
  const isPublic = (name: string): boolean =>
    headers[name] === undefined || headers[name] === 'public';
  const encoding = headers['content-encoding'];
  return (
    isPublic('accept-profile') &&
    isPublic('content-profile') &&
    (encoding === undefined || encoding === '' || encoding === 'identity')
  );
}

export function forwardedHeaders(headers: NodeJS.Dict<string | string[]>): [string, string][] {
  const asked = String(headers.prefer ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => PREFERENCES.test(one));
  const handedOn = plainHeaders(headers);
  return asked.length === 0 ? handedOn : [...handedOn, ['prefer', asked.join(',')]];
}

function plainHeaders(headers: NodeJS.Dict<string | string[]>): [string, string][] {
  return REQUEST_HEADERS.flatMap((name): [string, string][] => {
    const value = headers[name];
    return value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]];
  });
}

export function returnedHeaders(headers: readonly [string, string][]): [string, string][] {
  return headers.filter(([name]) => RESPONSE_HEADERS.includes(name.toLowerCase()));
}

/** Whoever has not signed in has nothing to say that is longer. */
const SMALL = 16 * 1024;

/** Calls that bring many records at once. */
const LARGE = /^\/rest\/v1\/rpc\/(?:import_|road_upload_|save_in_bulk)/;
/** One record: some thirty thousand corners, more than a boundary of a province has; checking a shape takes the square of them. */
const ONE_RECORD = 1024 * 1024;
const MANY_RECORDS = 8 * 1024 * 1024;

export const bringsOneRecord = (route: Route, path: string): boolean =>
  route === 'rest' && !LARGE.test(path);

/** Largest body in bytes that a request may bring. @param known whether a token of ours came with it */
export function bodyLimit(route: Route, known: boolean, path: string): number {
  if (route !== 'rest' || !known) return SMALL;
  return LARGE.test(path) ? MANY_RECORDS : ONE_RECORD;
}

/** What a call with each grant names in its body. */
const SIGN_IN_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['password', ['email', 'password']],
  ['refresh_token', ['refresh_token']],
]);

/**
 * Whether the body of a sign-in call is one the page sends: texts under their names. The service behind falls over anything
 * else and says so with its inside. @param grant as the call names it
 */
export function isSignInBody(body: Uint8Array, grant: string | null): boolean {
  const wanted = SIGN_IN_NAMES.get(grant ?? '');
  if (wanted === undefined) return true;
  try {
    const said = JSON.parse(Buffer.from(body).toString('utf8')) as Record<string, unknown> | null;
    return wanted.every((name) => typeof said?.[name] === 'string');
  } catch {
    return false;
  }
}

/** The account a sign-in names, as the throttle counts it. */
export function accountOf(body: Uint8Array): string {
  try {
    const { email } = JSON.parse(Buffer.from(body).toString('utf8')) as { email?: unknown };
    return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 255) : '';
  } catch {
    return '';
  }
}
