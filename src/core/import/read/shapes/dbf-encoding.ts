/** The encoding of an attribute table: a .cpg beside it, the table's own mark, or what its bytes say. */
import { encodingLabel } from '../decode.ts';
import { decodesStrictly, detectEncoding } from '../detect-encoding.ts';
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

/**
 * @param cpg text of the .cpg, if there is one.
 * @param stated what the person says, which wins.
 */
export function dbfEncoding(
  table: DbfTable,
  cpg: string | null,
  stated: string | undefined,
  knownWords: (text: string) => number,
): XmlEncoding {
  if (stated !== undefined) return { encoding: encodingLabel(stated), sure: true };
  const sample = textBytes(table);
  const named = (cpg === null ? null : labelOf(cpg)) ?? LANGUAGES[table.language] ?? null;
  const plain = sample.every((byte) => byte < 0x80);
  if (plain) return { encoding: named ?? 'utf-8', sure: true };
  // A byte page holds anything; only what can fail says something about the bytes.
  const telling = named !== null && !/^(windows|iso)-/.test(named);
  if (telling && decodesLine(sample, named)) return { encoding: named, sure: true };
  if (decodesLine(sample, 'utf-8')) return { encoding: 'utf-8', sure: true };
  const found = detectEncoding(sample, knownWords);
  return found.encoding === 'utf-8' && named !== null ? { encoding: named, sure: false } : found;
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
