/** CSV, TSV and their relatives: text to rows. */
import { FileFailure } from '../failure.ts';
import type { FileNote, RowFault, SourceRow } from '../source-row.ts';
import { asideText, isAside, noteLines } from '../asides.ts';
import { Columns } from '../columns.ts';
import { DELIMITERS, detectDelimiter, findHeader } from './delimiter.ts';
import { parsePiece, parseStepwise } from './papa.ts';
import { REJECTS_COLUMNS } from '../row-source.ts';
import type { RowSource } from '../row-source.ts';

export interface DelimitedOptions {
  delimiter?: string | undefined;
  header?: boolean | undefined;
  /** How many cells of a line are column titles the importer knows. */
  knownTitles: (cells: readonly string[]) => number;
}

/** Text looked at before the first row is given out, in characters. */
const SAMPLE = 1 << 17;
/** A quoted cell that runs over this much text without an end is a quote that never closes. */
const OPEN_QUOTE_LIMIT = 1 << 25;
const CELL_LIMIT = 1_000_000;

function isBlank(cells: readonly string[]): boolean {
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? '';
    if (cell === '') continue;
    // Most lines are recognised by their first character; no blank is among these.
    const code = cell.charCodeAt(0);
    if ((code > 0x20 && code < 0x7f) || (code > 0x3000 && code < 0xfeff) || cell.trim() !== '')
      return false;
  }
  return true;
}

/** Index of a cell that is larger than any should be, or -1. */
function hugeCell(cells: readonly string[]): number {
  for (let i = 0; i < cells.length; i++) if ((cells[i]?.length ?? 0) > CELL_LIMIT) return i;
  return -1;
}

/** Read a delimited text. @throws FileFailure not_a_table, empty_file */
export async function openDelimited(
  text: AsyncIterable<string>,
  options: DelimitedOptions,
): Promise<RowSource> {
  const lines = withPlainLineEnds(text)[Symbol.asyncIterator]();
  const { sample, ...start } = await takeSample(lines);
  let { ended } = start;
  const whole = ended ? sample : sample.slice(0, sample.lastIndexOf('\n') + 1);
  const delimiter = options.delimiter ?? detectDelimiter(whole);
  const first = parsePiece(whole, delimiter, false)
    .data.filter((cells) => !isBlank(cells))
    .slice(0, 60);
  if (first.length === 0) throw new FileFailure('empty_file');
  const found = options.header === false ? -1 : findHeader(first, options.knownTitles);
  const headerAt = options.header === true ? Math.max(found, 0) : found;
  const columns = new Columns();
  const titles = (first[headerAt] ?? []).map((title) => title.trim());
  const isRejectsFile = REJECTS_COLUMNS.every(
    (name, i) => titles.at(i - REJECTS_COLUMNS.length) === name,
  );
  if (isRejectsFile) titles.length -= REJECTS_COLUMNS.length;
  while (titles.length > 1 && titles.at(-1) === '') titles.pop();
  const width = headerAt >= 0 ? titles.length : Math.max(...first.map((cells) => cells.length));
  for (let i = 0; i < width; i++) columns.append(headerAt >= 0 ? (titles[i] ?? '') : String(i + 1));
  if (width < 2 && first.length < 2)
    throw new FileFailure('not_a_table', { start: whole.slice(0, 60) });

  const mixedDelimiters: number[] = [];
  const asides = first.slice(0, Math.max(headerAt, 0)).map(asideText);
  const below: string[] = [];
  const notes: FileNote[] = [];
  const mayHoldAsides = headerAt >= 0 && width > 2 && !isRejectsFile;
  let row = 0;
  let skip = headerAt + 1;

  function toRow(cells: string[], fault: RowFault | null): SourceRow | null {
    if (fault === null && isBlank(cells)) return null;
    if (skip > 0) {
      skip--;
      return null;
    }
    if (fault === null && mayHoldAsides && isAside(cells, titles)) {
      below.push(asideText(cells));
      return null;
    }
    row++;
    if (fault === null && cells.length === 1 && width > 1) cells = byItsOwnDelimiter(cells);
    if (isRejectsFile) cells = cells.slice(0, width);
    while (cells.length > width && cells.at(-1)?.trim() === '') cells.pop();
    return { row, cells, geometry: undefined, id: null, fault: faultOf(cells, fault), raw: cells };
  }

  /** A line that another delimiter cuts into the right number of cells was written with that one. */
  function byItsOwnDelimiter(cells: string[]): string[] {
    const [whole = ''] = cells;
    const other = DELIMITERS.find((one) => one !== delimiter && whole.split(one).length === width);
    if (other === undefined) return cells;
    mixedDelimiters.push(row);
    return parsePiece(whole, other, false).data[0] ?? cells;
  }

  /** What is wrong with the cells of a row; a cell that is too large comes before what reading found. */
  function faultOf(cells: readonly string[], fault: RowFault | null): RowFault | null {
    const huge = hugeCell(cells);
    if (huge >= 0)
      return {
        reason: 'cell_too_large',
        params: { column: columns.names[huge] ?? huge + 1, limit: CELL_LIMIT },
      };
    if (fault === null && cells.length > width && headerAt >= 0)
      return { reason: 'too_many_cells', params: { cells: cells.length, columns: width } };
    return fault;
  }

  async function* readAll(): AsyncGenerator<SourceRow[]> {
    let buffer = sample;
    let nextTry = 0;
    for (;;) {
      if (ended || buffer.length >= nextTry) {
        const { rows, used } = takeRows(buffer, delimiter, !ended, toRow);
        if (rows.length > 0) yield rows;
        buffer = buffer.slice(used);
        // No whole line yet: wait for twice the text instead of reading the same start again and again.
        nextTry = used === 0 ? buffer.length * 2 : 0;
      }
      if (ended) {
        asides.push(...below);
        notes.push(...noteLines(below));
        return;
      }
      const next = await lines.next();
      if (next.done === true) ended = true;
      else buffer += next.value;
    }
  }

  return {
    format: 'csv',
    columns: columns.names,
    delimiter,
    header: headerAt >= 0,
    titleLines: Math.max(headerAt, 0),
    asides,
    mixedDelimiters,
    nanRows: [],
    truncated: false,
    isRejectsFile,
    head: {},
    layers: [],
    layer: null,
    notes,
    batches: readAll(),
  };
}

