/**
 * Asks the question in hand and keeps its answer: who is nearest to the incident in question. Asked anew when the incident
 * moves or changes its kind, when filters or the ranked records change, when something else is closed, and when time has
 * made facts older; not when a title is typed.
 */
import { districtAt } from '../../core/districts/district-at.ts';
import type { LngLat } from '../../core/model/index.ts';
import { answerChanges } from '../../core/ranking/changes.ts';
import type { RowChange } from '../../core/ranking/changes.ts';
import { rankCandidates } from '../../core/ranking/rank-candidates.ts';
import type { Question, RankingTables, ThreatArea } from '../../core/ranking/types.ts';
import { noAnswer, useAnswer } from '../../state/answer.ts';
import type { ShownAnswer } from '../../state/answer.ts';
import { askedIncident } from '../../state/asked-incident.ts';
import type { AskedIncident } from '../../state/asked-incident.ts';
import { onServerNowEvery, serverNowEvery } from '../../state/clock.ts';
import { layoutNow } from '../../state/layout.ts';
import type { Layout } from '../../state/layout.ts';
import { usePeople } from '../../state/people.ts';
import { rankingTables } from '../../state/ranking-tables.ts';
import { useRecords } from '../../state/records.ts';
import type { RecordMap } from '../../state/records.ts';
import { useRoads } from '../../state/roads.ts';
import type { AskedRoads } from '../../state/roads.ts';
import { useSession } from '../../state/session.ts';
import { askRoads, dropRoadsQuestion } from '../roads/ask-roads.ts';
import type { RoadsQuestion } from '../roads/ask-roads.ts';
import { beginComparison, endComparison } from '../roads/compare-closures.ts';

/** Ages move on without any change of records; an answer is asked anew this often. */
const RENEW_MS = 30_000;

const NO_AREAS: readonly ThreatArea[] = [];

/** Where the answer stands beside the map; whoever works on the register or the districts asks nothing. */
const ANSWERED_IN: ReadonlySet<Layout> = new Set<Layout>(['command', 'roads', 'people']);

/** A function that makes its value anew only when something it is given is another thing than last time. */
function unlessSame<Given extends object, Value>(
  make: (given: Given) => Value,
): (given: Given) => Value {
  let last: { given: Given; value: Value } | null = null;
  return (given) => {
    const keys = Object.keys(given) as (keyof Given)[];
    if (last === null || keys.some((key) => !Object.is(given[key], last?.given[key])))
      last = { given, value: make(given) };
    return last.value;
  };
}

/** What is ranked, and from what. */
interface Ranked {
  question: Question;
  tables: RankingTables;
  byRoad: AskedRoads | null;
}

/** What became of everybody, so that whoever left the list is named as well. */
function changesOf({ question, tables, byRoad }: Ranked): readonly RowChange[] {
  const before = byRoad?.before ?? null;
  if (byRoad === null || before === null) return [];
  const filters = { ...question.filters, count: tables[question.kind].size + 1 };
  const all = { ...question, filters, leftOutCount: 0 };
  const now = rankCandidates(all, tables, byRoad.roads);
  return answerChanges(rankCandidates(all, tables, before.roads), now, before.causes);
}

interface Around {
  place: LngLat;
  districts: RecordMap<'district'>;
  home: string | null;
}

/** Which district's limits hold at a place: the smallest one there, else the account's own. */
const limitsOf = ({ place, districts, home }: Around): string | null =>
  districtAt(place, districts.values())?.code ?? home;

/**
 * Grows whenever something else is asked about, whoever asks: what the roads said of a question of before holds no more,
 * also of the same place, nor what they said to the console that somebody else had in this tab.
 */
let turn = 0;

