import type { Seconds } from '../../core/model/index.ts';
import type { RecordTables } from '../../state/records.ts';

/**
 * How old a fact may be, per district: the `fact_max_age` stated for the district itself or for its nearest ancestor
 * (settings are rows with a source, never constants). Without any row nothing ever counts as old.
 */
export function factLimits({
  district,
  district_setting,
}: Pick<RecordTables, 'district' | 'district_setting'>): (code: string) => Seconds {
  const stated = new Map<string, Seconds>();
  for (const setting of district_setting.values()) {
    if (setting.key === 'fact_max_age') stated.set(setting.districtCode, setting.value);
  }
  const known = new Map<string, Seconds>();
  const find = (code: string): Seconds => {
    const ancestors = (district.get(code)?.path ?? `/0/${code}/`).split('/').filter((part) => part !== '');
    for (const ancestor of ancestors.reverse()) {
      const value = stated.get(ancestor);
      if (value !== undefined) return value;
    }
    return Infinity;
  };
  return (code) => {
    let limit = known.get(code);
    if (limit === undefined) {
      limit = find(code);
      known.set(code, limit);
    }
    return limit;
  };
}
