/** Thresholds of a district: one is made, changed or brought back by one call, and taken away like any record. */
import type { SupabaseClient } from '@supabase/supabase-js';
import type { ThresholdKey } from '../core/model/index.ts';
import type { Written } from './results.ts';
import { call } from './shaped.ts';
import { readWritten } from './written.ts';

export interface ThresholdContent {
  districtCode: string;
  key: ThresholdKey;
  value: number;
  unit: string;
  source: string;
  clause: string | null;
}

export interface ThresholdCalls {
  /** `version` null = the district had none of its own. */
  setThreshold(
    content: ThresholdContent,
    version: number | null,
  ): Promise<Written<'district_setting'>>;
}

export const thresholdCalls = (client: SupabaseClient): ThresholdCalls => ({
  async setThreshold({ districtCode, key, value, unit, source, clause }, version) {
    const params = {
      p_district: districtCode,
      p_key: key,
      p_version: version,
      p_value: value,
      p_unit: unit,
      p_source: source,
      p_clause: clause,
    };
    return readWritten('district_setting', await call(client, 'set_threshold', params));
  },
});
