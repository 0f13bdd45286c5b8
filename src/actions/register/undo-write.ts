import { backend } from '../../backend/index.ts';
import type { RecordSaveResult } from '../../backend/index.ts';
import type { RecordKind } from '../../core/model/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { mergeRecords } from '../../state/records.ts';
import type { RecordUndo } from '../../state/session.ts';
import { notify } from '../notify.ts';
import { nameOf } from '../../core/register/index.ts';
import { writeRecord } from './write-record.ts';

/** Take writes back: each only if nobody has written that record since. Says how many came back. */
export async function undoWrite(undo: readonly RecordUndo[]): Promise<void> {
  let done = 0;
  let name = '';
  for (const { kind, id, version, columns } of undo) {
    const result = await writeBack(kind, id, version, columns);
    if (result.tag === 'ok') {
      name = result.name;
      done += 1;
    } else if (undo.length === 1) {
      notify({
        tag: 'not-done',
        reason: result.tag === 'conflict' ? 'changed-elsewhere' : result.tag,
      });
      return;
    }
  }
  if (undo.length === 1) notify({ tag: 'record-written', what: 'undone', name, undo: null });
  else notify({ tag: 'records-written', done, failed: undo.length - done, undo: null });
}

type WrittenBack =
  { tag: 'ok'; name: string } | { tag: Exclude<RecordSaveResult<RegisterKind>['tag'], 'ok'> };

async function writeBack(
  kind: RecordKind,
  id: string,
  version: number,
  columns: RecordUndo['columns'],
): Promise<WrittenBack> {
  if (kind === 'contact') {
    const result = await backend().saveContact(id, version, columns);
    if (result.tag !== 'ok') return result;
    mergeRecords(kind, [result.record]);
    return { tag: 'ok', name: result.record.name };
  }
  const register = kind as RegisterKind;
  const result = await writeRecord(register, id, version, columns);
  return result.tag === 'ok' ? { tag: 'ok', name: nameOf(register, result.record) } : result;
}
