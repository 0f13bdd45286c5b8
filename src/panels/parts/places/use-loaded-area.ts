import { useMemo } from 'react';
import type { LngLat } from '../../../core/model/index.ts';
import { loadedArea } from '../../../core/search/loaded-area.ts';
import { useRecordMap } from '../../../state/records.ts';

/** Whether a place lies where this register has data. */
export function useLoadedArea(): (place: LngLat) => boolean {
  const district = useRecordMap('district');
  const team = useRecordMap('team');
  const shelter = useRecordMap('shelter');
  const depot = useRecordMap('depot');
  const hazard = useRecordMap('hazard');
  return useMemo(
    () => loadedArea({ district, team, shelter, depot, hazard }),
    [district, team, shelter, depot, hazard],
  );
}
