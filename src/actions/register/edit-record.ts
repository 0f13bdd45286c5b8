import { newId } from '../../core/new-id.ts';
import { inputOf, sameInput } from '../../core/register/index.ts';
import type { Input, Inputs } from '../../core/register/index.ts';
import { columnOf } from '../../core/schema/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { setDraft, useRegister } from '../../state/register.ts';
import type { RecordDraft } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import { heldRecord } from './held-record.ts';
import { openRecord } from './open-table.ts';

export { heldRecord } from './held-record.ts';

/** Begin a new record: empty where nothing is known, its source the person who writes it. */
export function newRecord(kind: RegisterKind, inputs: Inputs = {}, id: string = newId()): string {
  const { auth } = useSession.getState();
  const source = auth.tag === 'signed-in' ? auth.account.displayName : '';
  setDraft(id, { kind, id, base: null, inputs: { source, ...inputs }, save: { tag: 'editing' } });
  openRecord(kind, id);
  return id;
}

/** Write into a field. A draft that says again what the record says is none. */
export function changeField(kind: RegisterKind, id: string, column: string, input: Input): void {
  const held = useRegister.getState().drafts.get(id);
  if (held?.save.tag === 'saving') return;
  const base = held === undefined ? heldRecord(kind, id) : held.base;
  const draft: RecordDraft = held ?? { kind, id, base, inputs: {}, save: { tag: 'editing' } };
  const spec = columnOf(kind, column);
  const others = Object.fromEntries(
    Object.entries(draft.inputs).filter(([name]) => name !== column),
  );
  const same = base !== null && spec !== null && sameInput(input, inputOf(base, spec));
  const inputs = same ? others : { ...others, [column]: input };
  const save = draft.save.tag === 'conflict' ? draft.save : { tag: 'editing' as const };
  const isEmpty = base !== null && Object.keys(inputs).length === 0 && save.tag !== 'conflict';
  setDraft(id, isEmpty ? null : { ...draft, inputs, save });
}

/** Let go of what was written; a record that never existed closes. */
export function discardRecord(id: string): void {
  const draft = useRegister.getState().drafts.get(id);
  setDraft(id, null);
  useRegister.setState({ drawing: null });
  if (draft?.base === null && useSession.getState().selection?.id === id)
    useSession.setState({ selection: null });
}
