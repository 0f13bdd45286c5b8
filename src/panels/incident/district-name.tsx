import { useMemo } from 'react';
import { districtAt } from '../../core/districts/district-at.ts';
import type { LngLat } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { useLoadedArea } from '../parts/places/use-loaded-area.ts';
import kit from '../../ui/form/form.module.css';
import styles from './incident.module.css';

/** The smallest district at a place, or that the place lies outside what is loaded: a slip of the coordinates shows here. */
export function DistrictName({ place }: { place: LngLat }) {
  const districts = useRecordMap('district');
  const isInside = useLoadedArea();
  const district = useMemo(() => districtAt(place, districts.values()), [place, districts]);
  if (district !== null)
    return (
      <span className={kit.small}>
        {t('incident.place.inDistrict', { district: district.name })}
      </span>
    );
  return isInside(place) ? null : (
    <span className={styles.warning}>{t('incident.place.outside')}</span>
  );
}
