/**
 * dBASE III tables in UTF-8. A text cell holds 254 bytes: longer texts go on in `name_2`, `name_3` …, which the importer
 * joins. A text that would need more than MOST_PIECES cells is left out whole (an empty cell wipes nothing on import).
 */
import { keepApostrophe } from '../../text/formula.ts';
import type { CellValue, ExportColumn, Sink } from '../types.ts';

const CELL_BYTES = 254;
const MOST_PIECES = 24;
/** A record's bytes are counted in 16 bits. */
const MOST_RECORD = 65_000;

interface Column {
  name: string;
  /** Which value of a row it holds, and which piece of it. */
  value: number;
  piece: number;
  numeric: boolean;
  width: number;
  decimals: number;
}

interface DbfTable {
  columns: readonly Column[];
  /** Values too long for any cells. */
  leftOut: number;
}

const encoder = new TextEncoder();
const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);
const byteLength = (text: string): number =>
  isAscii(text) ? text.length : encoder.encode(text).length;

/** Pieces of at most CELL_BYTES bytes that neither begin nor end with a blank (readers take those off). */
function piecesOf(text: string): string[] {
  if (byteLength(text) <= CELL_BYTES) return [text];
  const characters = [...text];
  const pieces: string[] = [];
  let at = 0;
  while (at < characters.length) {
    let bytes = 0;
    let end = at;
    while (end < characters.length) {
      const more = byteLength(characters[end] ?? '');
      if (bytes + more > CELL_BYTES) break;
      bytes += more;
      end++;
    }
    let good = end;
    const blank = (i: number): boolean => /\s/.test(characters[i] ?? 'x');
    while (end < characters.length && good > at + 1 && (blank(good - 1) || blank(good))) good--;
    end = good > at + 1 ? good : end;
    pieces.push(characters.slice(at, end).join(''));
    at = end;
  }
  return pieces;
}

const decimalsOf = (value: number): number => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
const isPlain = (value: CellValue): boolean =>
  value === null || (typeof value === 'number' && !String(value).includes('e'));

/** A value as the text of its cells. */
const textOf = (value: CellValue): string =>
  typeof value === 'string' ? keepApostrophe(value) : String(value ?? '');

/** The columns that hold a table's values, wide enough for every one. */
export function planColumns(
  columns: readonly ExportColumn[],
  rows: readonly (readonly CellValue[])[],
): DbfTable {
  let leftOut = 0;
  let total = 1;
  const planned = columns.flatMap(({ dbf }, value): Column[] => {
    const numbers = rows.map((row) => row[value] ?? null);
    const some = numbers.some((one) => one !== null);
    if (some && numbers.every(isPlain)) {
      const decimals = Math.max(...numbersOf(numbers).map(decimalsOf));
      const whole = Math.max(
        ...numbersOf(numbers).map(
          (one) => String(Math.trunc(one)).length + (one < 0 && one > -1 ? 1 : 0),
        ),
      );
      const width = whole + (decimals > 0 ? decimals + 1 : 0);
      if (width <= 18) {
        total += width;
        return [{ name: dbf, value, piece: 0, numeric: true, width, decimals }];
      }
    }
    const widths: number[] = [1];
    for (const one of numbers) {
      const text = textOf(one);
      if (text.length * 4 <= (widths[0] ?? 0)) continue;
      const pieces = piecesOf(text);
      if (pieces.length > MOST_PIECES) leftOut++;
      else pieces.forEach((piece, i) => (widths[i] = Math.max(widths[i] ?? 1, byteLength(piece))));
    }
    return widths.map((width, piece) => {
      total += width;
      const name = piece === 0 ? dbf : `${dbf.slice(0, piece < 9 ? 8 : 7)}_${piece + 1}`;
      return { name, value, piece, numeric: false, width, decimals: 0 };
    });
  });
  // What does not fit one record any more is left out, longest text first.
  while (total > MOST_RECORD) {
    const [longest] = [...planned].sort((a, b) => b.piece - a.piece);
    if (longest === undefined || longest.piece === 0) break;
    for (const one of planned.filter(({ value }) => value === longest.value)) total -= one.width;
    leftOut += rows.length;
    planned.splice(0, planned.length, ...planned.filter(({ value }) => value !== longest.value));
  }
  return { columns: planned, leftOut };
}

const numbersOf = (values: readonly CellValue[]): number[] =>
  values.filter((one) => typeof one === 'number');

/** The table, a part at a time; `pace` lets others work in between. */
export async function writeDbf(
  table: DbfTable,
  rows: readonly (readonly CellValue[])[],
  at: Date,
  sink: Sink,
  pace: () => Promise<void>,
): Promise<void> {
  const { columns } = table;
  const recordSize = 1 + columns.reduce((sum, { width }) => sum + width, 0);
  const header = new Uint8Array(32 + 32 * columns.length + 1);
  const view = new DataView(header.buffer);
  header.set([3, at.getUTCFullYear() - 1900, at.getUTCMonth() + 1, at.getUTCDate()]);
  view.setUint32(4, rows.length, true);
  view.setUint16(8, header.length, true);
  view.setUint16(10, recordSize, true);
  columns.forEach(({ name, numeric, width, decimals }, i) => {
    const field = 32 + 32 * i;
    header.set(encoder.encode(name).subarray(0, 10), field);
    header[field + 11] = numeric ? 78 : 67;
    header[field + 16] = width;
    header[field + 17] = decimals;
  });
  header[header.length - 1] = 13;
  sink(header);
  const perBatch = Math.max(1, Math.floor((256 * 1024) / recordSize));
  for (let from = 0; from < rows.length; from += perBatch) {
    const batch = rows.slice(from, from + perBatch);
    const bytes = new Uint8Array(batch.length * recordSize).fill(32);
    batch.forEach((values, i) => {
      let cell = i * recordSize + 1;
      let pieces: string[] = [];
      for (const { value, piece, numeric, width, decimals } of columns) {
        const one = values[value] ?? null;
        if (numeric) {
          const text = one === null ? '' : (one as number).toFixed(decimals);
          encoder.encodeInto(text, bytes.subarray(cell + width - text.length, cell + width));
        } else {
          if (piece === 0) pieces = piecesOf(textOf(one));
          const text = pieces.length > MOST_PIECES ? '' : (pieces[piece] ?? '');
          encoder.encodeInto(text, bytes.subarray(cell, cell + width));
        }
        cell += width;
      }
    });
    sink(bytes);
    await pace();
  }
  sink(new Uint8Array([26]));
}
