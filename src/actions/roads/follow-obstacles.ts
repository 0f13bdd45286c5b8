/** Keeps what closes roads as it is at every moment: records, closures in hand, and the clock. */
import { obstaclesAsWritten } from '../../core/arrival/closures.ts';
import { sameObstacles } from '../../core/arrival/obstacle.ts';
import type { Obstacle, Obstacles } from '../../core/arrival/obstacle.ts';
import { serverNow } from '../../state/clock.ts';
import { useRecords } from '../../state/records.ts';
import type { RecordTables } from '../../state/records.ts';
import { useRegister } from '../../state/register.ts';
import { useRoads } from '../../state/roads.ts';
import { useSession } from '../../state/session.ts';
import { closuresInHand } from './closures-in-hand.ts';
import { areasNow } from './areas-now.ts';
import { moveComparison } from './compare-closures.ts';

/** Everything that closes roads; what comes later in the list is told later. `now` in milliseconds, the server's clock. */
const SOURCES: readonly ((tables: RecordTables, now: number) => Obstacles)[] = [
  (tables, now) => obstaclesAsWritten(closuresInHand(tables.closure, now), now),
  areasNow,
];

/** The longest wait in ms: a timer holds 32 bits, and one that is set beyond them fires at once. */
const LONGEST_WAIT = 3_600_000;

function lookAgain(): number {
  const now = serverNow();
  const { tables } = useRecords.getState();
  const parts = SOURCES.map((source) => source(tables, now));
  const next: Obstacle[] = parts.flatMap(({ obstacles }) => obstacles);
  const { obstacles: before } = useRoads.getState();
  if (!sameObstacles(next, before)) {
    moveComparison(before, next);
    useRoads.setState({ obstacles: next });
  }
  return Math.min(LONGEST_WAIT, ...parts.map(({ holdsUntil }) => holdsUntil - now));
}

/** Follow what closes roads from now on: at every change of a record or a draft, and when a time is over. Returns what stops it. */
export function followObstacles(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(0, lookAgain()) + 1);
  };
  const stops = [
    useRecords.subscribe((state, before) => {
      if (state.tables !== before.tables || state.clockOffsetMs !== before.clockOffsetMs) look();
    }),
    useRegister.subscribe((state, before) => {
      if (state.drafts !== before.drafts || state.drawing?.sketch !== before.drawing?.sketch)
        look();
    }),
    useSession.subscribe((state, before) => {
      if (state.focus !== before.focus) look();
    }),
  ];
  look();
  return () => {
    clearTimeout(timer);
    stops.forEach((stop) => stop());
    useRoads.setState({ obstacles: [], areas: [], comparedWith: null });
  };
}
