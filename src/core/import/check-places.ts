/** Where every row is, in WGS-84: read, converted, repaired, and judged against the fence or the file's own middle. */
import type { Geometry } from 'geojson';
import { greatCircle } from '../geo/distance.ts';
import { distanceToGeometry } from '../geo/to-geometry.ts';
import type { LngLat } from '../model/index.ts';
import type { RejectReason } from './codes.ts';
import { anchorOf, everyPosition, mapPositions } from './geometry/positions.ts';
import { isArea, repairPolygon } from './geometry/repair.ts';
import { containment } from './place/containment.ts';
import { WGS84, crsOfMember, crsOfName } from './place/crs.ts';
import type { Crs } from './place/crs.ts';
import { crsInTitles, inMainlandChina, suggestProjected } from './place/crs-hints.ts';
import { medianPlace } from './place/median.ts';
import { readPlace } from './place/read-place.ts';
import { explainSlip, outOfRangeReason } from './place/slips.ts';
import { listColumns } from './columns/map-columns.ts';
import type { FileRead } from './read-file.ts';
import type { Fault, ImportKind, ImportOptions, Repair, SourceRow, Warning } from './types.ts';

/** Without a fence a row farther than this from the file's median is rejected. */
export const DEFAULT_RADIUS = 200_000;

export interface PlacedRow {
  source: SourceRow;
  /** WGS-84; null where the kind may do without. */
  geometry: Geometry | null;
  /** The place as the file writes it, for keys. */
  written: string;
}

export interface CheckedPlaces {
  rows: PlacedRow[];
  repaired: Repair[];
  warnings: Warning[];
  /** Name of the system the file was read in. */
  crs: string;
}

type Reject = (row: SourceRow, fault: Fault) => void;

/** Districts may be registered before anybody has drawn them. */
const MAY_LACK_PLACE: ReadonlySet<ImportKind> = new Set(['district']);

const TYPES: Readonly<Partial<Record<ImportKind, RegExp>>> = {
  district: /Polygon$/,
  team: /^Point$/,
  evacuation_route: /LineString$/,
};

function chooseCrs(file: FileRead, options: ImportOptions, warnings: Warning[]): Crs {
  if (options.crs !== undefined) return crsOfName(options.crs);
  const member = crsOfMember(file.source.head.crs);
  if (member !== null) return crsOfName(member);
  const titles = ['lng', 'lat', 'lnglat'].map((name) => file.columns[file.mapping.get(name)?.column ?? -1] ?? '');
  const titled = crsInTitles(titles);
  if (titled === null) return WGS84;
  const crs = crsOfName(titled);
  warnings.push({ code: 'crs_from_header', params: { crs: crs.name, columns: titles.filter(Boolean).join('、') } });
  return crs;
}

interface Candidate extends PlacedRow {
  geometry: Geometry;
  /** First place in the file's system, and in WGS-84. */
  from: readonly [x: number, y: number];
  at: LngLat;
  inRange: boolean;
}

