import type { RememberedKind } from '../../core/model/index.ts';
import { wayBack } from '../../core/register/index.ts';
import type { RecordWritten } from '../../state/session.ts';
import { notify } from '../notify.ts';
import { notWritten } from './write-record.ts';
import type { WriteResult } from './write-record.ts';

/** Say that a record was written, with the way back, or why it was not. */
export function notifyWritten(
  what: RecordWritten,
  name: string,
  result: WriteResult<RememberedKind>,
): void {
  if (result.tag === 'ok')
    notify({ tag: 'record-written', what, name, undo: wayBack(result.reverse) });
  else notify({ tag: 'not-done', reason: notWritten(result) });
}
