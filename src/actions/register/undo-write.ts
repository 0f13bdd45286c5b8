import { nameOf } from '../../core/model/index.ts';
import type { ReverseWrite } from '../../core/register/index.ts';
import { notify } from '../notify.ts';
import { notWritten, writeBack } from './write-record.ts';

/** Take writes back: each only if nobody has written that record since. Says how many came back. */
export async function undoWrite(undo: readonly ReverseWrite[]): Promise<void> {
  let done = 0;
  let name = '';
  for (const reverse of undo) {
    const result = await writeBack(reverse);
    if (result.tag === 'ok') {
      name = nameOf(reverse.kind, result.record);
      done += 1;
    } else if (undo.length === 1) {
      notify({ tag: 'not-done', reason: notWritten(result) });
      return;
    }
  }
  if (undo.length === 1) notify({ tag: 'record-written', what: 'undone', name, undo: null });
  else notify({ tag: 'records-written', done, failed: undo.length - done, undo: null });
}
