/** When they would be there: the time until they leave, and the road as it is now. */
import type { Meters, Seconds, Team } from '../model/index.ts';
import { isNight } from '../time/night.ts';
import { AT_THE_ROAD, closedRoadWeight, onFoot } from './off-road.ts';
import { atPace, nightWalk, paceOf } from './paces.ts';
import type { Kmh } from './paces.ts';
import type { Candidate } from './places.ts';
import { thresholdFor } from '../thresholds/index.ts';
import { loading, turnOut } from './turn-out.ts';
import type {
  ByRoad,
  GroundAt,
  OtherCase,
  Question,
  RankingTables,
  RoadTimes,
  Slowing,
  Term,
  Walk,
} from './types.ts';

/** The sum a candidate is ranked by, and its parts. */
export interface Arrival {
  /** Of the terms that are times; of what nobody recorded the slow end. */
  seconds: Seconds;
  /** The same with the quick end; null = everything is recorded. */
  fastest: Seconds | null;
  /** What it is ranked by: with what metres inside an area weigh, though nobody knows how long they take. */
  order: Seconds;
  terms: Term[];
  /** What becomes of it if water of unknown depth is otherwise than the rule takes it to be; null = nothing. */
  otherCase: OtherCase | null;
}

/**
 * What a route weighs that leads through water nobody has sounded, where there is none around it: it comes after every route
 * that is known, whatever it would take. A week in seconds, longer than any route.
 */
const NO_ROUTE_AROUND: Seconds = 7 * 86_400;

/** What the arrivals of one question have in common. */
export class Arrivals {
  /** By what night and rain lengthen the route. */
  private readonly factor: number;
  /** Of a rescue team that leaves the road; undefined = what `onFoot` takes by itself. */
  private readonly teamPace: Kmh | undefined;
  /** Of residents, slow and ordinary; null where none walk, or where nobody has said how fast they do. */
  private readonly residents: { slow: Kmh; ordinary: Kmh } | null;

  constructor(
    private readonly question: Question,
    private readonly tables: RankingTables,
    private readonly roads: RoadTimes,
  ) {
    const { kind, districtCode } = question;
    this.factor = roadFactor(slowings(question, tables));
    this.teamPace = paceOf(tables, 'pace_team', districtCode) ?? undefined;
    const slow = kind === 'shelter' ? paceOf(tables, 'pace_slow', districtCode) : null;
    this.residents =
      slow === null
        ? null
        : { slow, ordinary: paceOf(tables, 'pace_ordinary', districtCode) ?? slow };
  }

  /** What the roads know about the ground at the incident; null = nobody asked. */
  get ground(): GroundAt | null {
    return this.roads.ground ?? null;
  }

  /** What the roads say about a candidate; null = they were not asked about it. */
  byRoad(candidate: Candidate): ByRoad | null {
    return this.roads.times.get(candidate.id) ?? null;
  }

  /** null = not reached, or not asked. */
  of(candidate: Candidate): Arrival | null {
    const road = this.byRoad(candidate);
    const now = road?.tag === 'reached' ? this.reached(candidate, road) : null;
    return now === null ? null : this.withOtherCase(candidate, now);
  }

  /** When an unreached candidate would come if water of unknown depth let it pass; null = not even then. */
  ifOpen(candidate: Candidate): OtherCase | null {
    const road = this.roads.ifOpen?.get(candidate.id);
    return road?.tag === 'reached'
      ? { water: 'open', seconds: this.reached(candidate, road).seconds }
      : null;
  }

  /**
   * A route through water of unknown depth is as good as the way around it: that is what it is ranked by, since it may have
   * to be taken.
   */
  private withOtherCase(candidate: Candidate, now: Arrival): Arrival {
    const { ifClosed } = this.roads;
    const closed = ifClosed?.get(candidate.id);
    if (closed !== undefined) {
      if (closed.tag === 'unreached')
        return {
          ...now,
          order: now.order + NO_ROUTE_AROUND,
          otherCase: { water: 'closed', seconds: null },
        };
      const around = this.reached(candidate, closed);
      if (around.order === now.order) return now;
      const otherCase: OtherCase = { water: 'closed', seconds: around.seconds };
      return { ...now, order: Math.max(now.order, around.order), otherCase };
    }
    const open = this.ifOpen(candidate);
    return open === null || open.seconds === now.seconds ? now : { ...now, otherCase: open };
  }

