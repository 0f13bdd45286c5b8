/** Steps of the rectification of a hazard. */
import { newId } from '../../core/new-id.ts';
import { backend } from '../../backend/index.ts';
import type { Hazard, RectificationStepName } from '../../core/model/index.ts';
import { mergeRecords } from '../../state/records.ts';
import { keepFor, keptFor } from '../../state/upkeep.ts';
import type { RectificationDraft } from '../../state/upkeep.ts';
import { notify } from '../notify.ts';
import { fetchFor } from './fetch-for.ts';

/** Under this key stand the steps of every hazard. */
export const ALL_HAZARDS = '';

/** Read the steps of one hazard, or of all. */
export const loadSteps = (hazardId: string): Promise<void> =>
  fetchFor('stepLists', hazardId, () =>
    backend().rectificationSteps(hazardId === ALL_HAZARDS ? null : hazardId),
  );

/** Open the form of a step; what was typed for another step of the hazard stays. */
export function startStep(
  { id, rectificationOwner, rectificationDeadline }: Hazard,
  step: RectificationStepName,
): void {
  const held = keptFor('steps', id);
  if (held?.save.tag === 'saving') return;
  const typed = held ?? {
    note: '',
    evidence: '',
    owner: rectificationOwner ?? '',
    deadline: rectificationDeadline ?? '',
  };
  keepFor('steps', id, { ...typed, id: newId(), step, tried: false, save: { tag: 'editing' } });
}

type StepChange = Partial<Pick<RectificationDraft, 'note' | 'evidence' | 'owner' | 'deadline'>>;

export function changeStep(hazardId: string, change: StepChange): void {
  const held = keptFor('steps', hazardId);
  if (held === null || held.save.tag === 'saving') return;
  const id = held.save.tag === 'editing' ? held.id : newId();
  keepFor('steps', hazardId, { ...held, ...change, id, save: { tag: 'editing' } });
}

export const dropStep = (hazardId: string): void => keepFor('steps', hazardId, null);

/** To hand in for review and to close needs something that shows it. */
export const needsEvidence = (step: RectificationStepName): boolean =>
  step === 'review' || step === 'close';

const said = (text: string): string | null => (text.trim() === '' ? null : text.trim());
/** Only what is new is said anew. */
const anew = (text: string, before: string | null): string | null =>
  said(text) === before ? null : said(text);

/** Record the step in hand. */
export async function saveStep(hazard: Hazard): Promise<void> {
  const draft = keptFor('steps', hazard.id);
  if (draft === null || draft.save.tag === 'saving') return;
  const faulty = needsEvidence(draft.step) && said(draft.evidence) === null;
  keepFor('steps', hazard.id, {
    ...draft,
    tried: true,
    save: { tag: faulty ? 'editing' : 'saving' },
  });
  if (faulty) return;
  const result = await backend().addRectificationStep({
    id: draft.id,
    hazardId: hazard.id,
    step: draft.step,
    note: said(draft.note),
    evidence: said(draft.evidence),
    owner: anew(draft.owner, hazard.rectificationOwner),
    deadline: anew(draft.deadline, hazard.rectificationDeadline),
    at: null,
  });
  if (result.tag === 'ok') {
    mergeRecords('hazard', [result.hazard]);
    keepFor('steps', hazard.id, null);
    notify({ tag: 'step-taken', name: hazard.name, step: draft.step });
    void loadSteps(hazard.id);
    if (keptFor('stepLists', ALL_HAZARDS) !== null) void loadSteps(ALL_HAZARDS);
  } else if (result.tag === 'out-of-order') {
    mergeRecords('hazard', [result.hazard]);
    keepFor('steps', hazard.id, { ...draft, tried: true, save: { tag: 'out-of-order' } });
    void loadSteps(hazard.id);
  } else
    keepFor('steps', hazard.id, {
      ...draft,
      tried: true,
      save: { tag: 'failed', reason: result.tag },
    });
}
