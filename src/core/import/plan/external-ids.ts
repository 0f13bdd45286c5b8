/** The ids that a file gives its rows, as far as they can be trusted. */
import { isTrustedId } from '../identity/identify.ts';
import type { PlacedRow } from '../place/candidate.ts';
import type { FileRead } from '../read-file.ts';
import type { Warning } from '../types.ts';
import type { SourceRow } from '../../files/source-row.ts';
import { lineOrNull } from '../../text/clean.ts';

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What a row has in the column of external ids. */
export const ownIdOf = (source: SourceRow, { mapping }: FileRead): string | null => {
  const mapped = mapping.get('externalId');
  return mapped === undefined
    ? null
    : (lineOrNull(source.cells[mapped.column])?.slice(0, 500) ?? null);
};

/** The features' own ids; null when some have none, or when they are no more than row numbers. */
function idsOfFeatures(placed: readonly PlacedRow[]): string[] | null {
  const ids: string[] = [];
  for (const { source } of placed) {
    if (source.id === null) return null;
    ids.push(String(source.id));
  }
  // Feature servers number their answers anew every time (layer.fid-70e9…).
  return ids.length > 0 && isTrustedId(ids) && !ids.some((id) => id.includes('.fid-')) ? ids : null;
}

/**
 * The file's own ids, one per placed row, or null when it has none to be trusted. A column chosen by a person is
 * always trusted; one found by its title, and the features' own ids, only when they are more than row numbers.
 */
function externalIds(
  placed: readonly PlacedRow[],
  file: FileRead,
  warnings: Warning[],
): (string | null)[] | null {
  const mapped = file.mapping.get('externalId');
  const byPerson = mapped?.by === 'person';
  const own = byPerson ? null : idsOfFeatures(placed);
  if (own !== null) return own;
  if (mapped === undefined || placed.length === 0) return null;
  const values = placed.map(
    ({ source }) =>
      lineOrNull(source.cells[mapped.column])
        ?.replace(/^(\d+)\.0+$/, '$1')
        .slice(0, 500) ?? null,
  );
  if (byPerson || isTrustedId(values)) return values;
  warnings.push({
    code: 'id_column_ignored',
    params: { column: file.columns[mapped.column] ?? '' },
  });
  return null;
}

/** External ids of the rows that do not name a record of the register; of those alone it is asked whether to trust them. */
export function idsOfOthers(
  placed: readonly PlacedRow[],
  file: FileRead,
  warnings: Warning[],
): (string | null)[] | null {
  const column = file.mapping.get('recordId')?.column;
  if (column === undefined) return externalIds(placed, file, warnings);
  const isOther = ({ source }: PlacedRow): boolean =>
    !UUID.test(lineOrNull(source.cells[column]) ?? '');
  const ids = externalIds(placed.filter(isOther), file, warnings);
  if (ids === null) return null;
  let at = 0;
  return placed.map((one) => (isOther(one) ? (ids[at++] ?? null) : null));
}
