import { useMemo } from 'react';
import { nearestName } from '../../core/locating/index.ts';
import type { LngLat } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';

/** `桑园社区附近`: what a place is near, of what is loaded; null where nothing named is. Nobody has said it: it is derived. */
export function useDerivedName(place: LngLat | null): string | null {
  const settlements = useRecordMap('settlement');
  const shelters = useRecordMap('shelter');
  const depots = useRecordMap('depot');
  const features = useRecordMap('base_feature');
  const [lng, lat] = place ?? [null, null];
  return useMemo(() => {
    if (lng === null || lat === null) return null;
    const ground = [...features.values()].filter(
      ({ layer }) => layer === 'road' || layer === 'place',
    );
    const name = nearestName(
      [lng, lat],
      [...settlements.values(), ...shelters.values(), ...depots.values(), ...ground],
    );
    return name === null ? null : t('incident.derived.near', { name });
  }, [lng, lat, settlements, shelters, depots, features]);
}

/** The name of an incident as somebody wrote it, else where it is, marked as derived; last that it has none. */
export function useShownName(title: string, place: LngLat | null): string {
  const written = title.trim();
  const derived = useDerivedName(written === '' ? place : null);
  if (written !== '') return written;
  return derived === null
    ? t('incident.unsaved.untitled')
    : t('incident.derived.shown', { name: derived });
}
