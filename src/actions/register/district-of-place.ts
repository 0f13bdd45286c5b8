import type { Geometry } from 'geojson';
import { districtAt } from '../../core/districts/district-at.ts';
import { somePosition } from '../../core/register/index.ts';
import { useRecords } from '../../state/records.ts';
import { useSession } from '../../state/session.ts';

/** The smallest district that holds a place, as far as the person acts there; null when none does. */
export function districtOfPlace(geometry: Geometry | null): string | null {
  const [lng, lat] = geometry === null ? [] : (somePosition(geometry) ?? []);
  const place = lng === undefined || lat === undefined ? null : ([lng, lat] as const);
  const { auth } = useSession.getState();
  const districts = useRecords.getState().tables.district;
  const found = place === null ? null : districtAt(place, districts.values());
  const home = auth.tag === 'signed-in' ? districts.get(auth.account.districtCode) : undefined;
  return found !== null && home !== undefined && found.path.startsWith(home.path)
    ? found.code
    : null;
}
