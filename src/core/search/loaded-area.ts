import { districtAt } from '../districts/district-at.ts';
import type { District, LngLat, Placed } from '../model/index.ts';

/** Degrees added around the records when no district has an area: about 5 km. */
const MARGIN = 0.05;

interface LoadedTables {
  readonly district: ReadonlyMap<string, District>;
  readonly team: ReadonlyMap<string, Placed>;
  readonly shelter: ReadonlyMap<string, Placed>;
  readonly depot: ReadonlyMap<string, Placed>;
  readonly hazard: ReadonlyMap<string, Placed>;
}

/**
 * Whether a place lies where this register has data: inside a district's area, or, when no district carries one,
 * inside the box around the resources. With nothing loaded no place is inside.
 */
export function loadedArea(tables: LoadedTables): (place: LngLat) => boolean {
  const districts = [...tables.district.values()];
  if (
    districts.some(
      ({ geometry }) => geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon',
    )
  )
    return (place) => districtAt(place, districts) !== null;
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const table of [tables.team, tables.shelter, tables.depot, tables.hazard]) {
    for (const { lng, lat } of table.values()) {
      if (lng === null || lat === null) continue;
      west = Math.min(west, lng);
      east = Math.max(east, lng);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  return ([lng, lat]) =>
    lng > west - MARGIN && lng < east + MARGIN && lat > south - MARGIN && lat < north + MARGIN;
}
