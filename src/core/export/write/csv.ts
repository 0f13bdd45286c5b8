/** CSV as Excel opens it: UTF-8 with a byte order mark, commas, CRLF; nothing in it can run as a formula. */
import { guardFormula } from '../../text/formula.ts';
import { TextOut } from '../text.ts';
import type { CellValue, ExportRow, Sink, Writer } from '../types.ts';

/** A line of cells, ended by CRLF. */
export const csvLine = (values: readonly CellValue[]): string =>
  `${values.map(cellText).join(',')}\r\n`;

function cellText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = guardFormula(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function writeCsv(
  titles: readonly string[],
  cells: (row: ExportRow) => readonly CellValue[],
  sink: Sink,
): Writer {
  const out = new TextOut(sink);
  const line = (values: readonly CellValue[]): void => out.write(csvLine(values));
  out.write('\uFEFF');
  line(titles);
  return { row: (row) => line(cells(row)), end: () => out.flush(), leftOut: 0 };
}
