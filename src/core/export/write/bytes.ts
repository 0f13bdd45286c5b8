/** A buffer that grows; integers and doubles of either order, as Shapefiles mix them. */
export class ByteOut {
  private bytes = new Uint8Array(64 * 1024);
  private view = new DataView(this.bytes.buffer);
  length = 0;

  private room(more: number): number {
    const at = this.length;
    if (at + more > this.bytes.length) {
      const larger = new Uint8Array(Math.max(at + more, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, at));
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    }
    this.length += more;
    return at;
  }

  int32(value: number, little: boolean): void {
    // Reserved before `view` is used, because reserving may replace the buffer and with it the view.
    const at = this.room(4);
    this.view.setInt32(at, value, little);
  }

  double(value: number): void {
    const at = this.room(8);
    this.view.setFloat64(at, value, true);
  }

  /** Changes what stands at a place already written. */
  setInt32(at: number, value: number, little: boolean): void {
    this.view.setInt32(at, value, little);
  }

  setDouble(at: number, value: number): void {
    this.view.setFloat64(at, value, true);
  }

  done(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}
