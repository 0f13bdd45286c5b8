/** Where every row is, in WGS-84: read, converted, repaired, and judged against the fence or the file's own middle. */
import { ImportFailure } from '../files/failure.ts';
import { listColumns } from './columns/map-columns.ts';
import type { Geometry } from 'geojson';
import { countCorners, MOST_CORNERS } from '../geo/index.ts';
import type { LngLat } from '../model/index.ts';
import { anchorOf, everyPosition, mapPositions } from '../geo/positions.ts';
import { isArea, repairPolygon } from '../geo/repair/repair.ts';
import { judge, whereRowsBelong } from './place/belonging.ts';
import type { Candidate, PlacedRow } from './place/candidate.ts';
import { WGS84, crsOfMember, crsOfName } from '../crs/crs.ts';
import type { Crs } from '../crs/crs.ts';
import { crsInTitles } from '../crs/hints.ts';
import { warnAboutCrs } from './place/crs-warnings.ts';
import { medianPlace } from '../geo/median.ts';
import { readPlace } from './place/read-place.ts';
import type { PlaceReading } from './place/read-place.ts';
import type { FileRead } from './read-file.ts';
import { textOrNull } from '../text/clean.ts';
import type { Fault, ImportKind, ImportOptions, Repair, Warning } from './types.ts';
import type { SourceRow } from '../files/source-row.ts';

export interface CheckedPlaces {
  rows: PlacedRow[];
  repaired: Repair[];
  warnings: Warning[];
  /** Name of the system the file was read in. */
  crs: string;
}

type Reject = (row: SourceRow, fault: Fault) => void;

/** Districts may be registered before anybody has drawn them; a lot is where its depot is. */
const MAY_LACK_PLACE: ReadonlySet<ImportKind> = new Set(['district', 'stock_lot']);

/** Kinds whose records a person may place later. */
export const PLACED_LATER: ReadonlySet<ImportKind> = new Set<ImportKind>([
  'settlement',
  'hazard',
  'shelter',
  'depot',
  'team',
  'evacuation_route',
]);

const TYPES: Readonly<Partial<Record<ImportKind, RegExp>>> = {
  district: /Polygon$/,
  team: /^Point$/,
  evacuation_route: /LineString$/,
};

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
 * @throws ImportFailure unknown_crs when rows of one file state different systems
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
    throw new ImportFailure('unknown_crs', { crs: [...stated].slice(0, 3).join(' / ') });
  return only;
}

/** The single place of `[[x, y]]`, otherwise unchanged. */
const unwrapSingle = (geometry: Geometry): Geometry =>
  geometry.type === 'MultiPoint' && geometry.coordinates.length === 1
    ? { type: 'Point', coordinates: geometry.coordinates[0] ?? [] }
    : geometry;

const isOnEarth = (lng: number, lat: number): boolean =>
  Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

/** Heights are left out, places converted. */
function inWgs84(geometry: Geometry, crs: Crs): Geometry {
  if (crs !== WGS84) return mapPositions(geometry, crs.toWgs84);
  const isPlain = geometry.type === 'Point' && geometry.coordinates.length === 2;
  return isPlain ? geometry : mapPositions(geometry, (x, y) => [x, y]);
}

const PLACE_FIELDS = ['lng', 'lat', 'lnglat', 'wkt'] as const;

/** The row has a place, and its file does not say which: its coordinates are formulas that nobody calculated. */
const placeUncalculated = ({ uncalculated = [] }: SourceRow, { mapping }: FileRead): boolean =>
  uncalculated.length > 0 &&
  PLACE_FIELDS.some((name) => uncalculated.includes(mapping.get(name)?.column ?? -1));

const writtenOf = (geometry: Geometry, [x, y]: LngLat): string =>
  geometry.type === 'Point' ? `${x},${y}` : JSON.stringify(geometry);

/** The system of a code that a cell states. */
function crsOfSrid(srid: number): Crs | 'unknown' {
  try {
    return crsOfName(`EPSG:${srid}`);
  } catch {
    return 'unknown';
  }
}

