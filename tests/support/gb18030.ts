/** Text in GB 18030, which the platform only reads: the two-byte characters, which are all that an office file has. */
let bytesOf: Map<string, readonly [number, number]> | null = null;

function table(): Map<string, readonly [number, number]> {
  if (bytesOf !== null) return bytesOf;
  const decoder = new TextDecoder('gb18030');
  bytesOf = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !bytesOf.has(character)) bytesOf.set(character, [lead, trail]);
    }
  return bytesOf;
}

/** @throws Error for a character that takes four bytes */
export function inGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const pair = code < 0x80 ? [code] : table().get(character);
    if (pair === undefined) throw new Error(`${character} takes four bytes`);
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}
