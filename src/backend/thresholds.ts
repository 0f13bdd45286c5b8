/** Thresholds of a district: set one (made, changed or brought back by one call), or go back to the inherited one. */
import type { SupabaseClient } from '@supabase/supabase-js';
import type { Threshold, ThresholdKey } from '../core/model/index.ts';
import { guarded } from './guarded.ts';
import type { Failure, Result } from './results.ts';
import { readRow } from './rows.ts';

export interface ThresholdContent {
  districtCode: string;
  key: ThresholdKey;
  value: number;
  unit: string;
  source: string;
  clause: string | null;
}

export type ThresholdResult =
  | { tag: 'ok'; threshold: Threshold }
  /** Somebody else set it since the version this was based on. */
  | { tag: 'conflict'; theirs: Threshold }
  | { tag: 'gone' }
  | Failure;

export interface ThresholdCalls {
  /** `version` null = the district had none of its own. */
  setThreshold(content: ThresholdContent, version: number | null): Promise<ThresholdResult>;
  /** Take the district's own one away: the one above holds again. */
  dropThreshold(id: string, version: number, at: string): Promise<ThresholdResult>;
}

function settled(result: Result<unknown>): ThresholdResult {
  if (result.tag !== 'ok') return result;
  const { outcome, record } = (result.value ?? {}) as { outcome?: unknown; record?: unknown };
  if (outcome === 'gone') return { tag: 'gone' };
  const threshold = readRow('district_setting', record);
  if (threshold === null) return { tag: 'malformed' };
  if (outcome === 'conflict') return { tag: 'conflict', theirs: threshold };
  return outcome === 'saved' ? { tag: 'ok', threshold } : { tag: 'malformed' };
}

export const thresholdCalls = (client: SupabaseClient): ThresholdCalls => ({
  async setThreshold({ districtCode, key, value, unit, source, clause }, version) {
    const call = {
      p_district: districtCode,
      p_key: key,
      p_version: version,
      p_value: value,
      p_unit: unit,
      p_source: source,
      p_clause: clause,
    };
    return settled(await guarded(client, (as) => as.rpc('set_threshold', call)));
  },
  async dropThreshold(id, version, at) {
    const call = {
      p_kind: 'district_setting',
      p_id: id,
      p_version: version,
      p_change: { archived_at: at },
    };
    return settled(await guarded(client, (as) => as.rpc('save_record', call)));
  },
});
