import type { Obstacle } from '../../core/arrival/index.ts';
import type { Closure, Instant } from '../../core/model/index.ts';
import { placesToReach, rankCandidates } from '../../core/ranking/index.ts';
import type { Question, RankedKind, RankingTables, Vehicle } from '../../core/ranking/index.ts';
import { useRoads } from '../../state/roads.ts';
import { forgetRoads, roadsAt } from './road-worker.ts';

/** Who moves for each kind; hazards stay where they are. */
const TRAVELS_BY: Readonly<Record<RankedKind, Vehicle | null>> = {
  team: 'emergency-car',
  depot: 'heavy-truck',
  shelter: 'foot',
  hazard: null,
};

/** What is closed at a time: begun, not over, not lifted, not archived, and somewhere. */
export function obstaclesAt(closures: Iterable<Closure>, now: Instant): Obstacle[] {
  const at = Date.parse(now);
  const over = (end: Instant | null): boolean => end !== null && Date.parse(end) <= at;
  const obstacles: Obstacle[] = [];
  for (const { id, version, lng, lat, geometry, fromAt, untilAt, liftedAt, archivedAt } of closures) {
    if (archivedAt !== null || Date.parse(fromAt) > at || over(untilAt) || over(liftedAt)) continue;
    const place =
      geometry ?? (lng === null || lat === null ? null : { type: 'Point' as const, coordinates: [lng, lat] });
    if (place !== null) obstacles.push({ id, version, geometry: place });
  }
  return obstacles;
}

let last = 0;

/**
 * Ask the roads about everybody who qualifies, under what is closed now, and about the ways of those that rank. The
 * answer comes into `state/roads`; a newer question drops an older one.
 */
export async function askRoads(question: Question, tables: RankingTables, closures: Iterable<Closure>): Promise<void> {
  const mine = ++last;
  const overtaken = (): boolean => mine !== last;
  const by = TRAVELS_BY[question.kind];
  if (by === null) return;
  try {
    await ask(by, question, tables, closures, overtaken);
  } catch {
    // The worker is gone. A newer question has its own.
    if (!overtaken()) forgetRoads('failed');
  }
}

async function ask(
  by: Vehicle,
  question: Question,
  tables: RankingTables,
  closures: Iterable<Closure>,
  overtaken: () => boolean,
): Promise<void> {
  const { kind, place } = question;
  const port = await roadsAt(place);
  if (port === null || overtaken()) return;
  await port.call('close', [obstaclesAt(closures, question.now)]);
  if (overtaken()) return;
  const { ids, places } = placesToReach(question, tables);
  const times = await port.call('times', [{ by, place, others: places }]);
  if (overtaken()) return;
  const roads = { by, times: new Map(ids.map((id, i) => [id, times[i]!])) };
  const reached = rankCandidates(question, tables, roads).ranked.filter(({ terms }) =>
    terms.some(({ tag }) => tag === 'road'),
  );
  const others = Float64Array.from(reached.flatMap(({ place: [lng, lat] }) => [lng, lat]));
  const ways = await port.call('ways', [{ by, place, others }]);
  if (overtaken()) return;
  const drawn = reached.map(({ id }, i) => [id, ways[i]?.line ?? []] as const);
  useRoads.setState({ asked: { kind, place, roads, ways: new Map(drawn) } });
}
