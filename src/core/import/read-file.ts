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
  const warnings: Warning[] = [];
  const warn = (code: WarningCode, params: Params = {}, at?: readonly number[]): void => {
    warnings.push({ code, params, ...(at === undefined ? {} : { rows: at.slice(0, 1000) }) });
  };
  if (loaded.seems !== null) warn('encoding_contradicted', { encoding, seems: loaded.seems });
  if (!loaded.sure) warn('encoding_unsure', { encoding });
  if (dropRejectsColumns(loaded)) warn('rejects_reimported');
  if (source.titleLines > 0) {
    const text = (source.asides ?? []).slice(0, source.titleLines).join(' / ');
    warn('title_lines_skipped', { count: source.titleLines, text: text.slice(0, 120) });
  }
  if (source.mixedDelimiters.length > 0)
    warn('mixed_delimiters', { count: source.mixedDelimiters.length }, source.mixedDelimiters);
  if (source.nanRows.length > 0)
    warn('nan_values', { count: source.nanRows.length }, source.nanRows);
  if (source.truncated) warn('truncated');
  warnings.push(...source.notes);
  const formulas = source.format === 'csv' ? rows.filter(holdsFormula) : [];
  if (formulas.length > 0)
    warn(
      'formula_cells',
      { count: formulas.length },
      formulas.map(({ row }) => row),
    );

  const set = fieldSet(options);
  const columns = [...source.columns];
  const ownWidth = columns.length;
  const continuing = joinContinued(columns, rows);
  if (options.join !== undefined) {
    const table = await loadJoin(options);
    const before = mapByTitle(options.kind, columns, mapWhatIsThere(options, columns));
    warnings.push(...joinColumns(options.kind, columns, rows, before, table));
  }
  const byHand = mapByHand(options.kind, columns, options.map ?? []);
  const notUsed = mapByPlace(options.kind, columns.length, options.columns ?? {}, byHand);
  let mapping: Mapping;
  if (source.header) {
    mapping = mapByTitle(options.kind, columns, byHand, notUsed);
    const cut = mapCutTitles(
      options.kind,
      columns,
      source.cutTitles ?? NONE_CUT,
      rows,
      mapping,
      notUsed,
    );
    mapping = cut.mapping;
    warnings.push(...cut.warnings);
  } else {
    const guessed = guessByValues(rows, ownWidth, fieldsOf(options.kind), byHand, notUsed);
    mapping = guessed;
    // Program text and prose have lines and commas as well.
    if (mapping.size === 0 && columns.length < 3)
      throw new FileFailure('not_a_table', {
        start: String(rows[0]?.cells[0] ?? '').slice(0, 60),
      });
    warn('no_header', { count: columns.length, sample: sampleOf(rows) });
    const named = [...guessed.values()].filter(({ by }) => by === 'values');
    if (named.length > 0)
      warn('guessed_columns', {
        pairs: named.map(({ column, field }) => `${column + 1}=${field.name}`).join(', '),
      });
  }
  // Said, never applied by itself: it may be when the sheet was filled in, or until when it was true.
  const stated =
    mapping.has('observedAt') || set.observedAt !== undefined
      ? null
      : statedDate(source.asides ?? []);
  if (stated !== null && fieldsOf(options.kind).some(({ name }) => name === 'observedAt'))
    warn('date_stated', { ...stated });
  const commas = settleDecimalCommas(rows, mapping, source.delimiter);
  if (commas !== null) warn('decimal_comma', { ...commas });
  const used = new Set([...mapping.values()].map(({ column }) => column));
  const unused = columns.filter(
    (title, i) => i < ownWidth && !used.has(i) && !continuing.has(i) && title !== '',
  );
  if (unused.length > 0 && source.header) warn('columns_unused', { columns: listColumns(unused) });
  return { source, encoding, rows, columns, ownWidth, mapping, set, warnings };
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
