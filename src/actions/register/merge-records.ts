import { backend } from '../../backend/index.ts';
import { nameOf } from '../../core/model/index.ts';
import type { MergedKind, RecordOf } from '../../core/model/index.ts';
import { wayBack } from '../../core/register/index.ts';
import type { NotDone } from '../../state/saving.ts';
import { notify } from '../notify.ts';
import { holdRecord, notWritten, writeRecord } from './write-record.ts';

export type MergeOutcome = 'done' | NotDone;

/**
 * Make one record of two: what refers to `drop` refers to `keep` from then on, `drop` is archived, and `columns` (what was
 * chosen of the one that goes) are written into the one that stays.
 */
export async function mergeTwo<K extends MergedKind>(
  kind: K,
  keep: RecordOf[K],
  drop: RecordOf[K],
  columns: Readonly<Record<string, unknown>>,
): Promise<MergeOutcome> {
  const merged = await backend().mergeRecords(
    kind,
    { id: keep.id, version: keep.version },
    { id: drop.id, version: drop.version },
  );
  if (merged.tag !== 'ok' && merged.tag !== 'conflict') return merged.tag;
  holdRecord(kind, merged.kept);
  holdRecord(kind, merged.dropped);
  if (merged.tag === 'conflict') return 'changed-elsewhere';
  if (Object.keys(columns).length > 0) {
    const result = await writeRecord({ kind, id: keep.id, before: merged.kept, columns });
    if (result.tag !== 'ok') return notWritten(result);
  }
  const undo = wayBack(merged.reverse);
  notify({ tag: 'record-written', what: 'merged', name: nameOf(kind, merged.kept), undo });
  return 'done';
}
