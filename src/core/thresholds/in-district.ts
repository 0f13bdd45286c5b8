/** Thresholds are rows with a source (design rule 4); the nearest district upwards that has one wins. */
import { districtChain } from '../districts/chain.ts';
import type { District, Threshold, ThresholdKey } from '../model/index.ts';

/** What a threshold is looked up in. */
export interface ThresholdTables {
  readonly district: ReadonlyMap<string, District>;
  readonly district_setting: ReadonlyMap<string, Threshold>;
}

type ByDistrict = ReadonlyMap<string, Threshold>;

const remembered = new WeakMap<
  ThresholdTables['district_setting'],
  ReadonlyMap<ThresholdKey, ByDistrict>
>();

function byKey(
  thresholds: ThresholdTables['district_setting'],
): ReadonlyMap<ThresholdKey, ByDistrict> {
  const known = remembered.get(thresholds);
  if (known !== undefined) return known;
  const keys = new Map<ThresholdKey, Map<string, Threshold>>();
  for (const threshold of thresholds.values()) {
    const districts = keys.get(threshold.key) ?? new Map<string, Threshold>();
    districts.set(threshold.districtCode, threshold);
    keys.set(threshold.key, districts);
  }
  remembered.set(thresholds, keys);
  return keys;
}

/** The row that holds in a district, with its value, unit, source and clause; null when nobody has set one. */
export function thresholdFor(
  tables: ThresholdTables,
  key: ThresholdKey,
  code: string | null,
): Threshold | null {
  const districts = byKey(tables.district_setting).get(key);
  if (districts === undefined) return null;
  for (const at of districtChain(tables.district, code)) {
    const threshold = districts.get(at);
    if (threshold !== undefined) return threshold;
  }
  return null;
}

type Limit = (code: string | null) => number;
const limits = new WeakMap<
  ThresholdTables['district_setting'],
  Map<string, { districts: unknown; limit: Limit }>
>();

/**
 * The same as a number for a whole table of records: looks once per district, and is the same function while the
 * tables are the same. Infinity = no row sets a limit.
 */
export function thresholdByDistrict(tables: ThresholdTables, key: ThresholdKey): Limit {
  const ofKeys =
    limits.get(tables.district_setting) ?? new Map<string, { districts: unknown; limit: Limit }>();
  limits.set(tables.district_setting, ofKeys);
  const known = ofKeys.get(key);
  if (known?.districts === tables.district) return known.limit;
  const values = new Map<string | null, number>();
  const limit: Limit = (code) => {
    let value = values.get(code);
    if (value === undefined) {
      value = thresholdFor(tables, key, code)?.value ?? Infinity;
      values.set(code, value);
    }
    return value;
  };
  ofKeys.set(key, { districts: tables.district, limit });
  return limit;
}
