/** Which character separates the cells, and which line names the columns. */
import { parsePiece } from './papa.ts';

export const DELIMITERS = [',', '\t', ';', '|', '，'] as const;

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The delimiter under which the first lines agree best on a number of cells above one; a comma when none does. */
export function detectDelimiter(sample: string): string {
  let best: string = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const { data, errors } = parsePiece(sample, delimiter, false);
    const widths = data
      .slice(0, 100)
      .filter((cells) => !isBlank(cells))
      .map((cells) => cells.length);
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    const [width = 1, lines = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    const agreement = widths.length === 0 ? 0 : lines / widths.length;
    // Decimal commas and commas in texts part the lines below the titles, but not the titles.
    const titles = (widths[0] ?? 0) < 2 ? 0.7 : 1;
    const score = width < 2 ? 0 : titles * agreement * Math.min(width, 5) - errors.length / 10;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

const isNumber = (cell: string): boolean => /^[-+]?[\d,]*\.?\d+$/.test(cell.trim());

/**
 * Index of the line that names the columns, or -1 when the file has none.
 * @param known how many cells of a line are column titles the importer knows.
 */
export function findHeader(
  lines: readonly (readonly string[])[],
  known: (cells: readonly string[]) => number,
): number {
  const candidates = lines
    .slice(0, 10)
    .map((cells, at) => ({ at, hits: known(cells), numbers: cells.filter(isNumber).length }));
  const best = candidates.reduce((a, b) => (b.hits > a.hits ? b : a), {
    at: -1,
    hits: 0,
    numbers: 0,
  });
  if (best.hits >= 2 || (best.hits === 1 && best.at === 0 && best.numbers === 0)) return best.at;
  const [first, ...rest] = lines;
  if (first === undefined) return -1;
  const titled = first.filter((cell) => cell.trim() !== '');
  if (titled.some(isNumber) || new Set(titled).size !== titled.length || rest.length === 0)
    return -1;
  // Unknown titles: a header if some column below is numeric where the first line is words.
  const looksNumeric = (at: number): boolean => {
    const below = rest
      .slice(0, 50)
      .map((cells) => cells[at] ?? '')
      .filter((cell) => cell.trim() !== '');
    return below.length > 0 && below.filter(isNumber).length / below.length > 0.8;
  };
  return titled.length >= first.length / 2 &&
    first.some((cell, at) => cell.trim() !== '' && looksNumeric(at))
    ? 0
    : -1;
}
