/** 排查 → 整改 → 复查 → 销号: steps of a hazard, each with who, when and on what evidence. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { RECTIFICATION_STEPS } from '../core/model/index.ts';
import type {
  Hazard,
  Instant,
  RectificationStep,
  RectificationStepName,
} from '../core/model/index.ts';
import { instant, maybe, oneOf, text } from './row-fields.ts';
import { EVIDENCE } from './results.ts';
import type { Evidence, Failure, Result } from './results.ts';
import type { RowShape } from './row-shapes.ts';
import { readRow } from './rows.ts';
import { call, callForList, members } from './shaped.ts';

/** A step is evidence: a wrong one is answered by the step that leads back. */
type SteppedOn =
  | { tag: 'ok'; hazard: Hazard; reverse: Evidence }
  /** The step does not follow the state the hazard has now (somebody was faster); see NEXT_STEPS. */
  | { tag: 'out-of-order'; hazard: Hazard }
  | { tag: 'gone' }
  | Failure;

interface StepWish {
  /** Made by the console: the same call again makes no second step. */
  id: string;
  hazardId: string;
  step: RectificationStepName;
  note: string | null;
  evidence: string | null;
  /** Who is responsible and until when (ISO date) from now on; null = as before. */
  owner: string | null;
  deadline: string | null;
  /** When it was done; null = now. */
  at: Instant | null;
}

export interface RectificationCalls {
  /** Open to every role but viewer; `close` to admins and planners. */
  addRectificationStep(wish: StepWish): Promise<SteppedOn>;
  /** Steps of one hazard, or of every hazard the caller sees (null), newest first. */
  rectificationSteps(hazardId: string | null): Promise<Result<RectificationStep[]>>;
}

const STEP: RowShape<RectificationStep> = {
  id: text,
  hazardId: text,
  districtCode: text,
  step: oneOf(RECTIFICATION_STEPS),
  at: instant,
  owner: maybe(text),
  deadline: maybe(text),
  note: maybe(text),
  evidence: maybe(text),
  createdBy: maybe(text),
  byName: maybe(text),
  createdAt: instant,
};

function readStepped(result: Result<unknown>): SteppedOn {
  if (result.tag !== 'ok') return result;
  const { outcome, record } = members(result.value);
  if (outcome === 'gone') return { tag: 'gone' };
  const hazard = readRow('hazard', record);
  if (hazard === null) return { tag: 'malformed' };
  if (outcome === 'out-of-order') return { tag: 'out-of-order', hazard };
  return outcome === 'saved' ? { tag: 'ok', hazard, reverse: EVIDENCE } : { tag: 'malformed' };
}

export const rectificationCalls = (client: SupabaseClient): RectificationCalls => ({
  addRectificationStep: async ({ id, hazardId, step, note, evidence, owner, deadline, at }) =>
    readStepped(
      await call(client, 'add_rectification_step', {
        p_id: id,
        p_hazard: hazardId,
        p_step: step,
        p_note: note,
        p_evidence: evidence,
        p_owner: owner,
        p_deadline: deadline,
        p_at: at,
      }),
    ),
  rectificationSteps: (hazardId) =>
    callForList(client, 'rectification_steps', { p_hazard: hazardId }, STEP),
});
