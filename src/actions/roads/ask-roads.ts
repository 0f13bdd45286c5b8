import { bothWays, closesSame, measured } from '../../core/arrival/index.ts';
import type { Obstacle, UnderBefore } from '../../core/arrival/index.ts';
import { placesToReach, rankCandidates, rescuersPace } from '../../core/ranking/index.ts';
import type {
  ByRoad,
  Question,
  RankedKind,
  RankingTables,
  RoadTimes,
  Vehicle,
} from '../../core/ranking/index.ts';
import { useRoads } from '../../state/roads.ts';
import type { BeforeRoads } from '../../state/roads.ts';
import { forgetRoads, roadsAt } from './road-worker.ts';

/** Who moves for each kind; hazards stay where they are. */
const TRAVELS_BY: Readonly<Record<RankedKind, Vehicle | null>> = {
  team: 'emergency-car',
  depot: 'heavy-truck',
  shelter: 'foot',
  hazard: null,
};

let last = 0;

/**
 * Ask the roads about everybody who qualifies, under what is closed now, and about the ways of those that rank. The
 * answer comes into `state/roads`; a newer question drops an older one.
 */
export async function askRoads(
  question: Question,
  tables: RankingTables,
  obstacles: readonly Obstacle[],
): Promise<void> {
  const mine = ++last;
  const overtaken = (): boolean => mine !== last;
  const by = TRAVELS_BY[question.kind];
  if (by === null) return;
  try {
    await ask(by, question, tables, obstacles, overtaken);
  } catch {
    // The worker is gone. A newer question has its own.
    if (!overtaken()) forgetRoads('failed');
  }
}

async function ask(
  by: Vehicle,
  question: Question,
  tables: RankingTables,
  obstacles: readonly Obstacle[],
  overtaken: () => boolean,
): Promise<void> {
  const { kind, place } = question;
  const port = await roadsAt(place);
  if (port === null || overtaken()) return;
  await port.call('close', [obstacles]);
  if (overtaken()) return;
  const { ids, places } = placesToReach(question, tables);
  const walkKmh = rescuersPace(question, tables);
  const asked = { by, place, others: places, ...(walkKmh === null ? {} : { walkKmh }) };
  const times = await port.call('times', [asked]);
  if (overtaken()) return;
  const ground = await port.call('groundAt', [place]);
  if (overtaken()) return;
  const byId = (found: readonly ByRoad[]): RoadTimes['times'] =>
    new Map(ids.map((id, i) => [id, found[i]!]));
  // What nobody has sounded may be otherwise than the rule takes it to be: the roads are asked both ways.
  const { ifClosed, ifOpen } = bothWays(obstacles, useRoads.getState().areas, by);
  const others = async (
    case_: readonly Obstacle[] | null,
  ): Promise<RoadTimes['times'] | undefined> =>
    case_ === null || overtaken()
      ? undefined
      : byId((await port.call('compare', [asked, case_, obstacles])).times);
  const [closed, open] = [await others(ifClosed), await others(ifOpen)];
  if (overtaken()) return;
  const roads: RoadTimes = {
    by,
    times: byId(times),
    ground,
    ...(closed === undefined ? {} : { ifClosed: closed }),
    ...(open === undefined ? {} : { ifOpen: open }),
  };
  const reached = rankCandidates(question, tables, roads).ranked.filter(({ terms }) =>
    terms.some(({ tag }) => tag === 'road'),
  );
  const at = new Map(ids.map((id, i) => [id, i]));
  const which = reached.map(({ id }) => at.get(id)!);
  const found = await port.call('ways', [asked, which]);
  if (overtaken()) return;
  const ways = new Map(
    reached.flatMap(({ id }, i) => (found[i] == null ? [] : [[id, found[i]] as const])),
  );
  const { comparedWith } = useRoads.getState();
  const before =
    comparedWith === null || closeSame(comparedWith, obstacles)
      ? null
      : underBefore(by, ids, await port.call('compare', [asked, comparedWith, obstacles]));
  if (overtaken()) return;
  useRoads.setState({
    asked: { kind, place, roads: { ...roads, times: measured(roads.times, ways) }, ways, before },
  });
}

/** Whether two sets of obstacles close the same, in whatever order and saved or not. */
const closeSame = (a: readonly Obstacle[], b: readonly Obstacle[]): boolean =>
  a.length === b.length && a.every((one) => b.some((other) => closesSame(one, other)));

const underBefore = (
  by: Vehicle,
  ids: readonly string[],
  { times, causes }: UnderBefore,
): BeforeRoads => ({
  roads: { by, times: new Map(ids.map((id, i) => [id, times[i]!])) },
  causes: new Map(ids.map((id, i) => [id, causes[i] ?? null])),
});