/** @param reject called for every row that has no place a record could have. */
export function checkPlaces(
  rows: readonly SourceRow[],
  file: FileRead,
  options: ImportOptions,
  reject: Reject,
): CheckedPlaces {
  const warnings: Warning[] = [];
  const repaired: Repair[] = [];
  const crs = chooseCrs(file, options, warnings);
  // A record of the register may have no place yet; its export says so too.
  const idColumn = file.mapping.get('recordId')?.column;
  const isExported = ({ cells }: SourceRow): boolean =>
    idColumn !== undefined && textOrNull(cells[idColumn]) !== null;
  const candidates: Candidate[] = [];
  const without: PlacedRow[] = [];
  const dmsRows: number[] = [];
  const mayLack = MAY_LACK_PLACE.has(options.kind);
  const later = options.withoutPlaces === true && PLACED_LATER.has(options.kind);
  const placeless: number[] = [];
  const leaveUnplaced = (source: SourceRow): void => {
    without.push({ source, geometry: null, written: '' });
    if (!mayLack && !isExported(source)) placeless.push(source.row);
  };
  for (const source of rows) {
    const reading: PlaceReading =
      options.kind === 'stock_lot'
        ? { tag: 'none' }
        : readPlace(source, file.mapping, file.columns);
    const isMissing = reading.tag === 'none' || reading.tag === 'fault';
    if (isMissing && options.kind !== 'stock_lot' && placeUncalculated(source, file))
      reject(source, { reason: 'place_uncalculated', params: {} });
    else if (reading.tag === 'none' && (mayLack || later || isExported(source)))
      leaveUnplaced(source);
    else if (reading.tag === 'none') reject(source, { reason: 'no_place', params: {} });
    else if (reading.tag === 'fault') reject(source, reading.fault);
    else {
      if (reading.dms) dmsRows.push(source.row);
      const stated =
        reading.srid === undefined || options.crs !== undefined ? null : crsOfSrid(reading.srid);
      if (stated === 'unknown') {
        reject(source, { reason: 'srid_unknown', params: { srid: reading.srid ?? 0 } });
        continue;
      }
      const written = unwrapSingle(reading.geometry);
      const original = stated === null ? written : inWgs84(written, stated);
      const wanted = TYPES[options.kind];
      if (options.kind === 'district' && original.type === 'Point') {
        without.push({ source, geometry: null, written: '' });
        continue;
      }
      if (wanted !== undefined && !wanted.test(original.type)) {
        reject(source, { reason: 'wrong_geometry_type', params: { type: original.type } });
        continue;
      }
      if (reading.closed) repaired.push({ row: source.row, code: 'ring_closed', params: {} });
      const from = anchorOf(original);
      const geometry = stated === null ? inWgs84(original, crs) : original;
      const at = geometry === original ? from : anchorOf(geometry);
      const inRange =
        geometry.type === 'Point' ? isOnEarth(at[0], at[1]) : everyPosition(geometry, isOnEarth);
      candidates.push({
        source,
        geometry,
        written: reading.canonical ? null : writtenOf(original, from),
        from,
        at,
        inRange,
      });
    }
  }
  if (dmsRows.length > 0)
    warnings.push({
      code: 'degrees_minutes_seconds',
      params: { count: dmsRows.length },
      rows: dmsRows.slice(0, 1000),
    });
  const usable: LngLat[] = [];
  for (const { inRange, at } of candidates)
    if (inRange && !(at[0] === 0 && at[1] === 0)) usable.push(at);
  const median = medianPlace(usable);
  const belonging = whereRowsBelong(median, options);
  const kept = judge(candidates, crs, belonging, {
    reject: (source, fault) => {
      // Zeros are what programs write into an empty cell.
      if (later && fault.reason === 'zero_zero') leaveUnplaced(source);
      else reject(source, fault);
    },
    turned: options.turnSwapped === true ? repaired : null,
  });
  warnings.push(...warnAboutCrs(candidates, crs, file, options, belonging, median));
  if (
    candidates.length === 0 &&
    rows.length > 0 &&
    !MAY_LACK_PLACE.has(options.kind) &&
    !hasPlaceColumns(file)
  )
    warnings.push({
      code: 'no_coordinates',
      params: { columns: listColumns(file.columns.slice(0, file.ownWidth)) },
    });
  if (placeless.length > 0)
    warnings.push({
      code: 'placeless',
      params: { count: placeless.length },
      rows: placeless.sort((a, b) => a - b).slice(0, 1000),
    });
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
