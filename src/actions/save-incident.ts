import { backend } from '../backend/index.ts';
import type { SaveResult } from '../backend/index.ts';
import { mergeRecords } from '../state/records.ts';
import { useSession } from '../state/session.ts';
import type { IncidentDraft } from '../state/session.ts';
import { contentOf, saysTheSame } from './incident-content.ts';
import type { ReadyDraft } from './incident-content.ts';
import { notify } from './notify.ts';

/** Whether the draft has what a saved incident needs. */
export const canSave = (draft: IncidentDraft): draft is ReadyDraft => draft.title.trim() !== '' && draft.kind !== null;

async function send(draft: ReadyDraft): Promise<SaveResult> {
  const content = contentOf(draft);
  const result =
    draft.base === null
      ? await backend().insertIncident(draft.id, content)
      : await backend().updateIncident(draft.id, draft.base.version, content);
  if (result.tag !== 'conflict' || !saysTheSame(result.theirs, content)) return result;
  return { tag: 'ok', incident: result.theirs };
}

/**
 * Save the draft in hand. The draft stays until the server has acknowledged it; whatever else happens is in
 * `session.save`. Saving again after a lost answer cannot make a second incident.
 */
export async function saveIncident(): Promise<void> {
  const { focus, save } = useSession.getState();
  if (focus.tag !== 'draft' || save.tag === 'saving') return;
  const { draft } = focus;
  if (!canSave(draft)) return;
  useSession.setState({ save: { tag: 'saving' } });
  const result = await send(draft);
  const stillInHand = () => {
    const now = useSession.getState().focus;
    return (now.tag === 'draft' || now.tag === 'placing') && now.draft?.id === draft.id;
  };
  if (result.tag === 'ok') {
    mergeRecords('incident', [result.incident]);
    if (stillInHand()) {
      useSession.setState({ focus: { tag: 'saved', id: result.incident.id }, save: { tag: 'editing' } });
    }
    notify({ tag: 'incident-saved', incidentId: result.incident.id, title: result.incident.title });
    return;
  }
  if (!stillInHand()) return;
  if (result.tag === 'conflict') {
    mergeRecords('incident', [result.theirs]);
    useSession.setState({ save: { tag: 'conflict', theirs: result.theirs } });
    return;
  }
  useSession.setState({ save: { tag: 'failed', reason: result.tag } });
}
