import { mergeRecords } from '../state/records.ts';
import { useSession } from '../state/session.ts';
import { saveIncident } from './save-incident.ts';

/** After seeing both versions: save mine over theirs. A third version saved meanwhile is again a conflict. */
export async function keepMine(): Promise<void> {
  const { focus, save } = useSession.getState();
  if (focus.tag !== 'draft' || save.tag !== 'conflict') return;
  useSession.setState({
    focus: { tag: 'draft', draft: { ...focus.draft, base: save.theirs } },
    save: { tag: 'editing' },
  });
  await saveIncident();
}

/** After seeing both versions: let mine go and show theirs. */
export function takeTheirs(): void {
  const { save } = useSession.getState();
  if (save.tag !== 'conflict') return;
  mergeRecords('incident', [save.theirs]);
  useSession.setState({ focus: { tag: 'saved', id: save.theirs.id }, save: { tag: 'editing' } });
}
