/** Passwords and telephone numbers do not travel in the clear: a database on another machine is reached with TLS or not at all. */
import { isIP } from 'node:net';
import { Refusal } from './text.ts';

/** The driver falls back to plain text for `prefer` and `allow`. */
const ENCRYPTED = new Set(['true', 'require', 'verify-ca', 'verify-full']);

const isThisMachine = (host: string): boolean =>
  host.startsWith('/') ||
  host === 'localhost' ||
  host === '::1' ||
  (isIP(host) === 4 && host.startsWith('127.'));

/**
 * @param url a connection string `postgres://…`; one that cannot be read is left to whoever opens it
 * @throws Refusal for another machine without `sslmode=require` or stricter
 */
export function refusePlainText(url: string, env: NodeJS.ProcessEnv = process.env): void {
  // Several hosts, for a stand-by, are no URL: the first names the shape, all of them are looked at.
  const parts = /^[a-z]+:\/\/(?:[^@/]*@)?([^/?]*)(?:[^?]*)(?:\?(.*))?$/is.exec(url);
  if (parts === null) return;
  const [, hosts = '', query = ''] = parts;
  const options = new URLSearchParams(query);
  const mode = options.get('sslmode') ?? options.get('ssl') ?? '';
  if (ENCRYPTED.has(mode)) return;
  const named = hosts.split(',').map((host) => {
    const name = /^\[(.*)\]/.exec(host)?.[1] ?? host.replace(/:\d*$/, '');
    return safelyDecoded(name) || env.PGHOST || 'localhost';
  });
  const remote = named.find((host) => !isThisMachine(host));
  if (remote !== undefined) throw new Refusal('gateway.databasePlainText', { place: remote });
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
