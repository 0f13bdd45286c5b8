/** Whom to call about a record: written like any record, visible to roles that may see contacts. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { readWritten } from './history.ts';
import type { Written } from './history.ts';
import { call } from './shaped.ts';

export interface ContactCalls {
  /** `version` null creates under an id made by the console; a repeated call makes no second contact. */
  saveContact(
    id: string,
    version: number | null,
    columns: Readonly<Record<string, unknown>>,
  ): Promise<Written<'contact'>>;
}

export const contactCalls = (client: SupabaseClient): ContactCalls => ({
  saveContact: async (id, version, columns) =>
    readWritten(
      'contact',
      await call(client, 'save_record', {
        p_kind: 'contact',
        p_id: id,
        p_version: version,
        p_change: columns,
      }),
    ),
});
