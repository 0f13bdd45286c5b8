import type { Geometry, Position } from 'geojson';
import { districtAt } from '../../core/districts/district-at.ts';
import type { LngLat } from '../../core/model/index.ts';
import { useRecords } from '../../state/records.ts';
import { useSession } from '../../state/session.ts';

/** Some position of a geometry: the one in the middle of its first part. */
function somePosition(geometry: Geometry): LngLat | null {
  if (geometry.type === 'GeometryCollection') return null;
  let inner: unknown = geometry.coordinates;
  while (Array.isArray(inner) && Array.isArray(inner[0])) inner = inner[Math.floor(inner.length / 2)] as unknown;
  const [lng, lat] = inner as Position;
  return lng === undefined || lat === undefined ? null : [lng, lat];
}

/** The smallest district that holds a place, as far as the person acts there; null when none does. */
export function districtOfPlace(geometry: Geometry | null): string | null {
  const place = geometry === null ? null : somePosition(geometry);
  const { auth } = useSession.getState();
  const districts = useRecords.getState().tables.district;
  const found = place === null ? null : districtAt(place, districts.values());
  const home = auth.tag === 'signed-in' ? districts.get(auth.account.districtCode) : undefined;
  return found !== null && home !== undefined && found.path.startsWith(home.path) ? found.code : null;
}
