import type { LngLat, Meters } from '../model/index.ts';
import type { Geometry } from 'geojson';
import { greatCircle } from '../geo/distance.ts';
import { distanceToGeometry } from '../geo/to-geometry.ts';

/** Something whose name tells where one is; `[lng, lat]`, WGS-84. */
interface NameGiver {
  name: string | null;
  lng: number | null;
  lat: number | null;
  geometry: Geometry | null;
}

/** Farther away a name says nothing of where one is. */
const NEAR: Meters = 1500;
/** Degrees beyond which a point of a small thing is not near: 1,500 m of latitude, and longitude up to 60° north. */
const FAR_DEG = 0.03;

const distanceTo = (place: LngLat, { lng, lat, geometry }: NameGiver): Meters => {
  if (geometry !== null && geometry.type !== 'Point') return distanceToGeometry(place, geometry);
  return lng === null || lat === null ? Infinity : greatCircle(place, [lng, lat]);
};

const mayBeNear = (place: LngLat, { lng, lat, geometry }: NameGiver): boolean =>
  (geometry !== null && geometry.type !== 'Point') ||
  (lng !== null &&
    lat !== null &&
    Math.abs(lng - place[0]) < FAR_DEG &&
    Math.abs(lat - place[1]) < FAR_DEG);

/**
 * The name of what is nearest of what is loaded (points, and lines or areas by their edge), to say "near …" of a place that
 * nobody has named. Derived and shown as such; null where nothing named lies within `NEAR`. Of equals the first by name.
 */
export function nearestName(place: LngLat, givers: Iterable<NameGiver>): string | null {
  let best: { name: string; distance: Meters } | null = null;
  for (const giver of givers) {
    const name = giver.name?.trim() ?? '';
    if (name === '' || !mayBeNear(place, giver)) continue;
    const distance = distanceTo(place, giver);
    if (distance > NEAR) continue;
    if (
      best === null ||
      distance < best.distance ||
      (distance === best.distance && name < best.name)
    )
      best = { name, distance };
  }
  return best?.name ?? null;
}
