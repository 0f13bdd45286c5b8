/** One's own earlier changes of many: found in the history, also after a reload, and taken back as far as they stand. */
import { backend } from '../../backend/index.ts';
import type { ReverseWrite } from '../../core/register/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { useRegister } from '../../state/register.ts';
import { changeMany } from './change-many.ts';

/** Ask the history which changes of many this person made in a table. */
export async function loadBulkEdits(kind: RegisterKind): Promise<void> {
  const { bulkEdits: held } = useRegister.getState();
  if (held.tag !== 'loaded' || held.kind !== kind)
    useRegister.setState({ bulkEdits: { tag: 'loading', kind } });
  const result = await backend().bulkEdits(kind);
  if (useRegister.getState().kind !== kind) return;
  useRegister.setState({
    bulkEdits:
      result.tag === 'ok' ? { tag: 'loaded', kind, rows: result.value } : { tag: 'failed', kind },
  });
}

/**
 * Give every record of a change of many its former content back, except where somebody has written the same field since.
 * What became of each is shown like the change itself. false = the server could not say what to take back.
 */
export async function takeBulkEditBack(kind: RegisterKind, id: string): Promise<boolean> {
  const result = await backend().bulkEdit(id);
  if (result.tag !== 'ok') return false;
  const to = new Map(
    result.value.map(({ id: record, version, before: columns }): [string, ReverseWrite] => [
      record,
      { tag: 'write', kind, id: record, version, columns },
    ]),
  );
  await changeMany(kind, [...to.keys()], { tag: 'back', to });
  return true;
}
