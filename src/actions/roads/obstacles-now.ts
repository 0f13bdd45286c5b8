/** What closes roads at this moment: records, closures in hand, active areas. */
import { obstaclesAsWritten } from '../../core/arrival/closures.ts';
import { sameObstacles } from '../../core/arrival/obstacle.ts';
import type { Obstacle, Obstacles } from '../../core/arrival/obstacle.ts';
import { serverNow } from '../../state/clock.ts';
import { useRecords } from '../../state/records.ts';
import type { RecordTables } from '../../state/records.ts';
import { useRoads } from '../../state/roads.ts';
import { areasNow } from './areas-now.ts';
import { closuresInHand } from './closures-in-hand.ts';
import { moveComparison } from './compare-closures.ts';

/** Everything that closes roads; what comes later in the list is said later. `now` in milliseconds, the server's clock. */
const SOURCES: readonly ((tables: RecordTables, now: number) => Obstacles)[] = [
  (tables, now) => obstaclesAsWritten(closuresInHand(tables.closure, now), now),
  areasNow,
];

/**
 * Bring what closes roads in `state/roads` up to this moment.
 * @returns for how many milliseconds it holds by itself; Infinity = until something is written
 */
export function bringObstaclesUp(): number {
  const now = serverNow();
  const { tables } = useRecords.getState();
  const parts = SOURCES.map((source) => source(tables, now));
  const next: Obstacle[] = parts.flatMap(({ obstacles }) => obstacles);
  const { obstacles: before } = useRoads.getState();
  if (!sameObstacles(next, before)) {
    moveComparison(before, next);
    useRoads.setState({ obstacles: next });
  }
  return Math.min(...parts.map(({ holdsUntil }) => holdsUntil)) - now;
}
