/** What a record was, who says that it is true, and two records that are one. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { CHANGE_ACTIONS, CHANGE_ORIGINS, REMEMBERED_KINDS } from '../core/model/index.ts';
import type {
  BulkEdit,
  BulkEdited,
  MergedKind,
  RecordChange,
  RecordKind,
  RecordOf,
  RememberedKind,
  VerifiedKind,
} from '../core/model/index.ts';
import { instant, maybe, number, oneOf, text } from './row-fields.ts';
import type { NoReverse } from '../core/register/index.ts';
import { EVIDENCE } from './results.ts';
import type { Evidence, Failure, Result, Written } from './results.ts';
import type { RowShape } from './row-shapes.ts';
import { readRow } from './rows.ts';
import { call, callForList, members, object } from './shaped.ts';
import { readWritten } from './written.ts';

/** Somebody says of a record whether it is true: evidence, which is answered by saying otherwise. */
type Attested<K extends RecordKind> =
  Exclude<Written<K>, { tag: 'ok' }> | { tag: 'ok'; record: RecordOf[K]; reverse: Evidence };

const REFERENCES_MOVED = { tag: 'none', because: 'references-moved' } as const satisfies NoReverse;

type Merged<K extends MergedKind> =
  | { tag: 'ok'; kept: RecordOf[K]; dropped: RecordOf[K]; reverse: typeof REFERENCES_MOVED }
  | { tag: 'conflict'; kept: RecordOf[K]; dropped: RecordOf[K] }
  | { tag: 'gone' }
  | Failure;

/** A record with the version that was read. */
interface Versioned {
  id: string;
  version: number;
}

export interface HistoryCalls {
  /** The changes of one record, newest first, as far as the caller may read them. */
  recordHistory(kind: RememberedKind, id: string): Promise<Result<RecordChange[]>>;
  /** The caller's own changes of many of a kind, newest first. */
  bulkEdits(kind: RememberedKind): Promise<Result<BulkEdit[]>>;
  /** The records of one of them of which it still stands. */
  bulkEdit(id: string): Promise<Result<BulkEdited[]>>;
  /** Gives every field changed since version `to` its former value; `version` is the one now on the screen. */
  restoreVersion<K extends RememberedKind>(
    kind: K,
    id: string,
    to: number,
    version: number,
  ): Promise<Written<K>>;
  /** "Still true", said now by the caller; settles a dispute. Open to every role but viewer. */
  verifyRecord<K extends VerifiedKind>(
    kind: K,
    id: string,
    version: number | null,
  ): Promise<Attested<K>>;
  /** "Not true, because …". Open to every role but viewer. */
  disputeRecord<K extends VerifiedKind>(
    kind: K,
    id: string,
    reason: string,
    version: number | null,
  ): Promise<Attested<K>>;
  /** References move to `keep`; `drop` is archived with a note of where it went. For admins and planners. */
  mergeRecords<K extends MergedKind>(kind: K, keep: Versioned, drop: Versioned): Promise<Merged<K>>;
}

const CHANGE: RowShape<RecordChange> = {
  id: text,
  kind: oneOf(REMEMBERED_KINDS),
  recordId: text,
  districtCode: text,
  version: number,
  at: instant,
  byUser: maybe(text),
  byName: maybe(text),
  origin: oneOf(CHANGE_ORIGINS),
  importId: maybe(text),
  action: oneOf(CHANGE_ACTIONS),
  before: maybe(object),
  after: object,
};

const BULK_EDIT: RowShape<BulkEdit> = {
  id: text,
  at: instant,
  action: oneOf(CHANGE_ACTIONS),
  after: object,
  records: number,
  standing: number,
};
const BULK_EDITED: RowShape<BulkEdited> = { id: text, version: number, before: object };

const attested = <K extends RecordKind>(written: Written<K>): Attested<K> =>
  written.tag === 'ok' ? { ...written, reverse: EVIDENCE } : written;

async function mergeRecords<K extends MergedKind>(
  client: SupabaseClient,
  kind: K,
  keep: Versioned,
  drop: Versioned,
): Promise<Merged<K>> {
  const result = await call(client, 'merge_records', {
    p_kind: kind,
    p_keep: keep.id,
    p_drop: drop.id,
    p_keep_version: keep.version,
    p_drop_version: drop.version,
  });
  if (result.tag !== 'ok') return result;
  const { outcome, record, dropped: other } = members(result.value);
  if (outcome === 'gone') return { tag: 'gone' };
  const kept = readRow(kind, record);
  const dropped = readRow(kind, other);
  if (kept === null || dropped === null) return { tag: 'malformed' };
  if (outcome === 'conflict') return { tag: 'conflict', kept, dropped };
  return outcome === 'saved'
    ? { tag: 'ok', kept, dropped, reverse: REFERENCES_MOVED }
    : { tag: 'malformed' };
}

export const historyCalls = (client: SupabaseClient): HistoryCalls => ({
  recordHistory: (kind, id) =>
    callForList(client, 'record_history', { p_kind: kind, p_id: id }, CHANGE),
  bulkEdits: (kind) => callForList(client, 'bulk_edits', { p_kind: kind }, BULK_EDIT),
  bulkEdit: (id) => callForList(client, 'bulk_edit', { p_bulk: id }, BULK_EDITED),
  restoreVersion: async (kind, id, to, version) =>
    readWritten(
      kind,
      await call(client, 'restore_version', {
        p_kind: kind,
        p_id: id,
        p_to: to,
        p_version: version,
      }),
    ),
  verifyRecord: async (kind, id, version) =>
    attested(
      readWritten(
        kind,
        await call(client, 'confirm_record', { p_kind: kind, p_id: id, p_version: version }),
      ),
    ),
  disputeRecord: async (kind, id, reason, version) =>
    attested(
      readWritten(
        kind,
        await call(client, 'dispute_record', {
          p_kind: kind,
          p_id: id,
          p_reason: reason,
          p_version: version,
        }),
      ),
    ),
  mergeRecords: (kind, keep, drop) => mergeRecords(client, kind, keep, drop),
});
