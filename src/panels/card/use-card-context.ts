import { useMemo } from 'react';
import { thresholdByDistrict } from '../../core/thresholds/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { DEFAULT_ZONE, useZone } from '../../state/districts.ts';
import { useRecordMap } from '../../state/records.ts';
import type { CardContext } from './card-facts.ts';

/** The clock, zone and limits that hold in a record's district. */
export function useCardContext(districtCode: string | null): CardContext {
  const now = useServerNowEvery(10_000);
  const home = useZone();
  const district = useRecordMap('district');
  const district_setting = useRecordMap('district_setting');
  const settlement = useRecordMap('settlement');
  const shelter = useRecordMap('shelter');
  return useMemo(() => {
    const tables = { district, district_setting };
    const own = districtCode === null ? undefined : district.get(districtCode)?.timezone;
    return {
      now,
      zone: own ?? home ?? DEFAULT_ZONE,
      factMaxAge: thresholdByDistrict(tables, 'fact_max_age')(districtCode),
      positionMaxAge: thresholdByDistrict(tables, 'position_max_age')(districtCode),
      settlement,
      shelter,
    };
  }, [now, home, district, district_setting, settlement, shelter, districtCode]);
}
