import type { Threshold, ThresholdKey } from '../model/index.ts';
import { thresholdFor } from './in-district.ts';
import type { ThresholdTables } from './in-district.ts';

/** A threshold in a district: its own row, and what would hold without it. */
interface ThresholdInForce {
  own: Threshold | null;
  inherited: Threshold | null;
}

export function thresholdInForce(
  tables: ThresholdTables,
  key: ThresholdKey,
  code: string,
): ThresholdInForce {
  const held = thresholdFor(tables, key, code);
  const own = held?.districtCode === code ? held : null;
  const parent = tables.district.get(code)?.parentCode ?? null;
  // The root has nothing above it: what it says is its own.
  const above = parent === null ? null : thresholdFor(tables, key, parent);
  return { own, inherited: above };
}
