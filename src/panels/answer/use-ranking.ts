import { useEffect, useMemo } from 'react';
import { beginComparison, endComparison } from '../../actions/roads/compare-closures.ts';
import { askRoads } from '../../actions/roads/ask-roads.ts';
import { showAnswer } from '../../actions/show-answer.ts';
import { districtAt } from '../../core/districts/district-at.ts';
import { answerChanges, rankCandidates } from '../../core/ranking/index.ts';
import type {
  Answer,
  Question,
  RankingTables,
  RowChange,
  ThreatArea,
} from '../../core/ranking/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useRecordMap } from '../../state/records.ts';
import { useRoads } from '../../state/roads.ts';
import { useSession } from '../../state/session.ts';
import type { AskedIncident } from '../parts/incident/asked-incident.ts';

const NO_AREAS: readonly ThreatArea[] = [];

/** Ages move on without any change of records; an answer is asked anew this often. */
const RENEW_MS = 30_000;

export interface Ranking {
  answer: Answer;
  /** What became of it since something else was closed, in the order of now. */
  changes: readonly RowChange[];
}

/** Which district's limits hold at a place: the smallest one there, else the account's own. */
function useDistrictCodeAt(place: AskedIncident['place'] | null): string | null {
  const districts = useRecordMap('district');
  const home = useSession((state) =>
    state.auth.tag === 'signed-in' ? state.auth.account.districtCode : null,
  );
  return useMemo(
    () => (place === null ? home : (districtAt(place, districts.values())?.code ?? home)),
    [place, districts, home],
  );
}

/**
 * The answer for the incident in question, and for the map to draw. Asked anew when the incident moves or changes its
 * kind, when filters or the ranked records change, and when time has made facts older; not when a title is typed.
 */
export function useRanking(incident: AskedIncident | null, tables: RankingTables): Ranking | null {
  const kind = useSession((state) => state.tab);
  const filters = useSession((state) => state.filters);
  const rain = useSession((state) => state.rain);
  const now = useServerNowEvery(RENEW_MS);
  const lng = incident?.place[0] ?? null;
  const lat = incident?.place[1] ?? null;
  const place = useMemo(
    () => (lng === null || lat === null ? null : ([lng, lat] as const)),
    [lng, lat],
  );
  const districtCode = useDistrictCodeAt(place);
  const eventKind = incident?.kind ?? null;
  const active = useRoads((state) => state.areas);
  // Only a shelter is judged by them: the other questions stay the same when they change.
  const areas = kind === 'shelter' ? active : NO_AREAS;
  const question = useMemo((): Question | null => {
    if (place === null) return null;
    return {
      kind,
      place,
      eventKind,
      districtCode,
      filters,
      areas,
      rain,
      now: new Date(now).toISOString(),
    };
  }, [kind, place, eventKind, districtCode, filters, areas, rain, now]);
  const obstacles = useRoads((state) => state.obstacles);
  useEffect(() => (place === null ? endComparison() : beginComparison()), [place]);
  useEffect(() => {
    if (question !== null) void askRoads(question, tables, obstacles);
  }, [question, tables, obstacles]);
  const asked = useRoads((state) => state.asked);
  const byRoad = asked?.kind === kind && asked.place === place ? asked : null;
  const answer = useMemo(
    () => (question === null ? null : rankCandidates(question, tables, byRoad?.roads ?? null)),
    [question, tables, byRoad],
  );
  useEffect(() => {
    showAnswer(
      answer === null || place === null
        ? null
        : { from: place, answer, ways: byRoad?.ways ?? null },
    );
  }, [answer, place, byRoad]);
  useEffect(() => () => showAnswer(null), []);
  const before = byRoad?.before ?? null;
  const changes = useMemo((): readonly RowChange[] => {
    if (question === null || before === null || byRoad === null) return [];
    // Everybody, so that whoever left the list is told as well.
    const all = {
      ...question,
      filters: { ...question.filters, count: tables[question.kind].size + 1 },
      leftOutCount: 0,
    };
    const now = rankCandidates(all, tables, byRoad.roads);
    return answerChanges(rankCandidates(all, tables, before.roads), now, before.causes);
  }, [question, tables, byRoad, before]);
  return answer === null ? null : { answer, changes };
}
