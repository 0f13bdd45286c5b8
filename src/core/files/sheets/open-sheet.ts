/** One sheet of a workbook as rows. */
import { ImportFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import type { FileNote, RowFault, SourceRow } from '../source-row.ts';
import { asideText, isAside, noteLines } from '../asides.ts';
import { Columns } from '../columns.ts';
import { REJECTS_COLUMNS } from '../row-source.ts';
import type { ReadOptions, RowSource } from '../row-source.ts';
import { indexOfLayer } from '../layers.ts';
import { UNCALCULATED, isErrorCell } from './cell-text.ts';
import { mergedCells } from './merged-cells.ts';
import { isOneText, shapeOfSheet } from './sheet-shape.ts';
import type { Merge, SheetLine, Workbook } from './workbook.ts';

const SAMPLE = 60;

/** So many rows are named with a warning. */
const MOST_ROWS_TOLD = 1000;

/** Titles that are remarks to whoever fills the sheet in. */
const REMARK = /^\s*(?:[←→↑↓⇐⇒⬅➡※★＊*]|（?注[:：])/;

/** The sheet that was asked for, or the visible one that looks most like a table of ours. */
async function chooseSheet(book: Workbook, { layer, knownTitles }: ReadOptions): Promise<number> {
  const { sheets } = book;
  if (layer !== undefined)
    return indexOfLayer(
      sheets.map(({ name }) => name),
      layer,
    );
  if (sheets.length === 1) return 0;
  let best = { sheet: -1, score: -1 };
  for (const [sheet, { hidden }] of sheets.entries()) {
    const lines = await book.peek(sheet, 12);
    const known = Math.max(0, ...lines.map(({ cells }) => knownTitles(cells)));
    const score = lines.length === 0 ? -1 : (hidden ? 0 : 1000) + known;
    if (score > best.score) best = { sheet, score };
  }
  return Math.max(best.sheet, 0);
}

/** Columns behind a gap with hardly a value in them are notes beside the table. */
function remarkColumns(
  titles: readonly string[],
  first: readonly SheetLine[],
  dataFrom: number,
): number[] {
  const data = first.filter(({ index }) => index >= dataFrom);
  const said = (column: number): number =>
    data.filter(({ cells }) => (cells[column] ?? '').trim() !== '').length;
  const width = Math.max(titles.length, ...data.map(({ cells }) => cells.length));
  const gap = Array.from({ length: width }, (_, i) => i).find(
    (i) => i > 0 && (titles[i] ?? '') === '' && said(i) === 0,
  );
  return Array.from({ length: width }, (_, i) => i).filter((i) => {
    const title = titles[i] ?? '';
    const sparse = said(i) <= Math.max(1, data.length / 10);
    return (
      sparse &&
      ((title !== '' && REMARK.test(title)) ||
        (gap !== undefined && i > gap && (title === '' || REMARK.test(title))))
    );
  });
}

/** Rows of a workbook's sheet. @throws ImportFailure empty_file, unknown_layer */
export async function openSheet(book: Workbook, options: ReadOptions): Promise<RowSource> {
  const sheet = await chooseSheet(book, options);
  const merges = book.merges(sheet);
  const first = await book.peek(sheet, SAMPLE);
  if (first.length === 0)
    throw new ImportFailure('empty_sheet', { sheet: book.sheets[sheet]?.name ?? '' });
  const shape = shapeOfSheet(first, merges, options.knownTitles, options.header);
  const titles = shape.titles ?? [];
  const isRejectsFile = REJECTS_COLUMNS.every(
    (name, i) => titles.at(i - REJECTS_COLUMNS.length) === name,
  );
  if (isRejectsFile) titles.length -= REJECTS_COLUMNS.length;
  const notes: FileNote[] = [];
  const remarks = shape.titles === null ? [] : remarkColumns(titles, first, shape.dataFrom);
  if (remarks.length > 0) {
    const texts = remarks.map(
      (column) =>
        (titles[column] ?? '') ||
        (first.find(({ cells }) => (cells[column] ?? '') !== '')?.cells[column] ?? ''),
    );
    notes.push({
      code: 'remark_columns',
      params: { count: remarks.length, text: texts.join('、').slice(0, 120) },
    });
    for (const column of remarks) titles[column] = '';
    while (titles.length > 1 && titles.at(-1) === '') titles.pop();
  }
  const isRemark = new Set(remarks);
  const asides = first
    .filter(({ index }) => index < shape.dataFrom)
    .slice(0, shape.titleLines)
    .map(({ cells }) => asideText(cells));
  const columns = new Columns();
  const width =
    shape.titles === null ? Math.max(...first.map(({ cells }) => cells.length)) : titles.length;
  if (width > LIMITS.columns)
    throw new ImportFailure('too_many_columns', { count: width, limit: LIMITS.columns });
  for (let i = 0; i < width; i++)
    columns.append(shape.titles === null ? String(i + 1) : (titles[i] ?? ''));
  if (book.sheets.length > 1)
    notes.push({
      code: options.layer === undefined ? 'sheet_chosen' : 'sheet_used',
      params: {
        sheet: book.sheets[sheet]?.name ?? '',
        sheets: book.sheets
          .map(({ name }) => name)
          .join('、')
          .slice(0, 300),
      },
    });
  if (shape.headerLines > 1)
    notes.push({ code: 'header_lines_joined', params: { count: shape.headerLines } });
  const merged = mergedCells(
    merges.filter(({ bottom }) => bottom >= shape.dataFrom),
    shape.dataFrom,
    width,
  );
  const counts = { errors: 0, uncalculated: 0, notes: [] as string[], merged: 0 };
  const [errorRows, uncalculatedRows] = [new Set<number>(), new Set<number>()];
  let row = 0;
  let cellsRead = 0;

  function toRow({ index, cells: own }: SheetLine): SourceRow | null {
    if (index < shape.dataFrom) return null;
    const cells = own.length > width ? own.slice(0, width) : own;
    if (width > 2 && isNote(own, titles, index, merges)) {
      counts.notes.push(asideText(own));
      return null;
    }
    counts.merged += merged.fill(index, cells);
    if (cells.every((cell) => cell === '' || cell.trim() === '')) return null;
    cellsRead += cells.length;
    if (++row > LIMITS.rows) throw new ImportFailure('too_many_rows', { limit: LIMITS.rows });
    if (cellsRead > LIMITS.cells)
      throw new ImportFailure('too_many_cells', { limit: LIMITS.cells });
    let fault: RowFault | null = null;
    const uncalculated: number[] = [];
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? '';
      if (isErrorCell(cell)) {
        cells[i] = '';
        counts.errors++;
        errorRows.add(row);
      } else if (cell === UNCALCULATED) {
        cells[i] = '';
        uncalculated.push(i);
        counts.uncalculated++;
        uncalculatedRows.add(row);
      } else if (cell.length > LIMITS.cellCharacters)
        fault = {
          reason: 'cell_too_large',
          params: { column: titles[i] ?? i + 1, limit: LIMITS.cellCharacters },
        };
      if (isRemark.has(i)) cells[i] = '';
    }
    const beyond = own.findIndex((cell, i) => i >= width && cell.trim() !== '' && !isRemark.has(i));
    if (fault === null && beyond >= 0 && shape.titles !== null && !isRejectsFile)
      fault = { reason: 'too_many_cells', params: { cells: own.length, columns: width } };
    const made: SourceRow = { row, cells, geometry: undefined, id: null, fault, raw: cells };
    return uncalculated.length === 0 ? made : { ...made, uncalculated };
  }

  async function* readAll(): AsyncGenerator<SourceRow[]> {
    for await (const lines of book.lines(sheet)) {
      const rows: SourceRow[] = [];
      for (const line of lines) {
        const made = toRow(line);
        if (made !== null) rows.push(made);
      }
      if (rows.length > 0) yield rows;
    }
    const told = (rows: ReadonlySet<number>): number[] => [...rows].slice(0, MOST_ROWS_TOLD);
    if (counts.errors > 0)
      notes.push({ code: 'error_cells', params: { count: counts.errors }, rows: told(errorRows) });
    if (counts.uncalculated > 0)
      notes.push({
        code: 'uncalculated_cells',
        params: { count: counts.uncalculated },
        rows: told(uncalculatedRows),
      });
    if (counts.merged > 0)
      notes.push({ code: 'merged_cells_filled', params: { count: counts.merged } });
    notes.push(...noteLines(counts.notes));
    asides.push(...counts.notes);
  }

  return {
    format: book.format,
    columns: columns.names,
    delimiter: null,
    header: shape.titles !== null,
    titleLines: shape.titleLines,
    asides,
    mixedDelimiters: [],
    nanRows: [],
    truncated: false,
    isRejectsFile,
    head: {},
    layers: book.sheets.map(({ name }) => ({ name })),
    layer: book.sheets[sheet]?.name ?? null,
    notes,
    batches: readAll(),
  };
}

/** A line that is one merged text across the table, or one remark with nothing beside it. */
function isNote(
  cells: readonly string[],
  titles: readonly string[],
  index: number,
  merges: readonly Merge[],
): boolean {
  if (isAside(cells, titles)) return true;
  const said = cells.filter((cell) => cell.trim() !== '');
  const [only] = said;
  return (
    merges.length > 0 &&
    said.length === 1 &&
    isOneText(cells, [], index) &&
    merges.some(
      ({ top, bottom, left, right }) =>
        index === top && bottom === top && right - left + 1 >= 3 && cells[left] === only,
    )
  );
}
