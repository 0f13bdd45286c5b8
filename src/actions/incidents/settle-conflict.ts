import { mergeRecords } from '../../state/records.ts';
import { useSession } from '../../state/session.ts';
import type { DraftChange } from '../change-draft.ts';
import { saveIncident } from './save-incident.ts';

/** After seeing both versions: go on editing on top of theirs, with what was chosen of either. */
export function editOnTop(chosen: DraftChange = {}): void {
  const { focus, save } = useSession.getState();
  if (focus.tag !== 'draft' || save.tag !== 'conflict') return;
  useSession.setState({
    focus: { tag: 'draft', draft: { ...focus.draft, ...chosen, base: save.theirs } },
    save: { tag: 'editing' },
  });
}

/** After seeing both versions: save mine, or what was chosen, over theirs. A third version is again a conflict. */
export async function keepMine(chosen: DraftChange = {}): Promise<void> {
  if (useSession.getState().save.tag !== 'conflict') return;
  editOnTop(chosen);
  await saveIncident();
}

/** After seeing both versions: let mine go and show theirs. */
export function takeTheirs(): void {
  const { save } = useSession.getState();
  if (save.tag !== 'conflict') return;
  mergeRecords('incident', [save.theirs]);
  useSession.setState({ focus: { tag: 'saved', id: save.theirs.id }, save: { tag: 'editing' } });
}
