/**
 * Rectification of hazards: 排查 → 整改 → 复查 → 销号. Steps are evidence and never changed; each moves the hazard's
 * state, in this order only. A review that is not passed leads back to rectification; a hazard that shows itself again
 * after it was closed is found anew. The database keeps the same order.
 */
import { NEXT_STEPS } from '../model/index.ts';
import type { RectificationState, RectificationStepName } from '../model/index.ts';

/** Steps that may follow a state, the usual one first; null = nobody has recorded any state. */
export const nextSteps = (state: RectificationState | null): readonly RectificationStepName[] =>
  NEXT_STEPS[state ?? 'none'];

/** Whether its deadline has passed and it is not closed. `today`: `YYYY-MM-DD` in its district. */
export const isOverdue = (
  {
    rectificationState,
    rectificationDeadline,
  }: {
    rectificationState: RectificationState | null;
    rectificationDeadline: string | null;
  },
  today: string,
): boolean =>
  rectificationDeadline !== null &&
  rectificationState !== 'closed' &&
  rectificationDeadline < today;
