/** The encoding of an attribute table: a .cpg beside it, the table's own mark, or what its bytes say. */
import { encodingLabel } from '../encoding/decode.ts';
import { decodesStrictly, detectEncoding } from '../encoding/detect-encoding.ts';
import type { XmlEncoding } from '../xml/read-xml.ts';
import { textBytes } from './dbf.ts';
import type { DbfTable } from './dbf.ts';

/** Code pages by language driver (byte 29), as far as anybody still writes them. */
const LANGUAGES: Readonly<Record<number, string>> = {
  0x01: 'windows-1252',
  0x02: 'windows-1252',
  0x03: 'windows-1252',
  0x13: 'shift_jis',
  0x4d: 'gb18030',
  0x4e: 'euc-kr',
  0x4f: 'big5',
  0x57: 'windows-1252',
  0x78: 'big5',
  0x79: 'euc-kr',
  0x7a: 'gb18030',
  0x7b: 'shift_jis',
  0xc8: 'windows-1250',
  0xc9: 'windows-1251',
};

/** `UTF-8`, `936`, `GBK`, `ANSI 950`, `OEM 932`, `ISO 88591`. */
function labelOf(written: string): string | null {
  const plain = written
    .trim()
    .toLowerCase()
    .replace(/^(?:ansi|oem|cp|ms|windows)[\s_-]*(?=\d)/, '');
  const pages: Readonly<Record<string, string>> = {
    65001: 'utf-8',
    936: 'gb18030',
    54936: 'gb18030',
    950: 'big5',
    932: 'shift_jis',
    949: 'euc-kr',
    88591: 'iso-8859-1',
    'iso 88591': 'iso-8859-1',
    1252: 'windows-1252',
  };
  try {
    return encodingLabel(pages[plain] ?? plain);
  } catch {
    return null;
  }
}

/** `wrong`: what a .cpg says that the bytes cannot be. */
interface DbfEncoding extends XmlEncoding {
  wrong?: string;
}

/**
 * @param cpg text of the .cpg, if there is one.
 * @param stated what the person says, which wins.
 */
export function dbfEncoding(
  table: DbfTable,
  cpg: string | null,
  stated: string | undefined,
  knownWords: (text: string) => number,
): DbfEncoding {
  if (stated !== undefined) return { encoding: encodingLabel(stated), sure: true };
  const sample = textBytes(table);
  const named = (cpg === null ? null : labelOf(cpg)) ?? LANGUAGES[table.language] ?? null;
  const plain = sample.every((byte) => byte < 0x80);
  if (plain) return { encoding: named ?? 'utf-8', sure: true };
  const isUtf8 = decodesLine(sample, 'utf-8');
  const isConclusive = named !== null && canFail(named);
  if (isConclusive && speaksFor(named, sample, isUtf8, knownWords))
    return { encoding: named, sure: true };
  const wrong = isConclusive && named !== 'utf-8' && cpg !== null ? { wrong: cpg } : {};
  if (isUtf8) return { encoding: 'utf-8', sure: true, ...wrong };
  const found = detectEncoding(sample, knownWords);
  if (found.encoding === 'utf-8' && named !== null) return { encoding: named, sure: false };
  return isConclusive && cpg !== null && found.encoding !== named
    ? { ...found, wrong: cpg }
    : found;
}

/** A byte page holds anything; only what can fail says something about the bytes. */
const canFail = (encoding: string): boolean => !/^(windows|iso)-/.test(encoding);

/** Whether the bytes are of the encoding that the file names, and not of UTF-8 all the same. */
function speaksFor(
  named: string,
  sample: Uint8Array,
  isUtf8: boolean,
  knownWords: (text: string) => number,
): boolean {
  if (!decodesLine(sample, named)) return false;
  // UTF-8 passes for most of the older encodings; they hardly ever pass for it over several characters of three bytes.
  return named === 'utf-8' || !isUtf8 || !isSurelyUtf8(sample, named, knownWords);
}

/** Characters of three bytes in UTF-8, from which on an older encoding is no longer a coincidence. */
const SURE_FROM = 4;

function isSurelyUtf8(
  sample: Uint8Array,
  named: string,
  knownWords: (text: string) => number,
): boolean {
  const text = new TextDecoder('utf-8').decode(sample);
  const other = new TextDecoder(named).decode(sample);
  const [known, knownOther] = [knownWords(text), knownWords(other)];
  if (known !== knownOther) return known > knownOther;
  return (text.match(/[\u0800-\uFFFC]/g) ?? []).length >= SURE_FROM;
}

/** Whether nearly all lines decode: a field may end in the middle of a character. */
function decodesLine(sample: Uint8Array, encoding: string): boolean {
  if (decodesStrictly(sample, encoding)) return true;
  let [lines, bad, from] = [0, 0, 0];
  for (let i = 0; i <= sample.length; i++) {
    if (i < sample.length && sample[i] !== 10) continue;
    lines++;
    // The stream form forgives a character that is not finished.
    if (!decodesStrictly(sample.subarray(from, i), encoding)) bad++;
    from = i + 1;
  }
  return bad === 0 && lines > 0;
}
