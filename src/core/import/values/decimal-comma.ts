/**
 * Files in which a comma parts the decimals (113,254 is 113.254), as spreadsheets of much of Europe and Latin America write
 * them. Their columns of numbers are written with dots once for the file; a rejects file keeps the cells as they were.
 */
import type { Mapping } from '../columns/map-columns.ts';
import type { FieldType } from '../columns/field.ts';
import type { SourceRow } from '../../files/source-row.ts';
import type { Cell } from '../../text/cell.ts';

const WHOLE: ReadonlySet<FieldType> = new Set<FieldType>(['integer', 'capacity']);
const NUMBERS: ReadonlySet<FieldType> = new Set<FieldType>([
  ...WHOLE,
  'number',
  'area',
  'length',
  'depth',
  'duration',
]);
const SAMPLE = 2000;

const WITH_COMMA = /^\s*[-+]?\d{1,3},\d+\s*$/;
const WITH_DOT = /^\s*[-+]?\d{1,3}\.\d+\s*$/;
const PAIR = /^\s*([-+]?\d{1,3},\d+)\s*(?:[;\s]|,\s)\s*([-+]?\d{1,3},\d+)\s*$/;
/** Not three digits behind the mark: no separator of thousands. */
const SURELY_COMMA = /\d,(?:\d{1,2}|\d{4,})(?!\d)/;
const SURELY_DOT = /\d\.(?:\d{1,2}|\d{4,})(?!\d)/;

const textsOf = (rows: readonly SourceRow[], column: number): string[] =>
  rows
    .slice(0, SAMPLE)
    .map(({ cells }) => cells[column])
    .filter((cell): cell is string => typeof cell === 'string' && cell.trim() !== '');

const dotted = (text: string): string => text.trim().replace(',', '.');

/** Whether every cell of a column is a decimal with a comma that can be degrees. */
const areDegrees = (texts: readonly string[], most: number): boolean =>
  texts.length > 0 &&
  texts.every((text) => WITH_COMMA.test(text) && Math.abs(Number(dotted(text))) <= most);

/**
 * Whether a file writes decimals with a comma. Coordinates tell; where there are none, a semicolon between the cells does,
 * unless some number has a dot that can only be decimal.
 */
function hasDecimalCommas(
  rows: readonly SourceRow[],
  mapping: Mapping,
  delimiter: string | null,
): boolean {
  const texts = (name: string): string[] => {
    const mapped = mapping.get(name);
    return mapped === undefined ? [] : textsOf(rows, mapped.column);
  };
  const [lng, lat, pairs] = [texts('lng'), texts('lat'), texts('lnglat')];
  if (areDegrees(lng, 180) && areDegrees(lat, 90)) return true;
  if (pairs.length > 0 && pairs.every((text) => PAIR.test(text))) return true;
  if (delimiter !== ';') return false;
  if ([...lng, ...lat].some((text) => WITH_DOT.test(text))) return false;
  const numbers = [...mapping.values()].filter(({ field }) => NUMBERS.has(field.type));
  const all = [...lng, ...lat, ...numbers.flatMap(({ column }) => textsOf(rows, column))];
  return all.some((text) => SURELY_COMMA.test(text)) || !all.some((text) => SURELY_DOT.test(text));
}

/**
 * A number with dots. A whole number has no decimals: what a comma parts there may be thousands all the same, so it gets
 * the Arabic decimal mark, which no reader of counts takes: unknown and said, never a thousandth.
 */
function withDots(text: string, whole: boolean): string {
  const plain = text.replace(/(\d)[.\u00a0\u202f\u2009 ](?=\d{3}(?!\d))/g, '$1');
  return plain.replace(/(\d),(?=\d)/g, whole ? '$1\u066b' : '$1.');
}

/** The example that shows how the numbers of a file were understood, and how many cells it concerned; null = none. */
interface DecimalCommas {
  count: number;
  example: string;
}

/** Writes the numbers of a file with decimal commas with dots, in place. */
export function settleDecimalCommas(
  rows: readonly SourceRow[],
  mapping: Mapping,
  delimiter: string | null,
): DecimalCommas | null {
  if (!hasDecimalCommas(rows, mapping, delimiter)) return null;
  const commas: DecimalCommas = { count: 0, example: '' };
  for (const { field, column } of mapping.values()) {
    const isAxis = field.name === 'lng' || field.name === 'lat';
    if (!isAxis && field.name !== 'lnglat' && !NUMBERS.has(field.type)) continue;
    for (const { cells } of rows) {
      const cell: Cell = cells[column];
      if (typeof cell !== 'string' || !/\d[.,\s]\d/.test(cell)) continue;
      const pair = field.name === 'lnglat' ? PAIR.exec(cell) : null;
      if (field.name === 'lnglat' && pair === null) continue;
      let written: string;
      if (pair !== null) written = `${dotted(pair[1] ?? '')},${dotted(pair[2] ?? '')}`;
      else if (isAxis) written = dotted(cell);
      else written = withDots(cell, WHOLE.has(field.type));
      if (written === cell) continue;
      cells[column] = written;
      commas.count++;
      if (commas.example === '') commas.example = `${cell.trim()} = ${written}`;
    }
  }
  return commas.count > 0 ? commas : null;
}
