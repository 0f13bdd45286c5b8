import { useMemo } from 'react';
import { Gazetteer } from '../../core/locating/index.ts';
import type { GazetteerKind, NamedPlace } from '../../core/locating/index.ts';
import { useRecordMap } from '../../state/records.ts';

interface Placed {
  id: string;
  name: string | null;
  lng: number | null;
  lat: number | null;
  geometry: object | null;
  districtCode: string;
}

function namedPlaces(kind: GazetteerKind, records: Iterable<Placed>): NamedPlace[] {
  const found: NamedPlace[] = [];
  for (const { id, name, lng, lat, geometry, districtCode } of records)
    if (name !== null && lng !== null && lat !== null)
      found.push({ kind, id, name, districtCode, place: [lng, lat], isPoint: geometry === null });
  return found;
}

/** Names of everything the console knows the place of. */
export function useGazetteer(): Gazetteer {
  const settlements = useRecordMap('settlement');
  const shelters = useRecordMap('shelter');
  const depots = useRecordMap('depot');
  const teams = useRecordMap('team');
  const hazards = useRecordMap('hazard');
  const features = useRecordMap('base_feature');
  const districts = useRecordMap('district');
  return useMemo(() => {
    const drawn = [...features.values()];
    const ground = (layer: string): Placed[] => drawn.filter((one) => one.layer === layer);
    const below = [...districts.values()].filter(({ level }) => level !== 'root');
    return new Gazetteer([
      ...namedPlaces('settlement', settlements.values()),
      ...namedPlaces('shelter', shelters.values()),
      ...namedPlaces('depot', depots.values()),
      ...namedPlaces('team', teams.values()),
      ...namedPlaces('hazard', hazards.values()),
      ...oneOfEach(namedPlaces('road', ground('road'))),
      ...namedPlaces('place', ground('place')),
      ...namedPlaces('district', below),
    ]);
  }, [settlements, shelters, depots, teams, hazards, features, districts]);
}

/** A road is drawn in many pieces of one name. */
function oneOfEach(places: readonly NamedPlace[]): NamedPlace[] {
  return [...new Map(places.map((one) => [`${one.districtCode ?? ''} ${one.name}`, one])).values()];
}
