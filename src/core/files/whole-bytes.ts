/** Bytes as they arrive: looked at before they are read, or held whole under a limit. */
import { FileFailure } from './failure.ts';
import { LIMITS } from './limits.ts';

interface Peeked {
  /** The first bytes, at least `least` unless the file is shorter. */
  head: Uint8Array;
  /** Everything from the start, once. */
  all: AsyncIterable<Uint8Array>;
}

export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only;
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** Look at the first bytes of a file without losing them. */
export async function peek(input: AsyncIterable<Uint8Array>, least: number): Promise<Peeked> {
  const source = input[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < least && !ended) {
    const next = await source.next();
    if (next.done === true) ended = true;
    else {
      chunks.push(next.value);
      size += next.value.length;
    }
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* chunks;
    for (;;) {
      const next = await source.next();
      if (next.done === true) return;
      yield next.value;
    }
  }
  return { head: joinBytes(chunks), all: all() };
}

/** A whole file. @throws FileFailure file_too_large */
export async function wholeBytes(
  input: AsyncIterable<Uint8Array>,
  onBytes: (done: number) => void = () => undefined,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += chunk.length;
    if (size > LIMITS.fileBytes)
      throw new FileFailure('file_too_large', { limit: Math.round(LIMITS.fileBytes / 2 ** 20) });
    chunks.push(chunk);
    onBytes(size);
  }
  return joinBytes(chunks);
}

/** Bytes at hand as a stream. */
export async function* asStream(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const step = 1 << 18;
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
  await Promise.resolve();
}
