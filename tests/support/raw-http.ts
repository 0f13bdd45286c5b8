/** HTTP as an attacker would send it: any Host, any path, any header, nothing followed, nothing normalised. */
import { request } from 'node:http';

export interface RawAnswer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: Buffer;
  text: string;
  json(): unknown;
}

export interface RawOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

export function raw(address: string, path: string, options: RawOptions = {}): Promise<RawAnswer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: hostname.replace(/^\[|\]$/g, ''),
        port,
        path,
        method: options.method ?? 'GET',
        headers: options.headers ?? {},
        agent: false,
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const body = Buffer.concat(parts);
          const text = body.toString('utf8');
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body,
            text,
            json: () => JSON.parse(text),
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });
}

export interface Tokens {
  access_token: string;
  refresh_token: string;
  expires_in: number;
}

interface App {
  address: string;
  publishableKey: string;
}

export function signIn(app: App, email: string, password: string): Promise<RawAnswer> {
  return raw(app.address, '/auth/v1/token?grant_type=password', {
    method: 'POST',
    headers: { apikey: app.publishableKey, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
}

export async function tokensOf(
  app: App,
  account: { email: string; password: string },
): Promise<Tokens> {
  const answer = await signIn(app, account.email, account.password);
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json() as Tokens;
}

/** A request to the REST interface as somebody signed in (`null` = not signed in). */
export function rest(
  app: App,
  token: string | null,
  path: string,
  options: RawOptions = {},
): Promise<RawAnswer> {
  return raw(app.address, `/rest/v1/${path}`, {
    ...options,
    headers: {
      apikey: app.publishableKey,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(options.body ? { 'content-type': 'application/json' } : {}),
      ...options.headers,
    },
  });
}
