/** A file read whole: its rows, its columns, and which column fills which field. */
import type { WarningCode } from './codes.ts';
import type { FailureCode } from '../files/failure.ts';
import { FileFailure } from '../files/failure.ts';
import { joinContinued } from './columns/continued-columns.ts';
import { mapCutTitles } from './columns/cut-titles.ts';
import { fieldsOf } from './columns/fields.ts';
import { fitOfName } from './columns/kind-words.ts';
import { guessByValues } from './columns/guess-columns.ts';
import {
  countKnownTitles,
  findField,
  listColumns,
  mapByHand,
  mapByPlace,
  mapByTitle,
} from './columns/map-columns.ts';
import type { Mapping } from './columns/map-columns.ts';
import { LIMITS } from '../files/limits.ts';
import { joinColumns } from './join/join.ts';
import type { JoinTable } from './join/join.ts';
import { settleDecimalCommas } from './values/decimal-comma.ts';
import { openFile } from '../files/open-file.ts';
import { REJECTS_COLUMNS } from '../files/row-source.ts';
import type { ReadOptions, RowSource } from '../files/row-source.ts';
import { statedDate } from './values/stated-date.ts';
import type { ImportOptions, Warning } from './types.ts';
import type { Params, SourceRow } from '../files/source-row.ts';

export interface FileRead {
  source: RowSource;
  encoding: string;
  rows: SourceRow[];
  columns: string[];
  /** Columns of the file itself, without joined ones. */
  ownWidth: number;
  mapping: Mapping;
  set: Readonly<Record<string, string>>;
  warnings: Warning[];
}

interface Loaded {
  source: RowSource;
  encoding: string;
  seems: string | null;
  sure: boolean;
  rows: SourceRow[];
}

/** @param most rows after which reading stops (for a look at the file). */
async function load(
  input: AsyncIterable<Uint8Array>,
  options: ReadOptions,
  most = Infinity,
): Promise<Loaded> {
  const { source, encoding, sure, seems = null } = await openFile(input, options);
  const rows: SourceRow[] = [];
  for await (const batch of source.batches) {
    for (const row of batch) rows.push(row);
    if (rows.length > LIMITS.rows) throw new FileFailure('too_many_rows', { limit: LIMITS.rows });
    if (source.columns.length > LIMITS.columns)
      throw new FileFailure('too_many_columns', {
        count: source.columns.length,
        limit: LIMITS.columns,
      });
    if (rows.length >= most) break;
  }
  if (rows.length === 0 && source.format === 'geojson' && Object.keys(source.head).length === 0)
    throw new FileFailure('not_geojson', { start: '' });
  return { source, encoding, sure, seems, rows };
}

const NONE_CUT: ReadonlySet<number> = new Set();
const EQUALS = 61;

function holdsFormula({ cells }: SourceRow): boolean {
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (typeof cell === 'string' && cell.charCodeAt(0) === EQUALS) return true;
  }
  return false;
}

/** The importer's own rejects files carry two columns that are not data. */
function dropRejectsColumns({ source, rows }: Loaded): boolean {
  if (source.isRejectsFile) return true;
  if (
    source.format !== 'geojson' ||
    (source.head.muster as { rejectsOf?: unknown } | undefined)?.rejectsOf === undefined
  )
    return false;
  for (const name of REJECTS_COLUMNS) {
    const at = source.columns.indexOf(name);
    if (at < 0) continue;
    source.columns.splice(at, 1);
    for (const row of rows) row.cells.splice(at, 1);
  }
  for (const row of rows) {
    const feature = row.raw as { properties?: Record<string, unknown> | null };
    if (feature.properties == null) continue;
    const properties = { ...feature.properties };
    for (const name of REJECTS_COLUMNS) delete properties[name];
    row.raw = { ...feature, properties };
  }
  delete source.head.muster;
  return true;
}

/** Read, join and map. @throws FileFailure */
export async function readFile(
  input: AsyncIterable<Uint8Array>,
  options: ImportOptions,
  most?: number,
): Promise<FileRead> {
  const onBytes = (done: number): void =>
    options.onProgress?.({ phase: 'read', done, total: null });
  const loaded = await load(
    input,
    {
      ...options,
      knownTitles: countKnownTitles,
      fitOfName: (name) => fitOfName(options.kind, name),
      onBytes,
    },
    most,
  );
  const { source, rows, encoding } = loaded;
  const warnings = notesOfReading(loaded, dropRejectsColumns(loaded));
  const set = fieldSet(options);
  const columns = [...source.columns];
  const ownWidth = columns.length;
  const continuing = joinContinued(columns, rows);
  if (options.join !== undefined) {
    const table = await loadJoin(options);
    const before = mapByTitle(options.kind, columns, mapWhatIsThere(options, columns));
    warnings.push(...joinColumns(options.kind, { columns, rows, mapping: before }, table));
  }
  const { mapping, said } = (source.header ? mapTitled : mapUntitled)(
    options,
    source,
    columns,
    rows,
  );
  warnings.push(...said);
  const stated =
    mapping.has('observedAt') || set.observedAt !== undefined ? null : dateBeside(options, source);
  if (stated !== null) warnings.push({ code: 'date_stated', params: { ...stated } });
  const commas = settleDecimalCommas(rows, mapping, source.delimiter);
  if (commas !== null) warnings.push({ code: 'decimal_comma', params: { ...commas } });
  const used = new Set([...mapping.values()].map(({ column }) => column));
  const unused = columns.filter(
    (title, i) => i < ownWidth && !used.has(i) && !continuing.has(i) && title !== '',
  );
  if (unused.length > 0 && source.header)
    warnings.push({ code: 'columns_unused', params: { columns: listColumns(unused) } });
  return { source, encoding, rows, columns, ownWidth, mapping, set, warnings };
}

