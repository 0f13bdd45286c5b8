/** Where the rows of a file belong, and what is wrong with those that lie elsewhere. */
import type { Geometry } from 'geojson';
import { greatCircle } from '../../geo/distance.ts';
import { distanceToGeometry } from '../../geo/to-geometry.ts';
import type { LngLat } from '../../model/index.ts';
import type { RejectReason } from '../codes.ts';
import { anchorOf, everyPosition } from '../../geo/positions.ts';
import { isArea } from '../../geo/repair/repair.ts';
import type { Fault, ImportOptions, Repair } from '../types.ts';
import type { SourceRow } from '../../files/source-row.ts';
import { shown } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import { containment } from '../../geo/containment.ts';
import type { Crs } from '../../crs/crs.ts';
import { explainSlip, misplacedMetres, outOfRangeReason } from './slips.ts';

/** Without a fence a row farther than this from the file's median is rejected. */
const DEFAULT_RADIUS = 200_000;

interface Verdicts {
  reject: (row: SourceRow, fault: Fault) => void;
  /** Points that fit only with their coordinates exchanged are taken so, and listed here; null = they are refused. */
  turned: Repair[] | null;
}

export interface Belonging {
  fits: (place: LngLat) => boolean;
  /** What is wrong with a place that does not fit, and by how many metres. */
  explain: (place: LngLat, geometry: Geometry) => Fault | null;
  fenced: boolean;
}

/** The fence, or else the reach around the file's median; null when neither applies. */
export function whereRowsBelong(
  median: LngLat | null,
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
        // So does an area that has all of the fence inside it.
        if (isArea(geometry) && containment(geometry).holds(anchorOf(fence.geometry))) return null;
        const meters = Math.round(distanceToGeometry(place, fence.geometry));
        return { reason: 'outside_district', params: { district: fence.code, meters } };
      },
    };
  }
  // Districts may be those of a whole country, so that a great distance from the median does not mean a wrong coordinate.
  if (radius === null || kind === 'district' || median === null) return null;
  const fits = (place: LngLat): boolean => greatCircle(place, median) <= radius;
  return {
    fits,
    fenced: false,
    explain: (place) =>
      fits(place)
        ? null
        : {
            reason: 'too_far',
            params: { km: Math.round(greatCircle(place, median) / 1000), limit: radius / 1000 },
          },
  };
}

const TURNED: ReadonlySet<RejectReason> = new Set<RejectReason>(['swapped', 'axes_swapped']);

/** Reads a point the other way round. @returns whether it is where rows belong then; otherwise it stays as it was */
function exchange(candidate: Candidate, crs: Crs, belonging: Belonging | null): boolean {
  if (candidate.geometry.type !== 'Point') return false;
  const from = [candidate.from[1], candidate.from[0]] as const;
  const [lng, lat] = crs.toWgs84(from[0], from[1]);
  const at: LngLat = [lng, lat];
  const geometry: Geometry = { type: 'Point', coordinates: [lng, lat] };
  const inRange = Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
  const turned: Candidate = { ...candidate, from, at, geometry, inRange };
  if (faultOf(turned, crs, belonging) !== null) return false;
  // The place as written stays: it is what the row is known by when the file comes again.
  Object.assign(candidate, { from, at, geometry, inRange });
  return true;
}

/** Keeps the rows that lie where they should; rejects the others with the likeliest reason. */
export function judge(
  candidates: readonly Candidate[],
  crs: Crs,
  belonging: Belonging | null,
  { reject, turned }: Verdicts,
): Candidate[] {
  return candidates.filter((candidate) => {
    const fault = faultOf(candidate, crs, belonging);
    if (fault === null) return true;
    const [x, y] = candidate.from;
    if (turned !== null && TURNED.has(fault.reason) && exchange(candidate, crs, belonging)) {
      turned.push({
        row: candidate.source.row,
        code: 'coordinates_exchanged',
        params: { x: shown(x), y: shown(y) },
      });
      return true;
    }
    reject(candidate.source, {
      reason: fault.reason,
      params: { x: shown(x), y: shown(y), ...fault.params },
    });
    return false;
  });
}

function faultOf(
  { from, at, inRange, geometry }: Candidate,
  crs: Crs,
  belonging: Belonging | null,
): Fault | null {
  const [x, y] = [from[0], from[1]];
  if (x === 0 && y === 0) return { reason: 'zero_zero', params: {} };
  const misplaced = misplacedMetres(x, y, crs);
  if (misplaced !== null) return { reason: misplaced, params: { crs: crs.name } };
  const fault = inRange
    ? (belonging?.explain(at, geometry) ?? null)
    : { reason: outOfRangeReason(x, y, crs), params: { crs: crs.name } };
  if (fault === null) return null;
  const slip: RejectReason | null =
    belonging === null ? null : explainSlip(x, y, crs, belonging.fits);
  return { reason: slip ?? fault.reason, params: fault.params };
}