/** One console's question: what is the same as before is neither ranked nor asked again. */
class QuestionInHand {
  /** The incident in question where it is; null = nothing is asked. */
  private subject: string | null = null;
  private readonly placeOf = unlessSame(({ lng, lat }: { lng: number; lat: number }): LngLat => [
    lng,
    lat,
  ]);
  private readonly districtOf = unlessSame(limitsOf);
  private readonly questionOf = unlessSame(
    ({ now, ...asked }: Omit<Question, 'now'> & { now: number }): Question => ({
      ...asked,
      now: new Date(now).toISOString(),
    }),
  );
  private readonly ask = unlessSame((asked: RoadsQuestion) => void askRoads(asked));
  private readonly rank = unlessSame(({ question, tables, byRoad }: Ranked) =>
    rankCandidates(question, tables, byRoad?.roads ?? null),
  );

  look(): void {
    const incident = askedIncident();
    const { lastSyncAt } = useRecords.getState();
    // Before anything is loaded an answer would say that there is nothing.
    if (incident === null || lastSyncAt === null || !ANSWERED_IN.has(layoutNow()))
      return this.rest();
    const [lng, lat] = incident.place;
    const subject = `${incident.id} ${lng} ${lat}`;
    if (this.subject !== subject) {
      this.subject = subject;
      turn++;
      beginComparison();
    }
    this.answer(this.questionAbout(incident));
  }

  private questionAbout(incident: AskedIncident): Question {
    const { tab: kind, filters, rain, auth } = useSession.getState();
    const [lng, lat] = incident.place;
    const place = this.placeOf({ lng, lat });
    const home = auth.tag === 'signed-in' ? auth.account.districtCode : null;
    const { district: districts } = useRecords.getState().tables;
    return this.questionOf({
      kind,
      place,
      eventKind: incident.kind,
      districtCode: this.districtOf({ place, districts, home }),
      filters,
      // Only a shelter is judged by them: the other questions stay the same when they change.
      areas: kind === 'shelter' ? useRoads.getState().areas : NO_AREAS,
      rain,
      now: serverNowEvery(RENEW_MS),
    });
  }

  private answer(question: Question): void {
    const id = `${turn} ${question.kind}`;
    const tables = rankingTables(useRecords.getState().tables);
    this.ask({ id, question, tables, obstacles: useRoads.getState().obstacles });
    const { asked } = useRoads.getState();
    const ranked = { question, tables, byRoad: asked?.questionId === id ? asked : null };
    const answer = this.rank(ranked);
    if (useAnswer.getState().shown?.answer === answer) return;
    const shown: ShownAnswer = {
      questionId: id,
      from: question.place,
      answer,
      changes: changesOf(ranked),
      tables,
      routes: ranked.byRoad?.routes ?? null,
    };
    useAnswer.setState({ shown, failed: null });
  }

  rest(): void {
    if (this.subject === null) return;
    this.subject = null;
    dropRoadsQuestion();
    endComparison();
    useAnswer.setState(noAnswer);
  }
}

/** Answer whatever is asked from now on. Returns what stops it. */
export function followAnswer(): () => void {
  const inHand = new QuestionInHand();
  let isStopped = false;
  let isWaiting = false;
  // Whoever changed something else goes on; that there is no answer is said where it would stand.
  const look = (): void => {
    try {
      inHand.look();
    } catch (error) {
      useAnswer.setState({ shown: null, failed: error });
    }
  };
  // A round of the server changes several kinds one by one, and is one question.
  const soon = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    queueMicrotask(() => {
      isWaiting = false;
      if (!isStopped) look();
    });
  };
  const stops = [
    useSession.subscribe(look),
    usePeople.subscribe(look),
    useRecords.subscribe((state, before) => {
      if (state.tables !== before.tables || state.lastSyncAt !== before.lastSyncAt) soon();
    }),
    useRoads.subscribe((state, before) => {
      if (
        state.asked !== before.asked ||
        state.obstacles !== before.obstacles ||
        state.areas !== before.areas
      )
        soon();
    }),
    onServerNowEvery(RENEW_MS, look),
  ];
  look();
  return () => {
    isStopped = true;
    stops.forEach((stop) => stop());
    inHand.rest();
    useAnswer.setState(noAnswer);
  };
}
