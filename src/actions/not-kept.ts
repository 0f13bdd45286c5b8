import type { Failure } from '../backend/index.ts';
import type { NotDone } from '../state/saving.ts';

/** Rules of the database that bound what one account may keep. */
const LIMITS: readonly string[] = ['too_many_views', 'too_many_mappings'];

/** Why the server did not keep something that people save for themselves: a view of a table, a mapping of columns. */
export const notKept = (failure: Failure): NotDone | 'too-many-kept' =>
  failure.tag === 'refused' && failure.about !== undefined && LIMITS.includes(failure.about)
    ? 'too-many-kept'
    : failure.tag;
