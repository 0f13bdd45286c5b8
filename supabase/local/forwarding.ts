/** What of a request reaches the service behind the gateway, and what of its answer goes back. Everything else stays. */
import { isAllowed } from './allowed-requests.ts';

/** The sign-in calls the page makes. No sign-up, no admin, no mail, no third parties. */
const AUTH_CALLS: readonly { method: string; path: string; grants?: readonly string[] }[] = [
  { method: 'POST', path: '/auth/v1/token', grants: ['password', 'refresh_token'] },
  { method: 'POST', path: '/auth/v1/logout' },
  { method: 'GET', path: '/auth/v1/user' },
];

const REQUEST_HEADERS = [
  'apikey',
  'authorization',
  'accept',
  'accept-profile',
  'content-profile',
  'content-type',
  'if-none-match',
  'prefer',
  'range',
  'range-unit',
];
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
        (grant !== null && call.grants.includes(grant) && url.searchParams.getAll('grant_type').length === 1)),
  );
  if (!known) return null;
  return grant === 'password' ? 'sign-in' : 'auth';
}

export function forwardedHeaders(headers: NodeJS.Dict<string | string[]>): [string, string][] {
  return REQUEST_HEADERS.flatMap((name): [string, string][] => {
    const value = headers[name];
    return value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]];
  });
}

export function returnedHeaders(headers: readonly [string, string][]): [string, string][] {
  return headers.filter(([name]) => RESPONSE_HEADERS.includes(name.toLowerCase()));
}

/** Largest body in bytes that a route takes. */
export function bodyLimit(route: Route): number {
  return route === 'rest' ? 8 * 1024 * 1024 : 16 * 1024;
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
