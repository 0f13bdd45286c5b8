/** The forms in which a shell holds a file: bytes, a File of the browser, or a stream of either kind. */

interface BlobLike {
  stream: () => ReadableStream<Uint8Array>;
}

export type FileInput =
  Uint8Array | BlobLike | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** Not every browser lets a stream be walked by `for await`. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
  await Promise.resolve();
}

/** A file's bytes, piece by piece. */
export function wholeInput(input: FileInput): AsyncIterable<Uint8Array> {
  if (input instanceof Uint8Array) return once(input);
  if ('getReader' in input) return chunksOf(input);
  return 'stream' in input ? chunksOf(input.stream()) : input;
}
