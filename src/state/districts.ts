/** Which district the person belongs to, its clock, and whether what is shown is demonstration data. */
import { useMemo } from 'react';
import type { District } from '../core/model/index.ts';
import { useRecord, useRecordMap, useRecords } from './records.ts';
import type { RecordsState } from './records.ts';
import { useSession } from './session.ts';

/** Used until the district's own zone is loaded. */
export const DEFAULT_ZONE = 'Asia/Shanghai';

/** The district of the account, or null before it is loaded. */
export function useHomeDistrict(): District | null {
  const code = useSession((state) =>
    state.auth.tag === 'signed-in' ? state.auth.account.districtCode : null,
  );
  return useRecord('district', code);
}

/** The districts in which the signed-in person may act: their own and all below it, each after the one above it. */
export function useOwnDistricts(): readonly District[] {
  const table = useRecordMap('district');
  const home = useHomeDistrict();
  return useMemo(() => {
    const own = [...table.values()].filter(
      ({ path }) => home !== null && path.startsWith(home.path),
    );
    return own.sort((a, b) => (a.path < b.path ? -1 : 1));
  }, [table, home]);
}

/** Whether all is loaded and there is no district below the person's own, and that has no boundary either. */
export function useHasNoDistricts(): boolean {
  const isLive = useRecords((state) => state.status.tag === 'live');
  const home = useHomeDistrict();
  const own = useOwnDistricts();
  return isLive && home !== null && own.length <= 1 && home.geometry === null;
}

/** IANA zone of the account's district: the zone every clock time on the screen is in. */
export const useZone = (): string => useHomeDistrict()?.timezone ?? DEFAULT_ZONE;

const anyDemo = (state: RecordsState): boolean => {
  for (const district of state.tables.district.values()) if (district.isDemo) return true;
  return false;
};

/** Whether any loaded district is demonstration data: then every screen and print says so. */
export const useIsDemo = (): boolean => useRecords(anyDemo);
