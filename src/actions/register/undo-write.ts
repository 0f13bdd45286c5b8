import type { RegisterKind } from '../../core/schema/index.ts';
import type { RecordUndo } from '../../state/session.ts';
import { notify } from '../notify.ts';
import { nameOf } from '../../core/register/index.ts';
import { writeRecord } from './write-record.ts';

/** Take writes back: each only if nobody has written that record since. Says how many came back. */
export async function undoWrite(undo: readonly RecordUndo[]): Promise<void> {
  let done = 0;
  let name = '';
  for (const { kind, id, version, columns } of undo) {
    const register = kind as RegisterKind;
    const result = await writeRecord(register, id, version, columns);
    if (result.tag === 'ok') {
      name = nameOf(register, result.record);
      done += 1;
    } else if (undo.length === 1) {
      notify({ tag: 'not-done', reason: result.tag === 'conflict' ? 'changed-elsewhere' : result.tag });
      return;
    }
  }
  if (undo.length === 1) notify({ tag: 'record-written', what: 'undone', name, undo: null });
  else notify({ tag: 'records-written', done, failed: undo.length - done, undo: null });
}
