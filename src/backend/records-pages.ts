import type { SupabaseClient } from '@supabase/supabase-js';
import { RECORD_KINDS } from '../core/model/index.ts';
import type { RecordKind } from '../core/model/index.ts';
import type { RecordsPage, SyncState } from './backend.ts';
import { guarded } from './guarded.ts';
import type { Result } from './results.ts';
import { keyOfRow, readRow } from './rows.ts';

function readSyncState(value: unknown): SyncState | null {
  if (typeof value !== 'object' || value === null) return null;
  const { epoch, cursor, now, account, counts, gone } = value as Record<string, unknown>;
  if (typeof epoch !== 'string' || typeof cursor !== 'string' || typeof now !== 'string')
    return null;
  if (Number.isNaN(Date.parse(now)) || typeof counts !== 'object' || counts === null) return null;
  const known = RECORD_KINDS.map(
    (kind) => [kind, Number((counts as Record<string, unknown>)[kind] ?? 0)] as const,
  );
  return {
    epoch,
    cursor,
    now,
    account: typeof account === 'string' ? account : undefined,
    counts: Object.fromEntries(known.filter(([, count]) => count > 0)),
    gone: readGone(gone),
  };
}

/** Ids by kind; a register that tells none has none. */
function readGone(value: unknown): SyncState['gone'] {
  const goneByKind = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const known = RECORD_KINDS.map(
    (kind) => [kind, Array.isArray(goneByKind[kind]) ? goneByKind[kind].map(String) : []] as const,
  );
  return Object.fromEntries(known.filter(([, ids]) => ids.length > 0));
}

/**
 * How much changed since the cursor (null = how much there is), and the cursor to ask with next time.
 * @param patience milliseconds after which a silent server counts as away; null = as for every call
 */
export async function syncState(
  client: SupabaseClient,
  since: string | null,
  patience: number | null = null,
): Promise<Result<SyncState>> {
  const result = await guarded(client, (as) => {
    const asked = as.rpc('sync_state', { p_since: since });
    return patience === null ? asked : asked.abortSignal(AbortSignal.timeout(patience));
  });
  if (result.tag !== 'ok') return result;
  const state = readSyncState(result.value);
  return state === null ? { tag: 'malformed' } : { tag: 'ok', value: state };
}

/** One page of a kind in key order, after a key; with `since` only what changed, archived rows included. */
export async function recordsPage<K extends RecordKind>(
  client: SupabaseClient,
  kind: K,
  since: string | null,
  after: string | null,
  limit: number,
): Promise<Result<RecordsPage<K>>> {
  const result = await guarded(client, (as) =>
    as.rpc('records_page', { p_kind: kind, p_since: since, p_after: after, p_limit: limit }),
  );
  if (result.tag !== 'ok') return result;
  if (!Array.isArray(result.value)) return { tag: 'malformed' };
  const sent: unknown[] = result.value;
  const rows = sent.map((row) => readRow(kind, row)).filter((row) => row !== null);
  const last = sent.length === 0 ? null : keyOfRow(kind, sent[sent.length - 1]);
  if (sent.length > 0 && last === null) return { tag: 'malformed' };
  const next = sent.length < limit ? null : last;
  return { tag: 'ok', value: { rows, next, unreadable: sent.length - rows.length } };
}