/** The single place of `[[x, y]]`, otherwise unchanged. */
const unwrapSingle = (geometry: Geometry): Geometry =>
  geometry.type === 'MultiPoint' && geometry.coordinates.length === 1
    ? { type: 'Point', coordinates: geometry.coordinates[0] ?? [] }
    : geometry;

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
  const candidates: Candidate[] = [];
  const without: PlacedRow[] = [];
  const dmsRows: number[] = [];
  for (const source of rows) {
    const reading = readPlace(source, file.mapping, file.columns);
    if (reading.tag === 'none' && MAY_LACK_PLACE.has(options.kind))
      without.push({ source, geometry: null, written: '' });
    else if (reading.tag === 'none') reject(source, { reason: 'no_place', params: {} });
    else if (reading.tag === 'fault') reject(source, reading.fault);
    else {
      if (reading.dms) dmsRows.push(source.row);
      const original = unwrapSingle(reading.geometry);
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
      const geometry = crs === WGS84 ? mapPositions(original, (x, y) => [x, y]) : mapPositions(original, crs.toWgs84);
      const inRange = everyPosition(geometry, (lng, lat) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90);
      candidates.push({
        source,
        geometry,
        written: JSON.stringify(original.type === 'Point' ? from : original),
        from,
        at: anchorOf(geometry),
        inRange,
      });
    }
  }
  if (dmsRows.length > 0)
    warnings.push({ code: 'degrees_minutes_seconds', params: { count: dmsRows.length }, rows: dmsRows.slice(0, 1000) });
  const fits = whereRowsBelong(candidates, options);
  const kept = judge(candidates, crs, fits, reject);
  warnings.push(...hintsAtCrs(candidates, crs, file, options, fits));
  if (candidates.length === 0 && rows.length > 0 && !MAY_LACK_PLACE.has(options.kind) && !hasPlaceColumns(file))
    warnings.push({ code: 'no_coordinates', params: { columns: listColumns(file.columns.slice(0, file.ownWidth)) } });
  const good = repairAll(kept, repaired, reject, options);
  const all = [...good, ...without].sort((a, b) => a.source.row - b.source.row);
  return { rows: all, repaired: repaired.sort((a, b) => a.row - b.row), warnings, crs: crs.name };
}

const hasPlaceColumns = ({ mapping, rows }: FileRead): boolean =>
  ['lng', 'lnglat', 'wkt'].some((name) => mapping.has(name)) ||
  rows.some(({ geometry }) => geometry !== undefined && geometry !== null);

interface Belonging {
  fits: (place: LngLat) => boolean;
  /** What is wrong with a place that does not fit, and by how many metres. */
  explain: (place: LngLat, geometry: Geometry) => Fault | null;
  fenced: boolean;
}

function whereRowsBelong(
  candidates: readonly Candidate[],
  { fence, radius = DEFAULT_RADIUS, kind }: ImportOptions,
): Belonging | null {
  if (fence !== undefined) {
    const { holds } = containment(fence.geometry);
    return {
      fits: holds,
      fenced: true,
      explain: (place, geometry) => {
        // A line or an area belongs as soon as it reaches into the fence.
        if (!everyPosition(geometry, (lng, lat) => !holds([lng, lat]))) return null;
        const meters = Math.round(distanceToGeometry(place, fence.geometry));
        return { reason: 'outside_district', params: { district: fence.code, meters } };
      },
    };
  }
  // Districts of a whole country are no slip.
  if (radius === null || kind === 'district') return null;
  const median = medianPlace(
    candidates.filter(({ inRange, at }) => inRange && !(at[0] === 0 && at[1] === 0)).map(({ at }) => at),
  );
  if (median === null) return null;
  const fits = (place: LngLat): boolean => greatCircle(place, median) <= radius;
  return {
    fits,
    fenced: false,
    explain: (place) =>
      fits(place)
        ? null
        : { reason: 'too_far', params: { km: Math.round(greatCircle(place, median) / 1000), limit: radius / 1000 } },
  };
}

/** Keeps the rows that lie where they should; rejects the others with the likeliest reason. */
function judge(candidates: readonly Candidate[], crs: Crs, belonging: Belonging | null, reject: Reject): Candidate[] {
  return candidates.filter((candidate) => {
    const { source, from, at, inRange, geometry } = candidate;
    const [x, y] = from;
    const place = { x: tidy(x), y: tidy(y) };
    const fail = (reason: RejectReason, params: Fault['params'] = {}): boolean => {
      reject(source, { reason, params: { ...place, ...params } });
      return false;
    };
    if (x === 0 && y === 0) return fail('zero_zero');
    const slip = (): RejectReason | null => (belonging === null ? null : explainSlip(x, y, crs, belonging.fits));
    if (!inRange) return fail(slip() ?? outOfRangeReason(x, y, crs));
    const fault = belonging?.explain(at, geometry) ?? null;
    if (fault === null) return true;
    return fail(slip() ?? fault.reason, fault.params);
  });
}

