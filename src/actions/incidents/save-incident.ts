import type { Incident } from '../../core/model/index.ts';
import { allDrafts, draftInHand } from '../../state/drafts.ts';
import type { NotSaved } from '../../state/saving.ts';
import { useSession } from '../../state/session.ts';
import type { HeldDraft, IncidentDraft, SaveState } from '../../state/session.ts';
import { notify } from '../notify.ts';
import { writeDraft } from '../register/save-record.ts';
import { saveStateOf } from '../register/write-record.ts';
import { inputsOf } from './incident-inputs.ts';
import type { ReadyDraft } from './incident-inputs.ts';

/** Whether the draft has what a saved incident needs. */
export const canSave = (draft: IncidentDraft): draft is ReadyDraft =>
  draft.title.trim() !== '' && draft.kind !== null;

/** Written like any record of the register; what the register's form would not send is said as a refusal of its column. */
async function send(
  draft: ReadyDraft,
): Promise<{ tag: 'ok'; record: Incident } | NotSaved<Incident>> {
  const { id, base } = draft;
  const result = await writeDraft({ kind: 'incident', id, base, inputs: inputsOf(draft) });
  if (result.tag === 'ok') return result;
  if (result.tag !== 'faulty') return saveStateOf<'incident'>(result);
  const [about = null] = Object.keys(result.faults);
  return { tag: 'failed', reason: 'refused', about };
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
  if (result.tag !== 'ok') return setSave(draft.id, result);
  const { id, title } = result.record;
  if (isInHand(draft.id))
    useSession.setState({ focus: { tag: 'saved', id }, save: { tag: 'editing' } });
  useSession.setState(({ otherDrafts }) => ({
    otherDrafts: otherDrafts.filter((held) => held.draft.id !== draft.id),
  }));
  notify({ tag: 'incident-saved', incidentId: id, title });
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
