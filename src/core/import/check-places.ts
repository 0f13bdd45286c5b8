/** Where every row is, in WGS-84: read, converted, repaired, and judged against the fence or the file's own middle. */
import { FileFailure } from '../files/failure.ts';
import type { WarningCode } from './codes.ts';
import { listColumns } from './columns/map-columns.ts';
import type { LngLat } from '../model/index.ts';
import { isArea, repairPolygon } from '../geo/repair/repair.ts';
import { judge, whereRowsBelong } from './place/belonging.ts';
import type { Candidate, PlacedRow } from './place/candidate.ts';
import { WGS84, crsOfMember, crsOfName } from '../crs/crs.ts';
import type { Crs } from '../crs/crs.ts';
import { crsInTitles } from '../crs/hints.ts';
import { warnAboutCrs } from './place/crs-warnings.ts';
import { medianPlace } from '../geo/median.ts';
import { MAY_LACK_PLACE, PlacesOfRows } from './place/places-of-rows.ts';
import type { Reject } from './place/places-of-rows.ts';
import type { FileRead } from './read-file.ts';
import { textOrNull } from '../text/clean.ts';
import type { ImportOptions, Repair, Warning } from './types.ts';
import type { SourceRow } from '../files/source-row.ts';
import { countCorners, MOST_CORNERS } from '../geo/corners.ts';

interface CheckedPlaces {
  rows: PlacedRow[];
  repaired: Repair[];
  warnings: Warning[];
  /** Name of the system the file was read in. */
  crs: string;
}

function chooseCrs(file: FileRead, options: ImportOptions, warnings: Warning[]): Crs {
  if (options.crs !== undefined) return crsOfName(options.crs);
  const column = crsInColumn(file);
  if (column !== null) return column;
  const member = crsOfMember(file.source.head.crs);
  if (member !== null) return crsOfName(member);
  const titles = ['lng', 'lat', 'lnglat'].map(
    (name) => file.columns[file.mapping.get(name)?.column ?? -1] ?? '',
  );
  const titled = crsInTitles(titles);
  if (titled === null) return WGS84;
  const crs = crsOfName(titled);
  warnings.push({
    code: 'crs_from_header',
    params: { crs: crs.name, columns: titles.filter(Boolean).join('、') },
  });
  return crs;
}

/**
 * The system that a column states for every row, as exports do in every format.
 * @throws FileFailure unknown_crs when rows of one file state different systems
 */
function crsInColumn({ mapping, rows }: FileRead): Crs | null {
  const column = mapping.get('crs')?.column;
  if (column === undefined) return null;
  const stated = new Set(rows.flatMap(({ cells }) => textOrNull(cells[column]) ?? []));
  const [only, another] = [...stated].map((name) => {
    try {
      return crsOfName(name);
    } catch {
      return null;
    }
  });
  if (only == null) return null;
  if (another !== undefined)
    throw new FileFailure('unknown_crs', { crs: [...stated].slice(0, 3).join(' / ') });
  return only;
}

/** The most rows that a warning names. */
const MOST_ROWS_NAMED = 1000;

/** One warning for all rows that it concerns; none for no rows. */
function warningOf(code: WarningCode, rows: readonly number[]): Warning[] {
  if (rows.length === 0) return [];
  return [{ code, params: { count: rows.length }, rows: rows.slice(0, MOST_ROWS_NAMED) }];
}

/** The middle of the places that could be right: on Earth, and not the zeros that programs write into an empty cell. */
function middleOf(candidates: readonly Candidate[]): LngLat | null {
  const usable: LngLat[] = [];
  for (const { inRange, at } of candidates)
    if (inRange && !(at[0] === 0 && at[1] === 0)) usable.push(at);
  return medianPlace(usable);
}

/** @param reject called for every row that has no place a record could have. */
export function checkPlaces(
  rows: readonly SourceRow[],
  file: FileRead,
  options: ImportOptions,
  reject: Reject,
): CheckedPlaces {
  const warnings: Warning[] = [];
  const crs = chooseCrs(file, options, warnings);
  const places = new PlacesOfRows(file, crs, options, reject);
  for (const source of rows) places.take(source);
  const { candidates, without, placeless, repaired } = places;
  warnings.push(...warningOf('degrees_minutes_seconds', places.dmsRows));
  const median = middleOf(candidates);
  const belonging = whereRowsBelong(median, options);
  const kept = judge(candidates, crs, belonging, {
    reject: (source, fault) => {
      // Zeros are what programs write into an empty cell.
      if (places.placedLater && fault.reason === 'zero_zero') places.leaveUnplaced(source);
      else reject(source, fault);
    },
    turned: options.turnSwapped === true ? repaired : null,
  });
  warnings.push(...warnAboutCrs({ candidates, crs, file, options, belonging, median }));
  const nonePlaced = candidates.length === 0 && rows.length > 0;
  if (nonePlaced && !MAY_LACK_PLACE.has(options.kind) && !hasPlaceColumns(file))
    warnings.push({
      code: 'no_coordinates',
      params: { columns: listColumns(file.columns.slice(0, file.ownWidth)) },
    });
  placeless.sort((a, b) => a - b);
  warnings.push(...warningOf('placeless', placeless));
  const good = repairAll(kept, repaired, reject, options);
  const all =
    without.length === 0 ? good : [...good, ...without].sort((a, b) => a.source.row - b.source.row);
  return { rows: all, repaired: repaired.sort((a, b) => a.row - b.row), warnings, crs: crs.name };
}

const hasPlaceColumns = ({ mapping, rows }: FileRead): boolean =>
  ['lng', 'lnglat', 'wkt'].some((name) => mapping.has(name)) ||
  rows.some(({ geometry }) => geometry !== undefined && geometry !== null);

function repairAll(
  rows: readonly Candidate[],
  repaired: Repair[],
  reject: Reject,
  options: ImportOptions,
): Candidate[] {
  return rows.filter((candidate, i) => {
    if (i % 256 === 0) options.onProgress?.({ phase: 'check', done: i, total: rows.length });
    const corners = candidate.geometry.type === 'Point' ? 1 : countCorners(candidate.geometry);
    if (corners > MOST_CORNERS) {
      reject(candidate.source, {
        reason: 'too_many_corners',
        params: { corners, limit: MOST_CORNERS },
      });
      return false;
    }
    if (!isArea(candidate.geometry)) return true;
    const result = repairPolygon(candidate.geometry);
    if (result.tag === 'hopeless') {
      reject(candidate.source, { reason: 'bad_geometry', params: {} });
      return false;
    }
    if (result.tag === 'repaired') {
      candidate.geometry = result.geometry;
      const { areaBefore, areaAfter } = result;
      const change = areaBefore === 0 ? 0 : (areaAfter / areaBefore - 1) * 100;
      repaired.push({
        row: candidate.source.row,
        code: 'polygon_made_valid',
        params: {
          before: round(areaBefore),
          after: round(areaAfter),
          change: Number(change.toFixed(4)),
        },
      });
    }
    return true;
  });
}

const round = (value: number): number => Number(value.toFixed(1));