/** The beginning of a text, enough to see how it is written; all of it where it has ended by then. */
async function takeSample(
  lines: AsyncIterator<string>,
): Promise<{ sample: string; ended: boolean }> {
  let sample = '';
  while (sample.length < SAMPLE) {
    const next = await lines.next();
    if (next.done === true) return { sample, ended: true };
    sample += next.value;
  }
  return { sample, ended: false };
}

type ToRow = (cells: string[], fault: RowFault | null) => SourceRow | null;

/** Rows of the whole lines in `text`, and how much of it they took. */
function takeRows(
  text: string,
  delimiter: string,
  unfinished: boolean,
  toRow: ToRow,
): { rows: SourceRow[]; used: number } {
  const rows: SourceRow[] = [];
  const keep = (cells: string[], fault: RowFault | null = null): void => {
    const made = toRow(cells, fault);
    if (made !== null) rows.push(made);
  };
  let at = 0;
  for (;;) {
    const piece = at === 0 ? text : text.slice(at);
    const parsed = parsePiece(piece, delimiter, unfinished);
    if (parsed.errors.length === 0) {
      for (const cells of parsed.data) keep(cells);
      const stuck = unfinished && parsed.meta.cursor === 0 && piece.length > OPEN_QUOTE_LIMIT;
      if (!stuck) return { rows, used: unfinished ? at + parsed.meta.cursor : text.length };
    }
    at += takeUpToBadQuote(piece, delimiter, keep);
    if (at >= text.length) return { rows, used: text.length };
  }
}

/**
 * A quote that does not close swallows every line behind it. Keep the rows before it, refuse its first line alone, and
 * go on with the next line. Returns the length of what was dealt with.
 */
function takeUpToBadQuote(
  piece: string,
  delimiter: string,
  keep: (cells: string[], fault?: RowFault) => void,
): number {
  let good = 0;
  parseStepwise(piece, delimiter, ({ data, errors, meta }) => {
    if (errors.length > 0) return false;
    for (const cells of data) keep(cells);
    good = meta.cursor;
    return true;
  });
  const lineEnd = piece.indexOf('\n', good);
  const end = lineEnd < 0 ? piece.length : lineEnd;
  const line = piece.slice(good, end);
  if (line !== '')
    keep(line.split(delimiter), {
      reason: 'unbalanced_quotes',
      params: { text: line.slice(0, 80) },
    });
  return end + 1;
}

/** `\r\n` and `\r` become `\n`, also when a chunk ends between them. */
async function* withPlainLineEnds(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const chunk of text) {
    let piece = held + chunk;
    held = '';
    if (piece.endsWith('\r')) {
      held = '\r';
      piece = piece.slice(0, -1);
    }
    yield piece.includes('\r') ? piece.replace(/\r\n?/g, '\n') : piece;
  }
  if (held !== '') yield '\n';
}
