/** Bytes as base64 text; a worker's `btoa` wants a string of characters first, which for megabytes is a detour. */

const DIGITS = new TextEncoder().encode(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
);
const PAD = 61;

export function base64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    text[at++] = DIGITS[a >> 2]!;
    text[at++] = DIGITS[((a & 3) << 4) | (b >> 4)]!;
    text[at++] = i + 1 < bytes.length ? DIGITS[((b & 15) << 2) | (c >> 6)]! : PAD;
    text[at++] = i + 2 < bytes.length ? DIGITS[c & 63]! : PAD;
  }
  return new TextDecoder().decode(text);
}
