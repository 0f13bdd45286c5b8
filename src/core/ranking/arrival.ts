/** When they would be there: the time until they leave, and the road as it is now. */
import type { Meters, Seconds, Team } from '../model/index.ts';
import { secondOfDayIn, zoneOf } from './local-date.ts';
import type { Candidate } from './places.ts';
import { BESIDE, closedRoadWeight, onFoot } from './off-road.ts';
import { limitByDistrict, settingFor } from './settings.ts';
import type { ByRoad, Question, RankingTables, RoadTimes, Slowing, Term } from './types.ts';

/** The sum a candidate is ranked by, and its parts. */
export interface Arrival {
  /** Of the terms that are times. */
  seconds: Seconds;
  /** What it is ranked by: with what metres inside an area weigh, though nobody knows how long they take. */
  order: Seconds;
  terms: Term[];
}

/** What the arrivals of one question have in common. */
export class Arrivals {
  private readonly factor: number;

  constructor(
    private readonly question: Question,
    private readonly tables: RankingTables,
    private readonly roads: RoadTimes,
  ) {
    this.factor = roadFactor(slowings(question, tables));
  }

  /** What the roads say about a candidate; null = they were not asked about it. */
  byRoad(candidate: Candidate): ByRoad | null {
    return this.roads.times.get(candidate.id) ?? null;
  }

  /** null = not reached, or not asked. */
  of(candidate: Candidate): Arrival | null {
    const road = this.byRoad(candidate);
    if (road?.tag !== 'reached') return null;
    const way: Term & { tag: 'road' } = {
      tag: 'road',
      by: this.roads.by,
      seconds: road.seconds * this.factor,
      meters: road.meters,
      factor: this.factor,
    };
    const isUpTo = (road.upTo ?? []).length > 0;
    const walk = isUpTo ? null : offRoad(road.offRoad);
    const timed = [this.leaving(candidate), way, walk].filter((term) => term !== null);
    const seconds = timed.reduce((sum, term) => sum + term.seconds, 0);
    if (!isUpTo) return { seconds, order: seconds, terms: timed };
    const rest: Term = { tag: 'closed-road', meters: road.offRoad };
    return { seconds, order: seconds + closedRoadWeight(road.offRoad), terms: [...timed, rest] };
  }

  /** The time before anything moves; people walking to a shelter simply go. */
  private leaving(candidate: Candidate): (Term & { tag: 'mobilisation' | 'loading' }) | null {
    const { question, tables } = this;
    const { districtCode } = candidate;
    if (question.kind === 'depot') {
      return { tag: 'loading', seconds: defaultOf(tables, 'loading_default', districtCode), assumed: true };
    }
    return question.kind === 'team' ? turnOut(candidate as Team, tables, question.now) : null;
  }
}

/** The time a team needs until it leaves, by day or by night; the district's default where nobody recorded it. */
export function turnOut(team: Team, tables: RankingTables, now: string): Term & { tag: 'mobilisation' } {
  const { districtCode } = team;
  const recorded = isNight(tables, districtCode, now) ? team.mobilisationNightS : team.mobilisationDayS;
  return recorded === null
    ? { tag: 'mobilisation', seconds: defaultOf(tables, 'mobilisation_default', districtCode), assumed: true }
    : { tag: 'mobilisation', seconds: recorded, assumed: false };
}

const offRoad = (meters: Meters): (Term & { tag: 'off-road' }) | null =>
  meters <= BESIDE ? null : { tag: 'off-road', seconds: onFoot(meters), meters };

function defaultOf(tables: RankingTables, key: 'mobilisation_default' | 'loading_default', code: string): Seconds {
  const seconds = limitByDistrict(tables, key)(code);
  return seconds === Infinity ? 0 : seconds;
}

/** Whether it is night by the district's clock; never, where nobody has said when night is. */
export function isNight(tables: RankingTables, code: string | null, now: string): boolean {
  const begins = settingFor(tables, 'night_begins', code)?.value;
  const ends = settingFor(tables, 'night_ends', code)?.value;
  if (begins === undefined || ends === undefined) return false;
  const second = secondOfDayIn(zoneOf(tables.district, code), now);
  return begins <= ends ? second >= begins && second < ends : second >= begins || second < ends;
}

/** What lengthens the ways in the district of the question: night by its clock, rain when somebody says so. */
export function slowings(
  { districtCode, now, rain }: Pick<Question, 'districtCode' | 'now' | 'rain'>,
  tables: RankingTables,
): Slowing[] {
  const slowing = (cause: Slowing['cause'], key: 'night_road_factor' | 'rain_road_factor'): Slowing => {
    const set = settingFor(tables, key, districtCode);
    return { cause, factor: set?.value ?? null, source: set?.source ?? null, clause: set?.clause ?? null };
  };
  return [
    ...(isNight(tables, districtCode, now) ? [slowing('night', 'night_road_factor')] : []),
    ...(rain === true ? [slowing('rain', 'rain_road_factor')] : []),
  ];
}

/** By how much all of them together lengthen the way. */
export const roadFactor = (slowed: readonly Slowing[]): number =>
  slowed.reduce((product, { factor }) => product * (factor ?? 1), 1);
