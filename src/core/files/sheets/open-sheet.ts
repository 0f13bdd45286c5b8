/** One sheet of a workbook as rows. */
import { FileFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import type { FileNote, SourceRow } from '../source-row.ts';
import { asideText } from '../asides.ts';
import { Columns } from '../columns.ts';
import { REJECTS_COLUMNS } from '../row-source.ts';
import type { ReadOptions, RowSource } from '../row-source.ts';
import { indexOfLayer } from '../layers.ts';
import { SheetRows } from './sheet-rows.ts';
import type { SheetTable } from './sheet-rows.ts';
import { shapeOfSheet } from './sheet-shape.ts';
import type { SheetShape } from './sheet-shape.ts';
import type { SheetLine, Workbook } from './workbook.ts';

const SAMPLE = 60;

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

/** Where the table of a sheet is, without the columns that are only remarks; these are noted. */
function tableOf(shape: SheetShape, first: readonly SheetLine[], notes: FileNote[]): SheetTable {
  const { dataFrom } = shape;
  if (shape.titles === null)
    return {
      titles: [],
      hasTitles: false,
      width: Math.max(...first.map(({ cells }) => cells.length)),
      dataFrom,
      remarks: new Set(),
      isRejectsFile: false,
    };
  const isRejectsFile = REJECTS_COLUMNS.every(
    (name, i) => shape.titles?.at(i - REJECTS_COLUMNS.length) === name,
  );
  const titles = isRejectsFile ? shape.titles.slice(0, -REJECTS_COLUMNS.length) : shape.titles;
  const remarks = remarkColumns(titles, first, dataFrom);
  if (remarks.length > 0) {
    notes.push(remarksNote(remarks, titles, first));
    for (const column of remarks) titles[column] = '';
    while (titles.length > 1 && titles.at(-1) === '') titles.pop();
  }
  return {
    titles,
    hasTitles: true,
    width: titles.length,
    dataFrom,
    remarks: new Set(remarks),
    isRejectsFile,
  };
}

function remarksNote(
  remarks: readonly number[],
  titles: readonly string[],
  first: readonly SheetLine[],
): FileNote {
  const texts = remarks.map(
    (column) =>
      (titles[column] ?? '') ||
      (first.find(({ cells }) => (cells[column] ?? '') !== '')?.cells[column] ?? ''),
  );
  return {
    code: 'remark_columns',
    params: { count: remarks.length, text: texts.join('、').slice(0, 120) },
  };
}

/** Which of several sheets is read. */
function sheetNote({ sheets }: Workbook, sheet: number, isAskedFor: boolean): FileNote[] {
  if (sheets.length <= 1) return [];
  const names = sheets.map(({ name }) => name).join('、');
  return [
    {
      code: isAskedFor ? 'sheet_used' : 'sheet_chosen',
      params: { sheet: sheets[sheet]?.name ?? '', sheets: names.slice(0, 300) },
    },
  ];
}

/** Columns without titles are numbered. @throws FileFailure too_many_columns */
function columnNames({ titles, hasTitles, width }: SheetTable): string[] {
  if (width > LIMITS.columns)
    throw new FileFailure('too_many_columns', { count: width, limit: LIMITS.columns });
  const columns = new Columns();
  for (let i = 0; i < width; i++) columns.append(hasTitles ? (titles[i] ?? '') : String(i + 1));
  return columns.names;
}

/** Rows of a workbook's sheet. @throws FileFailure empty_file, unknown_layer */
export async function openSheet(book: Workbook, options: ReadOptions): Promise<RowSource> {
  const sheet = await chooseSheet(book, options);
  const merges = book.merges(sheet);
  const first = await book.peek(sheet, SAMPLE);
  if (first.length === 0)
    throw new FileFailure('empty_sheet', { sheet: book.sheets[sheet]?.name ?? '' });
  const shape = shapeOfSheet(first, merges, options.knownTitles, options.header);
  const notes: FileNote[] = [];
  const table = tableOf(shape, first, notes);
  const asides = first
    .filter(({ index }) => index < shape.dataFrom)
    .slice(0, shape.titleLines)
    .map(({ cells }) => asideText(cells));
  const columns = columnNames(table);
  notes.push(...sheetNote(book, sheet, options.layer !== undefined));
  if (shape.headerLines > 1)
    notes.push({ code: 'header_lines_joined', params: { count: shape.headerLines } });
  const rows = new SheetRows(table, merges);

  async function* readAll(): AsyncGenerator<SourceRow[]> {
    for await (const lines of book.lines(sheet)) {
      const made: SourceRow[] = [];
      for (const line of lines) {
        const row = rows.rowOf(line);
        if (row !== null) made.push(row);
      }
      if (made.length > 0) yield made;
    }
    notes.push(...rows.notes());
    asides.push(...rows.asides);
  }

  return {
    format: book.format,
    columns,
    delimiter: null,
    header: table.hasTitles,
    titleLines: shape.titleLines,
    asides,
    mixedDelimiters: [],
    nanRows: [],
    truncated: false,
    isRejectsFile: table.isRejectsFile,
    head: {},
    layers: book.sheets.map(({ name }) => ({ name })),
    layer: book.sheets[sheet]?.name ?? null,
    notes,
    batches: readAll(),
  };
}
