/** Bytes in, text out, with the encoding found on the way. */
import { FileFailure } from '../failure.ts';
import { byteOrderMark, detectEncoding } from './detect-encoding.ts';

interface DecodedText {
  /** Label of the encoding in lower case, as TextDecoder names it. */
  encoding: string;
  sure: boolean;
  /** What the bytes surely are, when something else was stated that can read them too. */
  seems: string | null;
  /** Text without byte order marks. Bytes the encoding does not know appear as U+FFFD. */
  text: AsyncIterable<string>;
}

/** Enough East Asian bytes to judge an encoding by; plain ASCII is read on until some appear. */
const ENOUGH_BYTES = 3000;
const SAMPLE_LIMIT = 4 * 1024 * 1024;

/** Names people use that TextDecoder does not know. */
const ALIASES: Readonly<Record<string, string>> = {
  cp950: 'big5',
  ms950: 'big5',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  windows932: 'shift_jis',
  cp936: 'gb18030',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  ansi: 'gb18030',
  utf8: 'utf-8',
  'utf-8-sig': 'utf-8',
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
};

/** The TextDecoder label for an encoding's name. @throws FileFailure unknown_encoding */
export function encodingLabel(name: string): string {
  const plain = name.trim().toLowerCase();
  try {
    return new TextDecoder(ALIASES[plain] ?? plain).encoding;
  } catch {
    throw new FileFailure('unknown_encoding', { encoding: name });
  }
}

/**
 * Decode a file. A stated encoding wins over everything but the byte order of a marked UTF-16.
 * @throws FileFailure empty_file, unknown_encoding, binary_file
 */
export async function decodeText(
  input: AsyncIterable<Uint8Array>,
  stated: string | undefined,
  knownWords: (text: string) => number,
  onBytes: (done: number) => void = () => undefined,
): Promise<DecodedText> {
  const label = stated === undefined ? undefined : encodingLabel(stated);
  const source = input[Symbol.asyncIterator]();
  const { sample, conclusive, ended } = await takeSample(source);
  if (sample.length === 0) throw new FileFailure('empty_file');
  refuseBinary(sample);
  const found =
    label === undefined
      ? { ...detectEncoding(sample, knownWords), seems: null }
      : heldAgainst(label, sample, conclusive === 0 ? null : knownWords);
  return {
    ...found,
    text: withoutMarks(decodeAll(sample, source, ended, found.encoding, onBytes)),
  };
}

/** The beginning of a file, long enough to judge its encoding by. */
async function takeSample(
  source: AsyncIterator<Uint8Array>,
): Promise<{ sample: Uint8Array; conclusive: number; ended: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let conclusive = 0;
  let ended = false;
  while (!ended && conclusive < ENOUGH_BYTES && size < SAMPLE_LIMIT) {
    const next = await source.next();
    if (next.done === true) ended = true;
    else {
      chunks.push(next.value);
      size += next.value.length;
      for (const byte of next.value) if (byte >= 0x80) conclusive++;
    }
  }
  return { sample: joinBytes(chunks, size), conclusive, ended };
}

/**
 * A stated encoding, and what the bytes surely are instead. A mark says only which of the two UTF-16 it is.
 * @param knownWords null = plain ASCII, which contradicts nothing
 */
function heldAgainst(
  label: string,
  sample: Uint8Array,
  knownWords: ((text: string) => number) | null,
): Omit<DecodedText, 'text'> {
  if (label.startsWith('utf-16')) {
    const marked = byteOrderMark(sample);
    return {
      encoding: marked?.startsWith('utf-16') ? marked : label,
      sure: true,
      seems: null,
    };
  }
  const seen = knownWords === null ? null : detectEncoding(sample, knownWords);
  const isOther = seen?.sure === true && seen.encoding !== label;
  return { encoding: label, sure: true, seems: isOther ? seen.encoding : null };
}

async function* decodeAll(
  sample: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
  ended: boolean,
  encoding: string,
  onBytes: (done: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let done = sample.length;
  yield decoder.decode(sample, { stream: true });
  onBytes(done);
  while (!ended) {
    const next = await rest.next();
    if (next.done === true) break;
    done += next.value.length;
    yield decoder.decode(next.value, { stream: true });
    onBytes(done);
  }
  yield decoder.decode();
}

/** Some programs write the mark twice: the decoder takes the first, this takes what is left. */
async function* withoutMarks(text: AsyncIterable<string>): AsyncGenerator<string> {
  let atStart = true;
  for await (const chunk of text) {
    const clean: string = atStart ? chunk.replace(/^\uFEFF+/, '') : chunk;
    if (clean !== '') {
      atStart = false;
      yield clean;
    }
  }
}

function joinBytes(chunks: readonly Uint8Array[], size: number): Uint8Array {
  if (chunks.length === 1 && chunks[0] !== undefined) return chunks[0];
  const joined = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** Formats that hold no table are named instead of being read as one of nonsense. */
const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['gzip', [0x1f, 0x8b]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
];

function refuseBinary(sample: Uint8Array): void {
  for (const [format, signature] of SIGNATURES)
    if (signature.every((byte, i) => sample[i] === byte))
      throw new FileFailure('binary_file', { format });
}
