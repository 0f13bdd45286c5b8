/** Who signed in, imported, exported and gave rights: read by admins, written by the database. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { AUDIT_ACTIONS } from '../core/model/index.ts';
import type { AuditAction, AuditEvent } from '../core/model/index.ts';
import { instant, maybe, number, oneOf, text } from './row-fields.ts';
import type { Result } from './results.ts';
import type { RowShape } from './row-shapes.ts';
import { callForList, callForNothing, object } from './shaped.ts';

export interface AuditCalls {
  /** Newest first; `beforeSeq` continues a list, `actions` null = all. Admins read their districts, others nothing. */
  auditEvents(asked: {
    beforeSeq: number | null;
    actions: readonly AuditAction[] | null;
    limit: number;
  }): Promise<Result<AuditEvent[]>>;
  /** Notes that the caller took data out; call it before the file is handed over. */
  auditExport(
    kind: string,
    format: string,
    rows: number,
    filter: string | null,
  ): Promise<Result<null>>;
}

const EVENT: RowShape<AuditEvent> = {
  id: text,
  seq: number,
  districtCode: text,
  at: instant,
  action: oneOf(AUDIT_ACTIONS),
  byUser: maybe(text),
  byName: maybe(text),
  about: maybe(text),
  detail: object,
};

export const auditCalls = (client: SupabaseClient): AuditCalls => ({
  auditEvents: ({ beforeSeq, actions, limit }) =>
    callForList(
      client,
      'audit_events',
      { p_before: beforeSeq, p_actions: actions, p_limit: limit },
      EVENT,
    ),
  auditExport: (kind, format, rows, filter) =>
    callForNothing(client, 'audit_export', {
      p_kind: kind,
      p_format: format,
      p_rows: rows,
      p_filter: filter,
    }),
});
