/**
 * The importer: a file in, a plan of records out. Pure: bytes come from the caller, records go back to it, nothing is
 * stored here. Every row ends in exactly one of accepted, duplicates or rejected.
 */
import { checkPlaces } from './check-places.ts';
import type { PlacedRow } from './place/candidate.ts';
import { alikeGroups, countLooseGroups } from './identity/identify.ts';
import type { Described } from './identity/identify.ts';
import type { RowTexts } from './identity/row-texts.ts';
import { SeenRows } from './identity/same-row.ts';
import { joinParts } from './plan/join-parts.ts';
import { buildRecords } from './plan/build-records.ts';
import { readFile } from './read-file.ts';
import { saysTotal } from './values/totals.ts';
import type { Fault, ImportOptions, ImportPlan, Rejection, Warning } from './types.ts';
import type { SourceRow } from '../files/source-row.ts';
import type { Cell } from '../text/cell.ts';

const REPLACEMENT = '\uFFFD';

/** The text of a cell, and all the texts of one that holds an object. */
function wordsIn(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell;
  return typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : '';
}

function replacementFault({ cells }: SourceRow, columns: readonly string[]): Fault | null {
  for (let i = 0; i < cells.length; i++) {
    if (wordsIn(cells[i]).includes(REPLACEMENT))
      return { reason: 'replacement_character', params: { column: columns[i] ?? i + 1 } };
  }
  return null;
}

/** A row that adds others up is no record, whatever else it lacks. Features are never sums. */
function totalFault({ cells, geometry }: SourceRow, nameAt: number | undefined): Fault | null {
  if (geometry != null) return null;
  const first = cells.find((cell) => cell !== '' && cell != null);
  const name = nameAt === undefined ? undefined : cells[nameAt];
  for (const cell of [first, name])
    if (typeof cell === 'string' && saysTotal(cell))
      return { reason: 'total_row', params: { text: cell.slice(0, 20) } };
  return null;
}

/** Understand a file and plan its records. @throws FileFailure when it cannot be read as a whole */
export async function importFile(
  input: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<ImportPlan> {
  const file = await readFile(input, options);
  const { source, rows, columns, mapping } = file;
  const rejected: Rejection[] = [];
  const duplicates: Rejection[] = [];
  const reject = ({ row, raw }: SourceRow, { reason, params }: Fault): void => {
    rejected.push({ row, raw, reason, params });
  };

  const nameAt = mapping.get('name')?.column;
  const readable: SourceRow[] = [];
  const seen = new SeenRows(file.ownWidth, rows.length);
  for (const row of rows) {
    const fault =
      totalFault(row, nameAt) ??
      row.fault ??
      (seen.look(row) ? replacementFault(row, columns) : null);
    if (fault !== null) {
      reject(row, fault);
      continue;
    }
    const first = seen.earlier(row);
    if (first !== null)
      duplicates.push({
        row: row.row,
        raw: row.raw,
        reason: 'duplicate',
        params: { row: first.row },
      });
    else readable.push(row);
  }

  const places = checkPlaces(readable, file, options, reject);
  const parts = joinParts(places.rows, file, options);
  for (const { source, into } of parts.joined)
    duplicates.push({
      row: source.row,
      raw: source.raw,
      reason: 'part_joined',
      params: { row: into },
    });
  const built = buildRecords(parts.rows, file, options, reject);
  const warnings: Warning[] = [
    ...file.warnings,
    ...places.warnings,
    ...(parts.warning === null ? [] : [parts.warning]),
    ...built.warnings,
  ];
  const alike = alikeRows(
    parts.rows,
    duplicates.filter(({ reason }) => reason === 'duplicate'),
    rejected,
    built.texts,
  );
  if (alike !== null) warnings.push(alike);
  const byRow = (a: { row: number }, b: { row: number }): number => a.row - b.row;
  return {
    kind: options.kind,
    understanding: {
      format: source.format,
      encoding: file.encoding,
      delimiter: source.delimiter,
      header: source.header,
      layers: source.layers,
      layer: source.layer,
      columns: columns.slice(0, file.ownWidth),
      joined: columns.slice(file.ownWidth),
      mapping: [...mapping].map(([field, { column }]) => ({
        field,
        column: column + 1,
        name: columns[column] ?? '',
      })),
      crs: places.crs,
    },
    read: rows.length,
    records: built.records,
    duplicates: duplicates.sort(byRow),
    rejected: rejected.sort(byRow),
    repaired: places.repaired.filter(({ row }) => !rejected.some((one) => one.row === row)),
    warnings,
    blockers: built.blockers,
    rawOf: (row) => rows[row - 1]?.raw ?? [],
    head: source.head,
  };
}

/** Rows that share name, address and place; a row repeated whole counts with the row it repeats. */
function alikeRows(
  placed: readonly PlacedRow[],
  duplicates: readonly Rejection[],
  rejected: readonly Rejection[],
  { partsOf, mayRepeat }: RowTexts,
): Warning | null {
  const gone = new Set(rejected.map(({ row }) => row));
  const repeats = new Map<number, number[]>();
  for (const { row, params } of duplicates) {
    const first = Number(params.row);
    repeats.set(first, [...(repeats.get(first) ?? []), row]);
  }
  const described: Described[] = [];
  for (let i = 0; i < placed.length; i++) {
    const row = placed[i]?.source.row ?? 0;
    const again = repeats.get(row) ?? [];
    // Parts are taken only of rows that may have a duplicate, because few rows have one and taking parts is slow.
    if ((again.length === 0 && !mayRepeat(i)) || gone.has(row)) continue;
    const parts = partsOf(i);
    for (const one of [row, ...again]) described.push({ row: one, parts });
  }
  const groups = alikeGroups(described);
  if (groups.length === 0) return null;
  const repeated = new Set(duplicates.map(({ row }) => row));
  const differing = groups.filter((rows) => rows.filter((row) => !repeated.has(row)).length > 1);
  const rows = groups.flat().sort((a, b) => a - b);
  return {
    code: 'possible_duplicates',
    params: {
      groups: groups.length,
      rows: rows.length,
      separate: differing.length,
      ignoring_spaces: countLooseGroups(described),
    },
    rows: rows.slice(0, 1000),
  };
}
