/** Going back to what a record said at an earlier version. */
import { backend } from '../../backend/index.ts';
import type { RecordChange, RecordOf, RememberedKind } from '../../core/model/index.ts';
import { goingBackAsDraft } from '../../core/register/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { mergeRecords } from '../../state/records.ts';
import { setDraft, useRegister } from '../../state/register.ts';
import { keepFor, keptFor } from '../../state/upkeep.ts';
import { notify } from '../notify.ts';
import { isRegisterKind } from '../register/open-table.ts';
import { loadHistory } from './load-history.ts';

/** Show what going back would change; nothing is changed yet. */
export const lookBack = (id: string, toVersion: number): void =>
  keepFor('restores', id, { toVersion, save: { tag: 'editing' } });

export const dropLookBack = (id: string): void => keepFor('restores', id, null);

/** Give the record the content of that version, if nobody has changed it since its history was read. */
export async function restoreVersion(kind: RememberedKind, id: string): Promise<void> {
  const held = keptFor('restores', id);
  const changes = keptFor('histories', id)?.value ?? [];
  const version = changes[0]?.version;
  if (held === null || held.save.tag === 'saving' || version === undefined) return;
  const { toVersion } = held;
  keepFor('restores', id, { toVersion, save: { tag: 'saving' } });
  const result = await backend().restoreVersion(kind, id, toVersion, version);
  if (result.tag === 'ok') {
    mergeRecords(kind, [result.record]);
    keepFor('restores', id, null);
    notify({ tag: 'version-restored', kind, recordId: id, version: toVersion });
    void loadHistory(kind, id);
  } else if (result.tag === 'conflict') {
    mergeRecords(kind, [result.theirs]);
    keepFor('restores', id, null);
    if (isRegisterKind(kind))
      compareWithTheirs(kind, result.theirs as RecordOf[typeof kind], changes, toVersion);
    void loadHistory(kind, id);
  } else keepFor('restores', id, { toVersion, save: { tag: 'failed', reason: result.tag } });
}

/** Someone else changed the record meanwhile: what going back would write becomes a draft beside what they wrote. */
function compareWithTheirs<K extends RegisterKind>(
  kind: K,
  theirs: RecordOf[K],
  changes: readonly RecordChange[],
  toVersion: number,
): void {
  const { id } = theirs;
  const { base, inputs } = goingBackAsDraft(kind, theirs, changes, toVersion);
  const typed = useRegister.getState().drafts.get(id)?.inputs;
  setDraft(id, {
    kind,
    id,
    base,
    inputs: { ...typed, ...inputs },
    save: { tag: 'conflict', theirs },
  });
}
