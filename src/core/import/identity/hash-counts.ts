/** How often a 32-bit number was met: a table of plain integers, where a Map would make an object of every entry. */
export class HashCounts {
  private readonly hashes: Int32Array;
  private readonly counts: Int32Array;
  private readonly mask: number;

  /** @param most different numbers that may come */
  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(8, most * 2)));
    this.hashes = new Int32Array(size);
    this.counts = new Int32Array(size);
    this.mask = size - 1;
  }

  /** Returns its place, where `at` tells its count. */
  add(hash: number): number {
    const at = this.find(hash);
    this.hashes[at] = hash;
    this.counts[at] = this.at(at) + 1;
    return at;
  }

  at(place: number): number {
    return this.counts[place] ?? 0;
  }

  of(hash: number): number {
    return this.at(this.find(hash));
  }

  /** Where a number is, or the free place where it would be. */
  private find(hash: number): number {
    const { hashes, counts, mask } = this;
    let at = slotOf(hash) & mask;
    while (counts[at] !== 0 && hashes[at] !== hash) at = (at + 1) & mask;
    return at;
  }
}

/** Neighbouring hashes far from each other (a Fibonacci multiplier, its high bits brought down). */
export function slotOf(hash: number): number {
  const mixed = Math.imul(hash, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
