/** Thresholds are rows with a source (design rule 4); the nearest district upwards that has one wins. */
import { districtChain } from '../districts/chain.ts';
import type { District, DistrictSetting, SettingKey } from '../model/index.ts';

/** What a threshold is looked up in. */
export interface SettingTables {
  readonly district: ReadonlyMap<string, District>;
  readonly district_setting: ReadonlyMap<string, DistrictSetting>;
}

type ByDistrict = ReadonlyMap<string, DistrictSetting>;

const remembered = new WeakMap<
  SettingTables['district_setting'],
  ReadonlyMap<SettingKey, ByDistrict>
>();

function byKey(settings: SettingTables['district_setting']): ReadonlyMap<SettingKey, ByDistrict> {
  const known = remembered.get(settings);
  if (known !== undefined) return known;
  const keys = new Map<SettingKey, Map<string, DistrictSetting>>();
  for (const setting of settings.values()) {
    const districts = keys.get(setting.key) ?? new Map<string, DistrictSetting>();
    districts.set(setting.districtCode, setting);
    keys.set(setting.key, districts);
  }
  remembered.set(settings, keys);
  return keys;
}

/** The row that holds in a district, with its value, unit, source and clause; null when nobody has set one. */
export function settingFor(
  tables: SettingTables,
  key: SettingKey,
  code: string | null,
): DistrictSetting | null {
  const districts = byKey(tables.district_setting).get(key);
  if (districts === undefined) return null;
  for (const at of districtChain(tables.district, code)) {
    const setting = districts.get(at);
    if (setting !== undefined) return setting;
  }
  return null;
}

type Limit = (code: string | null) => number;
const limits = new WeakMap<
  SettingTables['district_setting'],
  Map<string, { districts: unknown; limit: Limit }>
>();

/**
 * The same as a number for a whole table of records: looks once per district, and is the same function while the
 * tables are the same. Infinity = no row sets a limit.
 */
export function limitByDistrict(tables: SettingTables, key: SettingKey): Limit {
  const ofKeys =
    limits.get(tables.district_setting) ?? new Map<string, { districts: unknown; limit: Limit }>();
  limits.set(tables.district_setting, ofKeys);
  const known = ofKeys.get(key);
  if (known?.districts === tables.district) return known.limit;
  const values = new Map<string | null, number>();
  const limit: Limit = (code) => {
    let value = values.get(code);
    if (value === undefined) {
      value = settingFor(tables, key, code)?.value ?? Infinity;
      values.set(code, value);
    }
    return value;
  };
  ofKeys.set(key, { districts: tables.district, limit });
  return limit;
}
