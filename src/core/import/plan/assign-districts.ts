/** Which district every record belongs to: the smallest one whose boundary holds it. */
import type { Geometry } from 'geojson';
import { anchorOf } from '../geometry/positions.ts';
import { containment } from '../place/containment.ts';
import type { Containment } from '../place/containment.ts';
import type { PlannedRecord } from '../types.ts';

export interface DistrictArea {
  code: string;
  /** `/0/43/4306/`. */
  path: string;
  geometry: Geometry | null;
}

/**
 * The district of each record, in order: the one it states, or the one it lies in; null for one that lies in none of them.
 * @param fallback the district stated for the whole file.
 */
export function assignDistricts(
  records: readonly PlannedRecord[],
  districts: readonly DistrictArea[],
  fallback: string | null,
): (string | null)[] {
  const depth = ({ path }: DistrictArea): number => path.split('/').length;
  const areas: { code: string; area: Containment }[] = districts
    .filter(({ geometry }) => geometry !== null)
    .sort((a, b) => depth(b) - depth(a) || (a.code < b.code ? -1 : 1))
    .map(({ code, geometry }) => ({ code, area: containment(geometry as Geometry) }));
  const known = new Set(districts.map(({ code }) => code));
  return records.map(({ geometry, districtCode }) => {
    if (districtCode !== null && known.has(districtCode)) return districtCode;
    if (geometry === null) return fallback;
    const place = anchorOf(geometry);
    return areas.find(({ area }) => area.holds(place))?.code ?? fallback;
  });
}
