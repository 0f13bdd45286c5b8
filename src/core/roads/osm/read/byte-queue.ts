/** Bytes that arrive in chunks of any size, taken out in lengths somebody asks for. */
import { joinBytes } from '../../../files/whole-bytes.ts';

export class ByteQueue {
  private readonly source: AsyncIterator<Uint8Array>;
  private chunks: Uint8Array[] = [];
  private size = 0;
  private ended = false;

  constructor(input: AsyncIterable<Uint8Array>) {
    this.source = input[Symbol.asyncIterator]();
  }

  /** The next `count` bytes; fewer only when the input ended. */
  async take(count: number): Promise<Uint8Array> {
    while (this.size < count && !this.ended) {
      const next = await this.source.next();
      if (next.done === true) this.ended = true;
      else if (next.value.length > 0) {
        this.chunks.push(next.value);
        this.size += next.value.length;
      }
    }
    const parts: Uint8Array[] = [];
    let wanted = Math.min(count, this.size);
    this.size -= wanted;
    while (wanted > 0) {
      const first = this.chunks[0];
      if (first === undefined) break;
      const part = first.subarray(0, wanted);
      parts.push(part);
      wanted -= part.length;
      if (part.length === first.length) this.chunks.shift();
      else this.chunks[0] = first.subarray(part.length);
    }
    return joinBytes(parts);
  }
}
