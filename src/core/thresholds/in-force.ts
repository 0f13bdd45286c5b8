import type { DistrictSetting, SettingKey } from '../model/index.ts';
import { settingFor } from './in-district.ts';
import type { SettingTables } from './in-district.ts';

/** A threshold in a district: its own row, and what would hold without it. */
export interface RuleInForce {
  own: DistrictSetting | null;
  inherited: DistrictSetting | null;
}

export function ruleInForce(tables: SettingTables, key: SettingKey, code: string): RuleInForce {
  const held = settingFor(tables, key, code);
  const own = held?.districtCode === code ? held : null;
  const parent = tables.district.get(code)?.parentCode ?? null;
  // The root has nothing above it: what it says is its own.
  const above = parent === null ? null : settingFor(tables, key, parent);
  return { own, inherited: above };
}
