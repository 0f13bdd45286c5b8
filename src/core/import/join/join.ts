/** Attach the columns of a second file to the rows of the first. */
import { FileFailure } from '../../files/failure.ts';
import { findColumn, listColumns, mapByTitle } from '../columns/map-columns.ts';
import type { Mapping } from '../columns/map-columns.ts';
import type { ImportKind, Warning } from '../types.ts';
import type { SourceRow } from '../../files/source-row.ts';
import type { Cell } from '../../text/cell.ts';
import { textOf } from '../../text/clean.ts';
import { matchNames } from './match-names.ts';
import type { Named } from './match-names.ts';

export interface JoinTable {
  fileName: string;
  columns: readonly string[];
  rows: readonly SourceRow[];
  key: string;
}

const textAt = (row: SourceRow, column: number | undefined): string =>
  column === undefined ? '' : textOf(row.cells[column]);

/**
 * Appends the second file's columns (all but its key) to `columns` and to every row that finds its partner.
 * Rows meet by equal cells when the first file has a column of the key's title, by name and district otherwise.
 * @throws FileFailure join_key_missing
 */
export function joinColumns(
  kind: ImportKind,
  { columns, rows, mapping }: { columns: string[]; rows: readonly SourceRow[]; mapping: Mapping },
  table: JoinTable,
): Warning[] {
  const key = findColumn(table.columns, table.key);
  if (key < 0)
    throw new FileFailure('join_key_missing', {
      key: table.key,
      columns: listColumns(table.columns),
    });
  const keyTitle = table.columns[key] ?? '';
  const sameTitle = columns.indexOf(keyTitle);
  const ourName = sameTitle >= 0 ? sameTitle : mapping.get('name')?.column;
  const good = rows.filter(({ fault }) => fault === null);
  const others = table.rows.filter(
    ({ fault, cells }) => fault === null && textOf(cells[key]) !== '',
  );
  const ours = namedBy(good, ourName, mapping.get('districtName')?.column);
  const theirs = namedBy(others, key, districtColumn(kind, table.columns, key));
  const { pairs, variants } = matchNames(ours, theirs);
  const wanted = table.columns.map((_, i) => i).filter((i) => i !== key);
  const width = columns.length;
  for (const i of wanted) columns.push(table.columns[i] ?? '');
  for (const [i, j] of pairs) {
    const row = good[i];
    const partner = others[j];
    if (row === undefined || partner === undefined) continue;
    // The raw row keeps its own cells: they are what goes into a rejects file.
    const cells: Cell[] = row.cells.slice();
    wanted.forEach((column, k) => (cells[width + k] = partner.cells[column]));
    row.cells = cells;
  }
  return warningsOf(table.fileName, { ours, theirs, pairs, variants });
}

function namedBy(
  rows: readonly SourceRow[],
  name: number | undefined,
  district: number | undefined,
): Named[] {
  return rows.map((row) => ({
    row: row.row,
    name: textAt(row, name),
    district: textAt(row, district),
  }));
}

interface Joined extends ReturnType<typeof matchNames> {
  ours: readonly Named[];
  theirs: readonly Named[];
}

/** How many rows found their partner and by what; which did not. */
function warningsOf(file: string, { ours, theirs, pairs, variants }: Joined): Warning[] {
  const unmatched = ours.filter((_, i) => !pairs.has(i));
  const matched = new Set(pairs.values());
  const unused = theirs.filter((_, j) => !matched.has(j));
  const warnings: Warning[] = [
    {
      code: 'joined',
      params: {
        file,
        by_name: pairs.size - variants.length,
        by_variant: variants.length,
        unmatched: unmatched.length,
        unused: unused.length,
      },
    },
  ];
  for (const { ours: i, theirs: j } of variants)
    warnings.push({
      code: 'join_variant',
      params: {
        row: ours[i]?.row ?? 0,
        name: ours[i]?.name ?? '',
        other: theirs[j]?.name ?? '',
        district: ours[i]?.district ?? '',
      },
      rows: [ours[i]?.row ?? 0],
    });
  if (unmatched.length > 0)
    warnings.push({
      code: 'join_unmatched',
      params: {
        count: unmatched.length,
        names: listNames(unmatched),
        others: listNames(unused),
      },
      rows: unmatched.slice(0, 1000).map(({ row }) => row),
    });
  return warnings;
}

function districtColumn(
  kind: ImportKind,
  columns: readonly string[],
  key: number,
): number | undefined {
  const column = mapByTitle(kind, columns, new Map()).get('districtName')?.column;
  return column === key ? undefined : column;
}

const listNames = (named: readonly Named[]): string =>
  named
    .slice(0, 20)
    .map(({ district, name }) => `${district}${name}`)
    .join('、') + (named.length > 20 ? ' …' : '');
