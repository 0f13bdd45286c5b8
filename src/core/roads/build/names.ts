/** Street names as one run of UTF-8 bytes; equal names are kept once, name 0 is "none". */

export class NameList {
  private readonly numbers = new Map<string, number>([['', 0]]);

  /** The number of a name, 0 for null. */
  number(name: string | null): number {
    const text = name?.trim() ?? '';
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }

  columns(): { nameStart: Uint32Array; nameBytes: Uint8Array } {
    const encoder = new TextEncoder();
    const texts = [...this.numbers.keys()].map((text) => encoder.encode(text));
    const nameStart = new Uint32Array(texts.length + 1);
    texts.forEach((bytes, i) => (nameStart[i + 1] = nameStart[i]! + bytes.length));
    const nameBytes = new Uint8Array(nameStart[texts.length]!);
    texts.forEach((bytes, i) => nameBytes.set(bytes, nameStart[i]));
    return { nameStart, nameBytes };
  }
}
