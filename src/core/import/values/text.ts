/** Cells as clean text. */
import type { Cell } from '../types.ts';
import { unguardFormula } from './formula.ts';

/** What people write into a cell that has nothing to say. */
const NOTHING = /^(?:|无|無|なし|—+|-+|－+|\/|n\/?a|null|none|nil|nan|#n\/a|\\n|待填|未知|unknown|不详|不詳|不明)$/i;

/** Control characters other than tab and line ends, zero-width space, stray byte order marks. */
const CONTROL = /[^\P{Cc}\t\n\r]|[\u200b\ufeff]/gu;

/** Text of a cell without control characters and outer spaces (full-width ones too); a list is joined. */
export function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell.replace(CONTROL, '').trim();
  if (Array.isArray(cell))
    return cell
      .map((part) => textOf(part as Cell))
      .filter(Boolean)
      .join('、');
  if (typeof cell === 'object') return '';
  return String(cell);
}

/** Text, or null where the cell says nothing. An apostrophe that keeps a spreadsheet from reading a formula is taken off. */
export function textOrNull(cell: Cell): string | null {
  const text = unguardFormula(textOf(cell)).trim();
  return NOTHING.test(text) ? null : text;
}

/** One line, for names and addresses. */
export const lineOrNull = (cell: Cell): string | null => textOrNull(cell)?.replace(/\s*[\r\n]+\s*/g, ' ') ?? null;

/** A code: `63012.0` (a number that a program turned into a fraction) is `63012`. */
export const codeOrNull = (cell: Cell): string | null => textOrNull(cell)?.replace(/^(\d+)\.0+$/, '$1') ?? null;

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
