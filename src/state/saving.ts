/**
 * How the save of something that a person wrote stands: one machine for everything in hand, whatever is saved. What is
 * written stays until the server has acknowledged it.
 */

/** Why the server did not take a write. An incident that is `unreachable` is sent again by itself. */
export type SaveFailure = 'unreachable' | 'session-ended' | 'refused' | 'malformed' | 'gone';

/** Why something asked for was not done: as for a save, or because somebody changed the record meanwhile. */
export type NotDone = SaveFailure | 'changed-elsewhere';

/** Someone else saved in between: both versions are shown, nothing is overwritten. */
export interface Conflict<Theirs> {
  tag: 'conflict';
  theirs: Theirs;
}

/** Not acknowledged. `code` and `about`: what the server named with its refusal, the rule or column of it. */
interface FailedSave<Reason = SaveFailure> {
  tag: 'failed';
  reason: Reason;
  code?: string | null;
  about?: string | null;
}

/** A save that was not made. */
export type NotSaved<Theirs> = FailedSave | Conflict<Theirs>;

/**
 * Being written, on its way, or not taken. It has no "saved": what was taken is no longer in hand.
 * @template Other ends that only some saves have, such as a conflict
 */
export type Saving<Other = never, Reason = SaveFailure> =
  { tag: 'editing' } | { tag: 'saving' } | FailedSave<Reason> | Other;
