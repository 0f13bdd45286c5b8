/** What belongs to districts, for their admins. Districts themselves are records like the others. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { DISTRICT_CONTENTS } from '../core/districts/use.ts';
import type { DistrictUse } from '../core/districts/use.ts';
import type { Result } from './results.ts';
import { call, members } from './shaped.ts';

export interface DistrictCalls {
  /** By code, of the districts the caller looks after; one that is not among them is empty. */
  districtUse(): Promise<Result<ReadonlyMap<string, DistrictUse>>>;
}

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

function readUse(value: unknown): DistrictUse {
  const items = members(value);
  return {
    contents: Object.fromEntries(
      DISTRICT_CONTENTS.flatMap((kind) => (kind in items ? [[kind, count(items[kind])]] : [])),
    ),
    accounts: count(items.profile),
    disabled: count(items.disabled),
    below: count(items.district),
  };
}

export const districtCalls = (client: SupabaseClient): DistrictCalls => ({
  async districtUse() {
    const result = await call(client, 'district_overview', {});
    if (result.tag !== 'ok') return result;
    return {
      tag: 'ok',
      value: new Map(
        Object.entries(members(result.value)).map(([code, use]) => [code, readUse(use)]),
      ),
    };
  },
});