/** What is to be said of a file before anybody knows what its columns mean. */
function notesOfReading(loaded: Loaded, isRejectsFile: boolean): Warning[] {
  const { source, rows, encoding, seems, sure } = loaded;
  const notes: Warning[] = [];
  const note = (code: WarningCode, params: Params = {}): void => void notes.push({ code, params });
  const noteRows = (code: WarningCode, at: readonly number[]): void => {
    if (at.length > 0) notes.push({ code, params: { count: at.length }, rows: at.slice(0, 1000) });
  };
  if (seems !== null) note('encoding_contradicted', { encoding, seems });
  if (!sure) note('encoding_unsure', { encoding });
  if (isRejectsFile) note('rejects_reimported');
  if (source.titleLines > 0) {
    const text = (source.asides ?? []).slice(0, source.titleLines).join(' / ');
    note('title_lines_skipped', { count: source.titleLines, text: text.slice(0, 120) });
  }
  noteRows('mixed_delimiters', source.mixedDelimiters);
  noteRows('nan_values', source.nanRows);
  if (source.truncated) note('truncated');
  notes.push(...source.notes);
  if (source.format === 'csv')
    noteRows(
      'formula_cells',
      rows.filter(holdsFormula).map(({ row }) => row),
    );
  return notes;
}

interface Mapped {
  mapping: Mapping;
  said: Warning[];
}

/** What a person said of single columns comes before their titles. */
function mapByPerson(
  { kind, map, columns: places }: ImportOptions,
  columns: readonly string[],
): { byHand: ReturnType<typeof mapByHand>; notUsed: ReturnType<typeof mapByPlace> } {
  const byHand = mapByHand(kind, columns, map ?? []);
  return { byHand, notUsed: mapByPlace(kind, columns.length, places ?? {}, byHand) };
}

function mapTitled(
  options: ImportOptions,
  { cutTitles: cut = NONE_CUT }: RowSource,
  columns: readonly string[],
  rows: readonly SourceRow[],
): Mapped {
  const { byHand, notUsed } = mapByPerson(options, columns);
  const titled = mapByTitle(options.kind, columns, byHand, notUsed);
  const { mapping, warnings } = mapCutTitles(options.kind, { columns, cut, rows }, titled, notUsed);
  return { mapping, said: warnings };
}

/** @throws FileFailure not_a_table: program text and prose have lines and commas as well */
function mapUntitled(
  options: ImportOptions,
  source: RowSource,
  columns: readonly string[],
  rows: readonly SourceRow[],
): Mapped {
  const { byHand, notUsed } = mapByPerson(options, columns);
  const fields = fieldsOf(options.kind);
  const mapping = guessByValues(rows, source.columns.length, fields, byHand, notUsed);
  if (mapping.size === 0 && columns.length < 3)
    throw new FileFailure('not_a_table', {
      start: String(rows[0]?.cells[0] ?? '').slice(0, 60),
    });
  const said: Warning[] = [
    { code: 'no_header', params: { count: columns.length, sample: sampleOf(rows) } },
  ];
  const guessed = [...mapping.values()].filter(({ by }) => by === 'values');
  if (guessed.length > 0)
    said.push({
      code: 'guessed_columns',
      params: {
        pairs: guessed.map(({ column, field }) => `${column + 1}=${field.name}`).join(', '),
      },
    });
  return { mapping, said };
}

/**
 * A date that stands beside the table. It is said and never applied by itself: it may be when the sheet was filled in, or
 * until when it was true.
 */
function dateBeside({ kind }: ImportOptions, { asides }: RowSource): ReturnType<typeof statedDate> {
  const hasTime = fieldsOf(kind).some(({ name }) => name === 'observedAt');
  return hasTime ? statedDate(asides ?? []) : null;
}

/** Pairs whose column is in the file itself; those of a joined file are mapped later. */
function mapWhatIsThere(
  options: ImportOptions,
  columns: readonly string[],
): ReturnType<typeof mapByHand> {
  const there = (options.map ?? []).filter((pair) => {
    try {
      return mapByHand(options.kind, columns, [pair]).size > 0;
    } catch {
      return false;
    }
  });
  return mapByHand(options.kind, columns, there);
}

async function loadJoin({ join }: ImportOptions): Promise<JoinTable> {
  if (join === undefined) throw new FileFailure('join_key_missing' satisfies FailureCode);
  const { source, rows } = await load(join.input, {
    fileName: join.fileName,
    knownTitles: countKnownTitles,
  });
  return { fileName: join.fileName, columns: source.columns, rows, key: join.key };
}

/** `--set` values by field name. @throws FileFailure unknown_field */
function fieldSet({ kind, set }: ImportOptions): Record<string, string> {
  const fields = fieldsOf(kind);
  const known: Record<string, string> = {};
  for (const [name, value] of Object.entries(set ?? {})) {
    const field = findField(fields, name);
    if (field === undefined || field.type === 'coordinate')
      throw new FileFailure('unknown_field', {
        field: name,
        fields: fields.map((one) => one.name).join(', '),
      });
    known[field.name] = value;
  }
  return known;
}

const sampleOf = (rows: readonly SourceRow[]): string =>
  (rows[0]?.cells ?? [])
    .map((cell, i) => `${i + 1}: ${String(cell).slice(0, 20)}`)
    .slice(0, 30)
    .join(' | ');
