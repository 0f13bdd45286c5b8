/** Reading FlatBuffers tables (little-endian, as their internals paper has them); every step outside the bytes throws RangeError. */

export class Table {
  private readonly vtable: number;
  private readonly size: number;

  constructor(
    private readonly view: DataView,
    /** Offset of the table in the bytes. */
    readonly at: number,
  ) {
    this.vtable = at - view.getInt32(at, true);
    this.size = view.getUint16(this.vtable, true);
  }

  /** Where a field lies, by its number; 0 when it is not there. */
  field(number: number): number {
    const entry = 4 + number * 2;
    const offset = entry + 2 <= this.size ? this.view.getUint16(this.vtable + entry, true) : 0;
    return offset === 0 ? 0 : this.at + offset;
  }
}

/** A view whose reads check themselves. */
export class FlatBuffer {
  readonly view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u8(at: number): number {
    return this.view.getUint8(at);
  }

  u16(at: number): number {
    return this.view.getUint16(at, true);
  }

  u32(at: number): number {
    return this.view.getUint32(at, true);
  }

  f64(at: number): number {
    return this.view.getFloat64(at, true);
  }

  /** The table whose offset stands at a place. */
  table(place: number): Table {
    return new Table(this.view, place + this.u32(place));
  }

  /** First item and number of items of a vector whose offset stands at a place. */
  vector(place: number, itemSize: number): { at: number; count: number } {
    if (place === 0) return { at: 0, count: 0 };
    const start = place + this.u32(place);
    const count = this.u32(start);
    if (start + 4 + count * itemSize > this.bytes.length) throw new RangeError('vector');
    return { at: start + 4, count };
  }

  text(place: number): string | null {
    if (place === 0) return null;
    const { at, count } = this.vector(place, 1);
    return new TextDecoder().decode(this.bytes.subarray(at, at + count));
  }

  /** Tables of a vector of offsets. */
  tables(place: number, most: number): Table[] {
    const { at, count } = this.vector(place, 4);
    if (count > most) throw new RangeError('tables');
    return Array.from({ length: count }, (_, i) => this.table(at + i * 4));
  }
}
