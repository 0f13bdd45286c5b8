/** gzip as a stream, by fflate: several members one after the other are one file, as `gzip` itself has it. */
import { Gunzip } from 'fflate';
import { RoadsFailure } from '../../failure.ts';

/** @throws RoadsFailure gzip_damaged, also when the file ends too early */
export async function* gunzipped(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let ended = false;
  // The last eight bytes of a member are its checksum and length; what is handed out is counted against the length.
  let size = 0;
  const tail = new Uint8Array(8);
  const unpacker = new Gunzip((data, final) => {
    if (data.length > 0) ready.push(data);
    size = (size + data.length) % 2 ** 32;
    ended ||= final;
  });
  // Told for the second member and on, whose lengths lie inside the file.
  let several = false;
  unpacker.onmember = () => {
    several = true;
  };
  const push = (chunk: Uint8Array, final: boolean): void => {
    try {
      unpacker.push(chunk, final);
    } catch {
      throw new RoadsFailure('gzip_damaged');
    }
  };
  for await (const chunk of input) {
    remember(tail, chunk);
    push(chunk, false);
    yield* ready;
    ready = [];
  }
  push(new Uint8Array(0), true);
  yield* ready;
  const length = new DataView(tail.buffer).getUint32(4, true);
  if (!ended || (!several && length !== size)) throw new RoadsFailure('gzip_damaged');
}

/** Keep the last bytes that went by. */
function remember(tail: Uint8Array, chunk: Uint8Array): void {
  if (chunk.length >= tail.length) {
    tail.set(chunk.subarray(chunk.length - tail.length));
    return;
  }
  tail.copyWithin(0, chunk.length);
  tail.set(chunk, tail.length - chunk.length);
}
