import { backend } from '../backend/index.ts';
import type { SaveResult } from '../backend/index.ts';
import { mergeRecords } from '../state/records.ts';
import { allDrafts, draftInHand } from '../state/drafts.ts';
import { useSession } from '../state/session.ts';
import type { HeldDraft, IncidentDraft, SaveState } from '../state/session.ts';
import { contentOf, saysTheSame } from './incident-content.ts';
import type { ReadyDraft } from './incident-content.ts';
import { notify } from './notify.ts';

/** Whether the draft has what a saved incident needs. */
export const canSave = (draft: IncidentDraft): draft is ReadyDraft =>
  draft.title.trim() !== '' && draft.kind !== null;

async function send(draft: ReadyDraft): Promise<SaveResult> {
  const content = contentOf(draft);
  const result =
    draft.base === null
      ? await backend().insertIncident(draft.id, content)
      : await backend().updateIncident(draft.id, draft.base.version, content);
  if (result.tag !== 'conflict' || !saysTheSame(result.theirs, content)) return result;
  return { tag: 'ok', incident: result.theirs };
}

const isInHand = (id: string): boolean => draftInHand(useSession.getState().focus)?.id === id;

/** How the save of a draft stands, wherever the draft is by now; a discarded one is left alone. */
function setSave(id: string, save: SaveState): void {
  if (isInHand(id)) return useSession.setState({ save });
  useSession.setState(({ otherDrafts }) => ({
    otherDrafts: otherDrafts.map((held) => (held.draft.id === id ? { ...held, save } : held)),
  }));
}

async function saveDraft({ draft, save }: HeldDraft): Promise<void> {
  if (save.tag === 'saving' || !canSave(draft)) return;
  setSave(draft.id, { tag: 'saving' });
  const result = await send(draft);
  if (result.tag === 'ok') {
    mergeRecords('incident', [result.incident]);
    if (isInHand(draft.id)) {
      useSession.setState({
        focus: { tag: 'saved', id: result.incident.id },
        save: { tag: 'editing' },
      });
    }
    useSession.setState(({ otherDrafts }) => ({
      otherDrafts: otherDrafts.filter((held) => held.draft.id !== draft.id),
    }));
    notify({ tag: 'incident-saved', incidentId: result.incident.id, title: result.incident.title });
  } else if (result.tag === 'conflict') {
    mergeRecords('incident', [result.theirs]);
    setSave(draft.id, { tag: 'conflict', theirs: result.theirs });
  } else setSave(draft.id, { tag: 'failed', reason: result.tag });
}

/**
 * Save the draft in hand and no other. It stays until the server has acknowledged it; whatever else happens is in
 * `session.save`. Saving again after a lost answer cannot make a second incident.
 */
export async function saveIncident(): Promise<void> {
  const { focus, save } = useSession.getState();
  if (focus.tag === 'draft') await saveDraft({ draft: focus.draft, save });
}

/** Save again what only the line or the end of the session held up, in hand or laid aside: somebody has pressed save for each of them. */
export function saveWhatWaits(): void {
  for (const held of allDrafts(useSession.getState())) {
    const { save } = held;
    if (save.tag === 'failed' && (save.reason === 'unreachable' || save.reason === 'session-ended'))
      void saveDraft(held);
  }
}
