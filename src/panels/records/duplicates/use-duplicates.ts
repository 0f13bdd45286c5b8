import { useMemo } from 'react';
import { findDuplicates } from '../../../core/duplicates/find-duplicates.ts';
import type { Comparable, DuplicatePair } from '../../../core/duplicates/find-duplicates.ts';
import type { Threshold, MergedKind } from '../../../core/model/index.ts';
import { thresholdFor } from '../../../core/thresholds/index.ts';
import { useHomeDistrict } from '../../../state/districts.ts';
import { useRecordMap, useRecords } from '../../../state/records.ts';

interface Named {
  id: string;
  name: string;
  districtCode: string;
  lng: number | null;
  lat: number | null;
}

interface Duplicates {
  pairs: readonly DuplicatePair[];
  /** The thresholds of the person's own district, with where they come from. */
  distance: Threshold | null;
  likeness: Threshold | null;
}

/** Pairs of a kind that may be one thing, by the thresholds of each record's district. */
export function useDuplicates(kind: MergedKind): Duplicates {
  const table = useRecordMap(kind) as ReadonlyMap<string, Named>;
  const district = useRecordMap('district');
  const settings = useRecordMap('district_setting');
  const home = useHomeDistrict();
  return useMemo(() => {
    const { tables } = useRecords.getState();
    const districtOf = new Map<string, string>();
    const records = [...table.values()].map(({ id, name, districtCode, lng, lat }): Comparable => {
      districtOf.set(id, districtCode);
      return { id, name, place: lng === null || lat === null ? null : [lng, lat] };
    });
    const read = (key: 'twin_distance' | 'twin_likeness', code: string | null) =>
      thresholdFor({ ...tables, district, district_setting: settings }, key, code);
    const pairs = findDuplicates(records, ({ id }) => {
      const code = districtOf.get(id) ?? null;
      const within = read('twin_distance', code);
      const alike = read('twin_likeness', code);
      return within === null || alike === null
        ? null
        : { within: within.value, alike: alike.value };
    });
    const code = home?.code ?? null;
    return { pairs, distance: read('twin_distance', code), likeness: read('twin_likeness', code) };
  }, [table, district, settings, home]);
}
