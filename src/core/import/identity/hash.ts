/**
 * A short, stable fingerprint of text, the same on every machine: cyrb53 (public domain, by bryc), once per seed.
 * Two seeds give 106 bits: among a million rows the chance of any clash is about 1e-20. Not for secrets.
 */
function cyrb53(text: string, seed: number): string {
  let h1 = 0xdeadbeef ^ seed;
  let h2 = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ code, 2654435761);
    h2 = Math.imul(h2 ^ code, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return ((h2 & 0x1fffff) * 4294967296 + (h1 >>> 0)).toString(16).padStart(14, '0');
}

/** 28 hexadecimal digits. */
export const fingerprint = (text: string): string => cyrb53(text, 0) + cyrb53(text, 1);

/** A UUID (version 8: made from content) of a text, for records that have no external id of their own. */
export function uuidOf(text: string): string {
  const hex = fingerprint(text) + cyrb53(text, 2);
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
