import { useMemo } from 'react';
import { useZone } from '../../../state/districts.ts';
import { useRecordMap } from '../../../state/records.ts';
import { useSession } from '../../../state/session.ts';
import type { TextContext } from './register-text.ts';

/** What values need to be read: the district's zone, and the names of what they point at. */
export function useTextContext(): TextContext {
  const language = useSession((state) => state.language);
  const zone = useZone();
  const district = useRecordMap('district');
  const depot = useRecordMap('depot');
  const shelter = useRecordMap('shelter');
  const settlement = useRecordMap('settlement');
  return useMemo(() => {
    const named: Readonly<Record<string, ReadonlyMap<string, { name: string }>>> = {
      district,
      depot,
      shelter,
      settlement,
    };
    return { language, zone, nameOf: (table, key) => named[table]?.get(key)?.name ?? null };
  }, [language, zone, district, depot, shelter, settlement]);
}
