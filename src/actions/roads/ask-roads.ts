import type { UnderBefore } from '../../core/arrival/compare.ts';
import { measured } from '../../core/arrival/measured.ts';
import { closesSame } from '../../core/arrival/obstacle.ts';
import type { Obstacle } from '../../core/arrival/obstacle.ts';
import type { OtherCases } from '../../core/arrival/road-answer.ts';
import { bothCases } from '../../core/arrival/unknown-water.ts';
import { rescuersPace } from '../../core/ranking/paces.ts';
import { placesToReach, rankCandidates } from '../../core/ranking/rank-candidates.ts';
import type { ByRoad, RoadTimes, Vehicle } from '../../core/ranking/roads.ts';
import type { Question, RankedKind, RankingTables } from '../../core/ranking/types.ts';
import { useRoads } from '../../state/roads.ts';
import type { BeforeRoads } from '../../state/roads.ts';
import { PortClosed } from '../../workers/port.ts';
import { newestWins } from '../newest-wins.ts';
import type { Overtaken } from '../newest-wins.ts';
import { forgetRoads, roadsAt } from './road-worker.ts';

/** Who moves for each kind; hazards stay where they are. */
const TRAVELS_BY: Readonly<Record<RankedKind, Vehicle | null>> = {
  team: 'emergency-car',
  depot: 'heavy-truck',
  shelter: 'foot',
  hazard: null,
};

/** A question as the roads are asked about it. */
export interface RoadsQuestion {
  /** Of the incident and the kind; an answer on the way is known by it. */
  id: string;
  question: Question;
  tables: RankingTables;
  obstacles: readonly Obstacle[];
}

const questions = newestWins();

/** The question that the worker has in hand: it does one thing at a time, and what is overtaken meanwhile is not asked at all. */
let atWork: Promise<unknown> = Promise.resolve();

/** Several changes in one go are one question, and what is drawn of closures goes before it. */
async function whenFree(): Promise<void> {
  await new Promise((done) => setTimeout(done, 0));
  await atWork;
}

/**
 * Ask the roads about everybody who qualifies, under what is closed now, and about the routes of those that rank. The
 * answer comes into `state/roads`; a newer question drops an older one.
 */
export async function askRoads(asked: RoadsQuestion): Promise<void> {
  const overtaken = questions.begin();
  const by = TRAVELS_BY[asked.question.kind];
  if (by === null) return;
  try {
    await ask(by, asked, overtaken).catch((error: unknown) => {
      // Something else was asked of another network, or a newer one was stored: the question is asked once more.
      if (error instanceof PortClosed && !overtaken()) return ask(by, asked, overtaken);
      throw error;
    });
  } catch {
    // The worker is gone. A newer question has its own.
    if (!overtaken()) forgetRoads('failed');
  }
}

/** Nobody waits for an answer any more: the question on its way is dropped, and none that waits is asked. */
export const dropRoadsQuestion = (): void => questions.drop();

async function ask(
  by: Vehicle,
  { id: questionId, question, tables, obstacles }: RoadsQuestion,
  overtaken: Overtaken,
): Promise<void> {
  const { kind, place } = question;
  await whenFree();
  if (overtaken()) return;
  // Last of all: between here and the call nobody can put another network in its place.
  const port = await roadsAt(place);
  if (port === null || overtaken()) return;
  const { ids, places } = placesToReach(question, tables);
  const walkKmh = rescuersPace(question, tables);
  const asked = { by, place, others: places, obstacles, ...(walkKmh === null ? {} : { walkKmh }) };
  const { comparedWith } = useRoads.getState();
  const others = otherCases(by, obstacles, comparedWith);
  const answering = port.call('answer', [asked, others]);
  atWork = answering.catch(() => null);
  const found = await answering;
  if (overtaken()) return;
  const byId = (times: readonly ByRoad[]): RoadTimes['times'] =>
    new Map(ids.map((id, i) => [id, times[i]!]));
  const { ifClosed, ifOpen, ground } = found;
  const roads: RoadTimes = {
    by,
    times: byId(found.times),
    ground,
    ...(ifClosed === null ? {} : { ifClosed: byId(ifClosed) }),
    ...(ifOpen === null ? {} : { ifOpen: byId(ifOpen) }),
  };
  const reached = rankCandidates(question, tables, roads).ranked.filter(({ terms }) =>
    terms.some(({ tag }) => tag === 'road'),
  );
  const at = new Map(ids.map((id, i) => [id, i]));
  const which = reached.map(({ id }) => at.get(id)!);
  const answered = await port.call('routes', [asked, which]);
  if (overtaken()) return;
  const routes = new Map(
    reached.flatMap(({ id }, i) => (answered[i] == null ? [] : [[id, answered[i]] as const])),
  );
  // What changed may have been read while the roads were asked.
  const isRead = useRoads.getState().comparedWith !== comparedWith;
  const before = found.before === null || isRead ? null : underBefore(by, ids, found.before);
  useRoads.setState({
    asked: {
      questionId,
      kind,
      place,
      roads: { ...roads, times: measured(roads.times, routes) },
      routes,
      before,
    },
  });
}

/** What nobody has sounded may be otherwise than the rule takes it to be; and changes are stated against what was closed before. */
function otherCases(
  by: Vehicle,
  obstacles: readonly Obstacle[],
  comparedWith: readonly Obstacle[] | null,
): OtherCases {
  const { areas } = useRoads.getState();
  const isSame = comparedWith === null || closeSame(comparedWith, obstacles);
  return { ...bothCases(obstacles, areas, by), before: isSame ? null : comparedWith };
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
