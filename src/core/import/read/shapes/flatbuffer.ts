/** Reading FlatBuffers tables (little-endian, as their internals paper has them); every step outside the bytes throws RangeError. */

export interface Table {
  /** Offset of the table in the bytes. */
  at: number;
  /** Where a field lies, by its number; 0 when it is not there. */
  field: (number: number) => number;
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
    const at = place + this.u32(place);
    const vtable = at - this.view.getInt32(at, true);
    const size = this.u16(vtable);
    return {
      at,
      field: (number) => {
        const entry = 4 + number * 2;
        const offset = entry + 2 <= size ? this.u16(vtable + entry) : 0;
        return offset === 0 ? 0 : at + offset;
      },
    };
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
