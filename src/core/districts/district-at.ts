import { booleanPointInPolygon } from '@turf/turf';
import type { District, LngLat } from '../model/index.ts';

const depth = (district: District): number => district.path.split('/').length;

/** The smallest district (deepest in the tree) whose area holds the place; null when none does or none has an area. */
export function districtAt(place: LngLat, districts: Iterable<District>): District | null {
  let best: District | null = null;
  for (const district of districts) {
    const area = district.geometry;
    if (area?.type !== 'Polygon' && area?.type !== 'MultiPolygon') continue;
    if (best !== null && depth(district) <= depth(best)) continue;
    if (booleanPointInPolygon([place[0], place[1]], area)) best = district;
  }
  return best;
}
