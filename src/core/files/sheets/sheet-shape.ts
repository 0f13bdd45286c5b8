/**
 * Where the table lies in a sheet: titles above it, one or more lines of column names (merged cells among them), and
 * notes beside it.
 */
import { findHeader } from '../delimited/delimiter.ts';
import type { Merge, SheetLine } from './workbook.ts';

export interface SheetShape {
  /** Names of the columns; null where the sheet has none. */
  titles: string[] | null;
  /** 0-based line of the sheet behind the column names. */
  dataFrom: number;
  /** Lines above the column names that hold words. */
  titleLines: number;
  headerLines: number;
}

type Known = (cells: readonly string[]) => number;

/** Header lines with merged cells filled in. */
function filled(
  line: SheetLine | undefined,
  width: number,
  merges: readonly Merge[],
  lines: ReadonlyMap<number, SheetLine>,
  index: number,
): string[] {
  const cells = Array.from({ length: width }, (_, i) => (line?.cells[i] ?? '').trim());
  for (const { top, left, bottom, right } of merges) {
    if (index < top || index > bottom || left >= width) continue;
    const text = (lines.get(top)?.cells[left] ?? '').trim();
    for (let i = left; i <= Math.min(right, width - 1); i++) cells[i] = text;
  }
  return cells;
}

const isNumber = (cell: string): boolean => /^[-+]?[\d,]*\.?\d+$/.test(cell.trim());

/** One name for the names that stand above one another: the joined one when it is known, else the lowest known, else all. */
function nameOf(parts: readonly string[], known: Known): string {
  const distinct = parts.filter((part, i) => part !== '' && part !== parts[i - 1]);
  const [first] = distinct;
  if (distinct.length < 2) return first ?? '';
  const joined = distinct.join('');
  if (known([joined]) > 0) return joined;
  const lowest = distinct.at(-1) ?? '';
  return known([lowest]) > 0 ? lowest : joined;
}

/** A line that is one text across the sheet: a title, or a note. */
export const isOneText = (
  cells: readonly string[],
  merged: readonly Merge[],
  index: number,
): boolean => {
  const said = cells.filter((cell) => cell.trim() !== '');
  return (
    said.length === 1 ||
    (said.length > 0 &&
      merged.some(
        ({ top, bottom, left, right }) =>
          index >= top &&
          index <= bottom &&
          right - left + 1 >= 3 &&
          said.every((cell) => cell === cells[left]),
      ))
  );
};

/** Titles above the table do not count as its first line. */
function firstLineOfTable(first: readonly SheetLine[], merges: readonly Merge[]): number {
  const isTitle = ({ cells, index }: SheetLine): boolean => isOneText(cells, merges, index);
  const start = first.findIndex((line, i) => i === first.length - 1 || !isTitle(line));
  return Math.max(start, 0);
}

/** The most lines that column names take beyond the first. */
const MORE_HEADER_LINES = 3;

/** First and last of the lines with column names around `at`; indices into `first`. */
function headerLines(
  first: readonly SheetLine[],
  { start, at, width }: { start: number; at: number; width: number },
  merges: readonly Merge[],
): [from: number, to: number] {
  const wide = merges.filter(
    ({ left, right }) => right > left && right - left + 1 < Math.max(3, width * 0.8),
  );
  const indexOf = (i: number): number => first[i]?.index ?? -1;
  const spans = (i: number): boolean =>
    wide.some(({ top, bottom }) => indexOf(i) >= top && indexOf(i) <= bottom);
  const isWords = (i: number): boolean => {
    const said = (first[i]?.cells ?? []).filter((cell) => cell.trim() !== '');
    return said.length > 0 && !said.some(isNumber);
  };
  const follows = (upper: number): boolean => indexOf(upper + 1) === indexOf(upper) + 1;
  let [from, to] = [at, at];
  const hasRoom = (): boolean => to - from < MORE_HEADER_LINES;
  // Names under a merged name belong to it, names over the line as well.
  while (to + 1 < first.length && hasRoom() && spans(to) && isWords(to + 1) && follows(to)) to++;
  while (from > start && hasRoom() && spans(from - 1) && isWords(from - 1) && follows(from - 1))
    from--;
  const deepest = Math.max(
    ...merges
      .filter(({ top }) => top >= indexOf(from) && top <= indexOf(to))
      .map(({ bottom }) => bottom),
    indexOf(to),
  );
  while (to + 1 < first.length && indexOf(to + 1) <= deepest && hasRoom()) to++;
  return [from, to];
}

/**
 * @param first the sheet's first lines that hold anything.
 * @param wish whether the person says there are column names.
 */
export function shapeOfSheet(
  first: readonly SheetLine[],
  merges: readonly Merge[],
  known: Known,
  wish: boolean | undefined,
): SheetShape {
  const none: SheetShape = {
    titles: null,
    dataFrom: first[0]?.index ?? 0,
    titleLines: 0,
    headerLines: 0,
  };
  const width = Math.max(0, ...first.map(({ cells }) => cells.length));
  if (wish === false) return none;
  const start = width > 2 ? firstLineOfTable(first, merges) : 0;
  const lines = new Map(first.map((line) => [line.index, line]));
  const cells = first.map((line) => filled(line, width, merges, lines, line.index));
  const found = findHeader(
    cells.slice(start).map((line) => [...line]),
    known,
  );
  if (found < 0 && wish !== true)
    return { ...none, dataFrom: first[start]?.index ?? 0, titleLines: start };
  const at = start + Math.max(found, 0);
  const [from, to] = headerLines(first, { start, at, width }, merges);
  const block = cells.slice(from, to + 1);
  const titles = Array.from({ length: width }, (_, column) =>
    nameOf(
      block.map((line) => line[column] ?? ''),
      known,
    ),
  );
  while (titles.length > 1 && titles.at(-1) === '') titles.pop();
  return {
    titles,
    dataFrom: (first[to]?.index ?? -1) + 1,
    titleLines: from,
    headerLines: to - from + 1,
  };
}
