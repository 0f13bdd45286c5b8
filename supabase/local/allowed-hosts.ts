/**
 * Which `Host` a request may name. A page elsewhere that points its own name at this machine (DNS rebinding) names
 * itself, so only names a person listed and the address that was really called are good.
 */
import { isIP } from 'node:net';

/** The name in a Host header or an origin, without port and brackets, in lower case. */
function nameOf(host: string): string {
  const name = /^\[([^\]]+)\](?::\d+)?$/.exec(host)?.[1] ?? host.replace(/:\d+$/, '');
  return name.toLowerCase();
}

const plainAddress = (address: string): string => address.toLowerCase().replace(/^::ffff:/, '');

/**
 * @param listed names from MUSTER_HOSTS
 * @param localAddress the address of this machine that the connection came in on
 */
export function hostAllowed(
  host: string | undefined,
  listed: readonly string[],
  localAddress: string,
): boolean {
  if (!host) return false;
  const name = nameOf(host);
  if (listed.includes(name)) return true;
  const called = plainAddress(localAddress);
  const loopback = called === '::1' || called.startsWith('127.');
  if (name === 'localhost') return loopback;
  return (
    isIP(name) !== 0 && (plainAddress(name) === called || (loopback && /^(127\.|::1$)/.test(name)))
  );
}

/** A page may only speak to the origin it came from; tools send no Origin. */
export function sameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  try {
    return new URL(origin).host.toLowerCase() === host?.toLowerCase();
  } catch {
    return false;
  }
}
