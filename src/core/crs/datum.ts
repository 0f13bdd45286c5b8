import gcoord from 'gcoord';
import type { LngLat } from '../model/index.ts';

/** The systems a person copies a coordinate from: satellites and surveys, 高德/腾讯 maps, 百度 maps. */
export const DATUMS = ['wgs84', 'gcj02', 'bd09'] as const;
export type Datum = (typeof DATUMS)[number];

/** Two numbers in some datum, `[lng, lat]`; only `toWgs84` turns them into a place. */
export type TypedLngLat = readonly [lng: number, lat: number];

const forward = {
  gcj02: (place: LngLat) => gcoord.transform([place[0], place[1]], gcoord.WGS84, gcoord.GCJ02),
  bd09: (place: LngLat) => gcoord.transform([place[0], place[1]], gcoord.WGS84, gcoord.BD09),
};

/** The box in which China's maps are shifted at all (the one gcoord uses). */
const isShifted = ([lng, lat]: TypedLngLat): boolean =>
  lng > 72.004 && lng < 137.8347 && lat > 0.8293 && lat < 55.8271;

/** What a map in `datum` shows for a WGS-84 place. Outside China's box nothing is shifted. */
export function fromWgs84(place: LngLat, datum: Datum): TypedLngLat {
  if (datum === 'wgs84' || !isShifted(place)) return [place[0], place[1]];
  const [lng, lat] = forward[datum](place);
  return [lng, lat];
}

/**
 * The WGS-84 place of a coordinate read from a map in `datum`, to better than a centimetre.
 *
 * gcoord gives the shift; it is undone by a fixed-point search here because gcoord's own inverse never ends at the
 * edge of China's box. There (outside anything China maps) the coordinate is returned as it is.
 */
export function toWgs84(typed: TypedLngLat, datum: Datum): LngLat {
  if (datum === 'wgs84' || !isShifted(typed)) return [typed[0], typed[1]];
  let place: LngLat = [typed[0], typed[1]];
  for (let round = 0; round < 12; round++) {
    const [lng, lat] = fromWgs84(place, datum);
    const missLng = lng - typed[0];
    const missLat = lat - typed[1];
    if (Math.abs(missLng) < 1e-9 && Math.abs(missLat) < 1e-9) break;
    place = [place[0] - missLng, place[1] - missLat];
  }
  return place;
}