  private reached(candidate: Candidate, road: ByRoad & { tag: 'reached' }): Arrival {
    const isUpTo = (road.upTo ?? []).length > 0;
    const walk = isUpTo ? null : this.offRoad(road.offRoad);
    const timed = [this.leaving(candidate), this.onRoad(road.seconds, road.meters), walk].filter(
      (term) => term !== null,
    );
    const seconds = timed.reduce((sum, term) => sum + term.seconds, 0);
    const sum = { seconds, fastest: fastestOf(timed, seconds), otherCase: null };
    if (!isUpTo) return { ...sum, order: seconds, terms: timed };
    const rest: Term = { tag: 'closed-road', meters: road.offRoad };
    return { ...sum, order: seconds + closedRoadWeight(road.offRoad), terms: [...timed, rest] };
  }

  /**
   * What counts as a tie: of two that arrive within it the one of which more is known comes first. In seconds, by the
   * district of the question.
   */
  get nearTie(): Seconds {
    return thresholdFor(this.tables, 'near_tie', this.question.districtCode)?.value ?? 0;
  }

  private onRoad(searched: Seconds, meters: Meters | null): Term & { tag: 'road' } {
    const { factor, residents } = this;
    const { by } = this.roads;
    if (residents === null) return { tag: 'road', by, seconds: searched * factor, meters, factor };
    const timed = this.walk((pace) => atPace(searched, pace) * factor, residents);
    return { tag: 'road', by, meters, factor, ...timed };
  }

  private offRoad(meters: Meters): (Term & { tag: 'off-road' }) | null {
    const { factor, residents } = this;
    if (meters <= AT_THE_ROAD) return null;
    if (residents === null)
      return { tag: 'off-road', seconds: onFoot(meters, this.teamPace), meters };
    return {
      tag: 'off-road',
      meters,
      ...this.walk((pace) => onFoot(meters, pace) * factor, residents),
    };
  }

  private walk(
    at: (pace: Kmh) => Seconds,
    { slow, ordinary }: { slow: Kmh; ordinary: Kmh },
  ): { seconds: Seconds; walk: Walk } {
    return {
      seconds: at(slow),
      walk: { slowKmh: slow, ordinaryKmh: ordinary, ordinary: at(ordinary) },
    };
  }

  /** The time before anything moves; people walking to a shelter simply go. */
  private leaving(candidate: Candidate): (Term & { tag: 'mobilisation' | 'loading' }) | null {
    const { question, tables } = this;
    if (question.kind === 'depot') return loading(tables, candidate.districtCode);
    return question.kind === 'team' ? turnOut(candidate as Team, tables, question.now) : null;
  }
}

type Timed = Exclude<Term, { tag: 'straight-line' | 'base-distance' | 'closed-road' }>;

function fastestOf(timed: readonly Timed[], seconds: Seconds): Seconds | null {
  let saved = 0;
  let isAssumed = false;
  for (const term of timed) {
    if ((term.tag !== 'mobilisation' && term.tag !== 'loading') || term.assumed === null) continue;
    isAssumed = true;
    saved += term.seconds - term.assumed.fast;
  }
  return isAssumed ? seconds - saved : null;
}

/** What lengthens the routes in the district of the question: night by its clock, rain when somebody says so. */
export function slowings(
  {
    kind,
    districtCode,
    now,
    rain,
  }: Pick<Question, 'districtCode' | 'now' | 'rain'> & { kind?: Question['kind'] },
  tables: RankingTables,
): Slowing[] {
  const slowing = (
    cause: Slowing['cause'],
    key: 'night_road_factor' | 'rain_road_factor' | 'pace_night_factor',
  ): Slowing => {
    const set = thresholdFor(tables, key, districtCode);
    const value = set?.value ?? null;
    const factor =
      key !== 'pace_night_factor' || value === null
        ? value
        : nightWalk(tables, { districtCode, now });
    return { cause, factor, source: set?.source ?? null, clause: set?.clause ?? null };
  };
  const atNight = kind === 'shelter' ? 'pace_night_factor' : 'night_road_factor';
  return [
    ...(isNight(tables, districtCode, now) ? [slowing('night', atNight)] : []),
    ...(rain === true ? [slowing('rain', 'rain_road_factor')] : []),
  ];
}

/** By how much all of them together lengthen the route. */
export const roadFactor = (slowed: readonly Slowing[]): number =>
  slowed.reduce((product, { factor }) => product * (factor ?? 1), 1);
