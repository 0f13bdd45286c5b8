/** Cells as clean text. */
import type { Cell } from './cell.ts';
import { unguardFormula } from './formula.ts';

/** What people write into a cell that has nothing to say. */
const NOTHING =
  /^(?:|无|無|なし|[—―–−－ー-]+|\/|n\/?a|null|none|nil|nan|#n\/a|\\n|待填|未知|unknown|不详|不詳|不明)$/i;

/** Control characters other than tab and line ends, zero-width space, stray byte order marks. */
const CONTROL = /[^\P{Cc}\t\n\r]|[\u200b\ufeff]/gu;

const isBlankCode = (code: number): boolean =>
  code <= 0x20 ||
  code === 0xa0 ||
  code === 0x3000 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x205f) ||
  code === 0xfeff;

/** Whether a text is clean as it stands; nearly all are, and looking is far cheaper than replacing. */
function isClean(text: string): boolean {
  const { length } = text;
  if (length === 0) return true;
  if (isBlankCode(text.charCodeAt(0)) || isBlankCode(text.charCodeAt(length - 1))) return false;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (
      code < 0x20
        ? code !== 9 && code !== 10 && code !== 13
        : code >= 0x7f && (code <= 0x9f || code === 0x200b || code === 0xfeff)
    )
      return false;
  }
  return true;
}

/** Text of a cell without control characters and outer spaces (full-width ones too); a list is joined. */
export function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return isClean(cell) ? cell : cell.replace(CONTROL, '').trim();
  if (Array.isArray(cell))
    return cell
      .map((part) => textOf(part as Cell))
      .filter(Boolean)
      .join('、');
  if (typeof cell === 'object') return '';
  return String(cell);
}

/** First characters of the words above. */
const NOTHING_BEGINS = new Set(
  [...'无無な—―–−ー-－/nN#\\待未uU不'].map((character) => character.charCodeAt(0)),
);
/** Longest of them that is not a row of dashes. */
const NOTHING_LENGTH = 7;

function saysNothing(text: string): boolean {
  if (text === '') return true;
  const begin = text.charCodeAt(0);
  if (!NOTHING_BEGINS.has(begin)) return false;
  return (
    (text.length <= NOTHING_LENGTH || '—―–−ー-－'.includes(text.charAt(0))) && NOTHING.test(text)
  );
}

/** Text, or null where the cell says nothing. An apostrophe that keeps a spreadsheet from reading a formula is taken off. */
export function textOrNull(cell: Cell): string | null {
  const plain = textOf(cell);
  const text = plain.charCodeAt(0) === 39 ? unguardFormula(plain).trim() : plain;
  return saysNothing(text) ? null : text;
}

/** One line, for names and addresses. */
export function lineOrNull(cell: Cell): string | null {
  const text = textOrNull(cell);
  if (text === null || (!text.includes('\n') && !text.includes('\r'))) return text;
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

/** A code: `63012.0` (a number that a program turned into a fraction) is `63012`. */
export const codeOrNull = (cell: Cell): string | null =>
  textOrNull(cell)?.replace(/^(\d+)\.0+$/, '$1') ?? null;

/** Parts of a list written with any of the usual separators, or as a JSON array of texts (what none of them can say). */
export const partsOf = (text: string): string[] =>
  textsInJson(text) ??
  text
    .split(/[、，,;；|/／\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function textsInJson(text: string): string[] | null {
  if (!text.startsWith('["')) return null;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((part) => typeof part === 'string') ? list : null;
  } catch {
    return null;
  }
}
