import { useMemo } from 'react';
import { closuresInHand } from '../../actions/roads/closures-in-hand.ts';
import { closureGeometry, isRecent, phaseOf } from '../../core/arrival/closures.ts';
import type { ClosurePhase } from '../../core/arrival/closures.ts';
import type { Closure } from '../../core/model/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useRecordMap } from '../../state/records.ts';
import { useRegister } from '../../state/register.ts';
import { useRoads } from '../../state/roads.ts';

/** A closure as it is listed: with what is written of it and not saved. */
export interface ListedClosure {
  closure: Closure;
  phase: ClosurePhase;
  draft: boolean;
  hasPlace: boolean;
}

const LOOK_EVERY_MS = 5000;

/** Every closure that is or will be in force or ended lately: drafts first, then by their time, the newest first. */
export function useClosures(): readonly ListedClosure[] {
  const table = useRecordMap('closure');
  const drafts = useRegister((state) => state.drafts);
  const obstacles = useRoads((state) => state.obstacles);
  const now = useServerNowEvery(LOOK_EVERY_MS);
  return useMemo(() => {
    // What counts is what the roads are asked under; the clock of the screen may be a moment behind.
    const counted = new Set(obstacles.map(({ id }) => id));
    // `drafts` is read inside: another one is another list.
    void drafts;
    const written = closuresInHand(table, now);
    return [...written.closures.values()]
      .filter((closure) => isRecent(closure, now))
      .map((closure) => ({
        closure,
        phase: counted.has(closure.id) ? ('in-force' as const) : phaseOf(closure, now),
        draft: written.drafts.has(closure.id),
        hasPlace: closureGeometry(closure) !== null,
      }))
      .sort(
        (a, b) =>
          Number(b.draft) - Number(a.draft) || (a.closure.fromAt < b.closure.fromAt ? 1 : -1),
      );
  }, [table, drafts, obstacles, now]);
}
