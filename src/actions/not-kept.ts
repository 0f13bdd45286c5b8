import type { Failure } from '../backend/index.ts';
import type { NotDone } from '../state/saving.ts';

/** Rules of the database that bound what one account may keep. */
const LIMITS: readonly string[] = ['too_many_views', 'too_many_mappings'];

/** Why something a person keeps for himself (a view, a way of reading files) was not kept. */
export const notKept = (failure: Failure): NotDone | 'too-many-kept' =>
  failure.tag === 'refused' && failure.about !== undefined && LIMITS.includes(failure.about)
    ? 'too-many-kept'
    : failure.tag;
