/** Identities that stay the same from load to load, so that links and tests can name a demo record. */
import { createHash } from 'node:crypto';

/** A UUID (version 8) made from a kind and a key that is unique within it. */
export function demoId(kind: string, key: string): string {
  const hex = createHash('sha256').update(`muster-demo/${kind}/${key}`).digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
