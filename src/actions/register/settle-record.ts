import { chosenInputs, compareVersions } from '../../core/register/index.ts';
import type { Side } from '../../core/register/index.ts';
import { setDraft, useRegister } from '../../state/register.ts';
import { saveRecord } from './save-record.ts';

type Choices = Readonly<Record<string, Side>>;

/** After seeing both versions: go on editing on top of theirs, with what was chosen of either. */
export function editRecordOnTop(id: string, choices: Choices): void {
  const draft = useRegister.getState().drafts.get(id);
  if (draft?.save.tag !== 'conflict') return;
  const { kind, base, inputs, save } = draft;
  const differences = compareVersions(kind, inputs, base, save.theirs);
  setDraft(id, {
    ...draft,
    base: save.theirs,
    inputs: chosenInputs(differences, choices),
    save: { tag: 'editing' },
  });
}

/** After seeing both versions: save what was chosen over theirs. A third version is again a conflict. */
export async function saveChosen(id: string, choices: Choices): Promise<void> {
  editRecordOnTop(id, choices);
  await saveRecord(id);
}

/** After seeing both versions: let mine go; the table already shows theirs. */
export function takeTheirRecord(id: string): void {
  if (useRegister.getState().drafts.get(id)?.save.tag === 'conflict') setDraft(id, null);
}
