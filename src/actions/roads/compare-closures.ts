/** What the answer is compared with when something else is closed, so that it can say what changed. */
import { closesSame } from '../../core/arrival/obstacle.ts';
import type { Obstacle } from '../../core/arrival/obstacle.ts';
import { useRecords } from '../../state/records.ts';
import { useRoads } from '../../state/roads.ts';

const has = (list: readonly Obstacle[], one: Obstacle): boolean =>
  list.some((other) => closesSame(other, one));

/**
 * Another set of obstacles holds. What was closed or opened since the incident was asked about adds up, until it was
 * read; but what opens again is compared with the moment before, or lifting would just make the line vanish. A draft that
 * was let go never was: it is forgotten.
 */
export function moveComparison(before: readonly Obstacle[], next: readonly Obstacle[]): void {
  const { comparedWith } = useRoads.getState();
  if (comparedWith === null) return;
  // While records are still coming, nothing has changed: more is known.
  if (useRecords.getState().status.tag === 'loading') return compareWith(next);
  const ids = new Set(next.map(({ id }) => id));
  const opened = before.some(
    (one) => one.draft !== true && !ids.has(one.id) && !has(comparedWith, one),
  );
  if (opened) compareWith(before.filter((one) => one.draft !== true || ids.has(one.id)));
}

const compareWith = (obstacles: readonly Obstacle[] | null): void =>
  useRoads.setState({ comparedWith: obstacles });

/** Begin anew: later changes are compared with what is closed now. */
export const beginComparison = (): void => compareWith(useRoads.getState().obstacles);

/** Ends the comparison, because no question is open any more. */
export const endComparison = (): void => compareWith(null);

/** The person has dismissed what changed: from now on changes are compared with what is closed now. */
export function forgetChanges(): void {
  beginComparison();
  useRoads.setState(({ asked }) => ({ asked: asked === null ? null : { ...asked, before: null } }));
}