const tidy = (value: number): number => Number(value.toFixed(6));

function hintsAtCrs(
  candidates: readonly Candidate[],
  crs: Crs,
  file: FileRead,
  options: ImportOptions,
  belonging: Belonging | null,
): Warning[] {
  const hints: Warning[] = [];
  const beyond = candidates.filter(({ inRange }) => !inRange);
  const [first] = beyond;
  if (crs.degrees && first !== undefined && beyond.length > candidates.length / 2) {
    const expected = belonging?.fenced === true ? belonging.fits : undefined;
    const suggestions = suggestProjected(first.from[0], first.from[1], expected);
    const turned = suggestions.length > 0 ? [] : suggestProjected(first.from[1], first.from[0], expected);
    if (Math.abs(first.from[0]) > 360) {
      const found = suggestions.length > 0 ? suggestions : turned;
      hints.push({
        code: 'crs_suggested',
        params: { crs: crs.name, suggestion: found.join(' / ') || '?', x: tidy(first.from[0]), y: tidy(first.from[1]) },
      });
    }
  }
  const allDegrees =
    candidates.length > 0 && candidates.every(({ from: [x, y] }) => Math.abs(x) <= 180 && Math.abs(y) <= 90);
  const [any] = candidates;
  if (!crs.degrees && allDegrees && any !== undefined)
    hints.push({
      code: 'crs_suggested',
      params: { crs: crs.name, suggestion: 'EPSG:4326', x: tidy(any.from[0]), y: tidy(any.from[1]) },
    });
  // GeoJSON is WGS-84 by its standard; a table from mainland China says nothing, and many are GCJ-02.
  const stated = options.crs !== undefined || file.source.head.crs !== undefined || crs !== WGS84;
  const median = medianPlace(candidates.filter(({ inRange }) => inRange).map(({ at }) => at));
  if (!stated && file.source.format === 'csv' && median !== null && inMainlandChina(median))
    hints.push({ code: 'crs_unstated_china', params: {} });
  if (belonging?.fenced === true && crs.degrees && crs.name === 'EPSG:4326') {
    const shifted = betterShift(candidates, belonging.fits);
    if (shifted !== null) hints.push({ code: 'crs_suggested', params: { ...shifted, crs: crs.name } });
  }
  return hints;
}

/** With a fence: whether many more rows lie inside when they are read as GCJ-02 or BD-09. */
function betterShift(
  candidates: readonly Candidate[],
  fits: (place: LngLat) => boolean,
): { suggestion: string; x: number; y: number } | null {
  const sample = candidates.filter(({ inRange }) => inRange).slice(0, 2000);
  const count = (crs: Crs): number => sample.filter(({ from: [x, y] }) => fits(crs.toWgs84(x, y))).length;
  const now = count(WGS84);
  const outside = sample.length - now;
  if (outside === 0) return null;
  const best = ['gcj02', 'bd09']
    .map((name) => ({ name, inside: count(crsOfName(name)) }))
    .sort((a, b) => b.inside - a.inside)[0];
  const [first] = sample;
  if (best === undefined || first === undefined || best.inside - now < Math.max(3, outside / 2)) return null;
  return { suggestion: best.name, x: tidy(first.from[0]), y: tidy(first.from[1]) };
}

function repairAll(
  rows: readonly Candidate[],
  repaired: Repair[],
  reject: Reject,
  options: ImportOptions,
): Candidate[] {
  return rows.filter((candidate, i) => {
    if (i % 256 === 0) options.onProgress?.({ phase: 'check', done: i, total: rows.length });
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
        params: { before: round(areaBefore), after: round(areaAfter), change: Number(change.toFixed(4)) },
      });
    }
    return true;
  });
}

const round = (value: number): number => Number(value.toFixed(1));
