/** What a file is by its first bytes; its name is only a hint. */

export type FileKind = 'zip' | 'ole' | 'sqlite' | 'shp' | 'dbf' | 'flatgeobuf' | 'xml' | 'text';

const SIGNATURES: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['sqlite', [...'SQLite format 3\0'].map((letter) => letter.charCodeAt(0))],
  ['shp', [0x00, 0x00, 0x27, 0x0a]],
  ['flatgeobuf', [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62]],
];

export const extensionOf = (name: string): string =>
  /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** UTF-16, when the text begins with its byte order mark. */
function encodingByMark(head: Uint8Array): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}

/** First characters of what may be text, marks and blanks taken off. */
function startOf(head: Uint8Array): string {
  return new TextDecoder(encodingByMark(head) ?? 'latin1')
    .decode(head.subarray(0, 512))
    .replace(/^(?:\uFEFF|\u00ef\u00bb\u00bf)+/, '')
    .trimStart();
}

export function kindOfFile(head: Uint8Array, fileName: string): FileKind {
  const found = SIGNATURES.find(([, signature]) => signature.every((byte, i) => head[i] === byte));
  if (found !== undefined) return found[0];
  if (
    extensionOf(fileName) === 'dbf' &&
    [0x02, 0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(head[0] ?? 0)
  )
    return 'dbf';
  return /^<(?:\?xml|!DOCTYPE|!--|[A-Za-z][\w.:-]*[\s>/])/i.test(startOf(head)) ? 'xml' : 'text';
}
