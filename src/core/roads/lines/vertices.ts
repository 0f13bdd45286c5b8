/** Places joined on a grid: those that round to the same multiple of the tolerance have one number. */

const FREE = -1;

export class Vertices {
  count = 0;
  private xs = new Int32Array(1 << 12);
  private ys = new Int32Array(1 << 12);
  /** Open addressing; always at most half full. */
  private slots = new Int32Array(1 << 13).fill(FREE);

  /** @param tolerance degrees, at least 1e-7 (then the grid fits 32 bits). */
  constructor(private readonly tolerance: number) {}

  /** The number of the vertex at a place, degrees. */
  numberOf(lng: number, lat: number): number {
    const x = Math.round(lng / this.tolerance);
    const y = Math.round(lat / this.tolerance);
    let slot = this.slotOf(x, y);
    for (;;) {
      const found = this.slots[slot] ?? FREE;
      if (found === FREE) break;
      if (this.xs[found] === x && this.ys[found] === y) return found;
      slot = (slot + 1) & (this.slots.length - 1);
    }
    if (this.count === this.xs.length) {
      this.grow();
      return this.numberOf(lng, lat);
    }
    this.xs[this.count] = x;
    this.ys[this.count] = y;
    this.slots[slot] = this.count;
    return this.count++;
  }

  private slotOf(x: number, y: number): number {
    const mixed = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d) ^ Math.imul(y ^ (y >>> 13), 0x297a2d39);
    return (mixed ^ (mixed >>> 16)) & (this.slots.length - 1);
  }

  private grow(): void {
    const [xs, ys] = [new Int32Array(this.xs.length * 2), new Int32Array(this.ys.length * 2)];
    xs.set(this.xs);
    ys.set(this.ys);
    [this.xs, this.ys] = [xs, ys];
    this.slots = new Int32Array(xs.length * 2).fill(FREE);
    for (let i = 0; i < this.count; i++) {
      let slot = this.slotOf(xs[i] ?? 0, ys[i] ?? 0);
      while (this.slots[slot] !== FREE) slot = (slot + 1) & (this.slots.length - 1);
      this.slots[slot] = i;
    }
  }
}
