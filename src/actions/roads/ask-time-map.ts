/** In how many minutes the first team is anywhere: asked of the roads' worker, one question at a time. */
import type { Obstacle } from '../../core/arrival/obstacle.ts';
import { tallyTimes } from '../../core/arrival/uncovered.ts';
import { roadFactor, slowings } from '../../core/ranking/arrival.ts';
import { teamsToStart } from '../../core/ranking/teams-to-start.ts';
import type { RankingTables } from '../../core/ranking/types.ts';
import type { Instant, Seconds, Settlement } from '../../core/model/index.ts';
import { thresholdFor, BAND_KEYS } from '../../core/thresholds/index.ts';
import { useRoads } from '../../state/roads.ts';
import { useSession } from '../../state/session.ts';
import { useTimeMap } from '../../state/time-map.ts';
import type { TimeMap, TimeMapState } from '../../state/time-map.ts';
import { newestWins } from '../newest-wins.ts';
import type { Overtaken } from '../newest-wins.ts';
import { roadsInHand } from './road-worker.ts';

/** The limits of the bands that hold in a district, rising. */
function limitsIn(tables: RankingTables, districtCode: string): Seconds[] {
  const set = BAND_KEYS.map((key) => thresholdFor(tables, key, districtCode)?.value ?? 0);
  return [...new Set(set.filter((seconds) => seconds > 0))].sort((a, b) => a - b);
}

interface TimeMapQuestion {
  tables: RankingTables;
  settlements: ReadonlyMap<string, Settlement>;
  obstacles: readonly Obstacle[];
  now: Instant;
  rain: boolean;
}

const say = (state: TimeMapState): void => useTimeMap.setState({ state });

const questions = newestWins();

/** Nobody looks at it any more; an answer on its way is dropped. */
export function leaveTimeMap(): void {
  questions.drop();
  say({ tag: 'off' });
}

/** Reckon it under what is closed now. The answer comes into `state/time-map`; a newer question drops an older one. */
export async function askTimeMap(question: TimeMapQuestion): Promise<void> {
  const overtaken = questions.begin();
  const before = useTimeMap.getState().state;
  say(before.tag === 'ready' ? { ...before, renewing: true } : { tag: 'waiting' });
  let next: TimeMapState | null;
  try {
    next = await reckon(question, overtaken);
  } catch {
    next = { tag: 'none', because: 'failed' };
  }
  if (!overtaken() && next !== null) say(next);
}

async function reckon(
  question: TimeMapQuestion,
  overtaken: Overtaken,
): Promise<TimeMapState | null> {
  const { tables, obstacles, now, rain } = question;
  const { view } = useSession.getState();
  const port = await roadsInHand(view === null ? null : [view.lng, view.lat]);
  if (overtaken()) return null;
  const { status } = useRoads.getState();
  if (port === null || status.tag !== 'ready') {
    return { tag: 'none', because: status.tag === 'failed' ? 'failed' : 'no-roads' };
  }
  const { ids, places: starts, leaving, ...sure } = teamsToStart(tables, now);
  if (ids.length === 0) return { tag: 'none', because: 'no-teams' };
  const settlements = [...question.settlements.values()].filter(
    ({ lng, lat }) => lng !== null && lat !== null,
  );
  const places = Float64Array.from(settlements.flatMap(({ lng, lat }) => [lng!, lat!]));
  const limits = limitsIn(tables, status.network.districtCode);
  if (limits.length === 0) return { tag: 'none', because: 'no-limits' };
  const slowed = slowings({ districtCode: status.network.districtCode, now, rain }, tables);
  const asked = { starts, leaving, factor: roadFactor(slowed), limits, places, obstacles };
  const { bands, beyond, hasRoad, times } = await port.call('first', [asked]);
  const people = settlements.map((settlement) => settlement.people);
  const map: TimeMap = {
    asOf: now,
    limits,
    bands,
    beyond,
    teams: {
      ...sure,
      counted: hasRoad.filter(Boolean).length,
      withoutRoad: hasRoad.filter((one) => !one).length,
    },
    slowed,
    settlements: tallyTimes(times, people, limits),
    source: status.network.source,
  };
  return { tag: 'ready', map, renewing: false };
}
