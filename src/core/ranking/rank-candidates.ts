/** The question "who is nearest?", answered: ranked rows, what was left out and why, and how sure that is. */
import { haversine } from '../geo/distance.ts';
import { atLeast, nearestOnGeometry } from '../geo/to-geometry.ts';
import type { LngLat, Meters, Seconds, Team } from '../model/index.ts';
import { nearest } from '../nearest/index.ts';
import { Ages } from '../trust/index.ts';
import { Arrivals, slowings } from './arrival.ts';
import type { Arrival } from './arrival.ts';
import { emptyNotes } from './assessment.ts';
import { awayBasis, basisOf, isNowhere, nowhereBecause } from './basis.ts';
import { unheardItem } from './assess-depot.ts';
import { isOut } from './assess-team.ts';
import { judgeFor } from './judge.ts';
import type { Judge } from './judge.ts';
import { POINT, SHAPE, recordedPlaces, teamPlaces } from './places.ts';
import type { Places } from './places.ts';
import { thresholdByDistrict, thresholdFor } from '../thresholds/index.ts';
import { LEFT_OUT_REASONS } from './types.ts';
import type {
  Answer,
  LeftOut,
  LeftOutBecause,
  LeftOutReason,
  Question,
  Ranked,
  RankingTables,
  RoadRemark,
  RoadTimes,
  Term,
} from './types.ts';

/** A candidate (its number in Places) and how far it is; `place` is what that was measured to. */
interface Found {
  candidate: number;
  meters: Meters;
  place: LngLat;
  inside: boolean;
  /** Set where the roads were asked and there is a route. */
  arrival?: Arrival;
  /** Set where the roads were asked: its place by the straight line. */
  straightRank?: number;
}

/**
 * Ranks the candidates of one kind: by arrival where `roads` says how long the route is, else by great-circle distance to
 * the question's place; ties by id. Unknown never excludes: only a recorded negative, a filter that was set, or the lack
 * of any usable place leaves a candidate out. Pure: the same question, tables and roads give the same answer; indices are
 * remembered per table.
 * @throws RangeError when the question's place or clock is none.
 */
export function rankCandidates(
  question: Question,
  tables: RankingTables,
  roads: RoadTimes | null = null,
): Answer {
  return new Asking(question, tables, roads).answer();
}

/** Whom the roads are to be asked about. */
interface PlacesToReach {
  ids: string[];
  /** `[lng, lat, lng, lat, …]` of what distances are measured to: a point, or the nearest place of a line or area. */
  places: Float64Array;
}

/** Those of a question that qualify, within the radius, and whose place is known: in order of id. */
export function placesToReach(question: Question, tables: RankingTables): PlacesToReach {
  return new Asking(question, tables, null).toReach();
}

/** One question while it is answered. */
class Asking {
  private readonly ages: Ages;
  private readonly places: Places;
  private readonly judge: Judge;
  private readonly positionMaxAge: (districtCode: string) => number;
  private readonly count: number;
  private readonly radius: Meters;
  /** By candidate: what leaves it out, apart from the radius; null = it qualifies. */
  private readonly against: (LeftOutBecause | null)[];
  /** By candidate: whether it is a team that is out, so that it is not at the base that it would be measured to. */
  private readonly away: boolean[];

  /** null = the straight line ranks. */
  private readonly arrivals: Arrivals | null;

  constructor(
    private readonly question: Question,
    private readonly tables: RankingTables,
    roads: RoadTimes | null,
  ) {
    const { kind, filters, districtCode } = question;
    this.arrivals = roads === null ? null : new Arrivals(question, tables, roads);
    this.ages = new Ages(question.now, tables);
    this.positionMaxAge = thresholdByDistrict(tables, 'position_max_age');
    this.places =
      kind === 'team'
        ? teamPlaces(tables.team, this.ages, this.positionMaxAge)
        : recordedPlaces(tables[kind]);
    this.judge = judgeFor(question, tables, this.ages);
    this.count =
      filters.count ?? thresholdFor(tables, 'nearest_count', districtCode)?.value ?? Infinity;
    this.radius =
      filters.radius ?? thresholdFor(tables, 'nearest_radius', districtCode)?.value ?? Infinity;
    const { candidates, how } = this.places;
    this.against = candidates.map((candidate, i) =>
      isNowhere(how[i])
        ? nowhereBecause(candidate, this.ages, this.positionMaxAge(candidate.districtCode))
        : this.judge(candidate, null),
    );
    this.away = candidates.map(
      (team, i) => kind === 'team' && how[i] === POINT && isOut(team as Team, this.ages),
    );
  }

  answer(): Answer {
    const { question, places, count, radius } = this;
    const { ranked, unreachable } =
      this.arrivals === null
        ? { ranked: this.nearestQualified(), unreachable: [] }
        : this.firstQualified(this.arrivals);
    const left = this.leftOut();
    const leftOutBy = Object.fromEntries(LEFT_OUT_REASONS.map((reason) => [reason, 0])) as Record<
      LeftOutReason,
      number
    >;
    for (const candidate of left) leftOutBy[this.becauseOf(candidate).reason]++;
    return {
      kind: question.kind,
      ranked: ranked.map((found) => this.rankedRow(found)),
      unreachable: unreachable.map((found) => this.rankedRow(found)),
      slowed: unitIsSeconds(ranked) ? slowings(question, this.tables) : [],
      ground: this.arrivals?.ground ?? null,
      leftOut: left
        .slice(0, question.leftOutCount ?? left.length)
        .map((candidate) => this.leftOutRow(candidate)),
      leftOutBy,
      farther: places.candidates.length - left.length - ranked.length - unreachable.length,
      total: places.candidates.length,
      scoreUnit: unitIsSeconds(ranked) ? 'seconds' : 'meters',
      count,
      radius,
      unheard: question.kind === 'depot' ? unheardItem(question.filters, this.tables) : null,
      asOf: question.now,
    };
  }

  toReach(): PlacesToReach {
    const found = this.known();
    return {
      ids: found.map(({ candidate }) => this.places.candidates[candidate]!.id),
      places: Float64Array.from(found.flatMap(({ place }) => [place[0], place[1]])),
    };
  }

  /** All that qualify within the radius and are where they are measured to, in order of id. */
  private known(): Found[] {
    const found: Found[] = [];
    this.against.forEach((against, candidate) => {
      if (against !== null || this.away[candidate]!) return;
      const measured = this.measured(candidate);
      if (measured.meters <= this.radius) found.push(measured);
    });
    return found;
  }

  /** The `count` that arrive first; then those the roads do not know, nearest first; then those that are away. */
  private firstQualified(arrivals: Arrivals): { ranked: Found[]; unreachable: Found[] } {
    const { count } = this;
    const reached: (Found & { arrival: Arrival })[] = [];
    const others: Found[] = [];
    const unreachable: Found[] = [];
    const straight = this.known().sort((a, b) => a.meters - b.meters || a.candidate - b.candidate);
    straight.forEach((found, i) => {
      const candidate = this.places.candidates[found.candidate]!;
      const arrival = arrivals.of(candidate);
      if (arrival === null) {
        const list = arrivals.byRoad(candidate)?.tag === 'unreached' ? unreachable : others;
        list.push({ ...found, straightRank: i + 1 });
      } else reached.push({ ...found, arrival, straightRank: i + 1 });
    });
    const orders = new Map(reached.map((found) => [found, this.orderOf(found, arrivals.nearTie)]));
    reached.sort((a, b) => orders.get(a)! - orders.get(b)! || a.candidate - b.candidate);
    // Where nobody comes by road the straight line ranks them all, each with its reason.
    if (reached.length === 0) {
      others.push(...unreachable.splice(0));
      others.sort((a, b) => a.straightRank! - b.straightRank!);
    }
    const first = [...reached, ...others].slice(0, count);
    const room = count - first.length;
    const away = room > 0 && this.away.includes(true) ? this.nearestPoints(true, room) : [];
    return { ranked: [...first, ...away], unreachable };
  }

  /**
   * Where a candidate stands among those that are reached: an unknown that is not clearly sooner than a known one comes
   * after it, so that what nobody has recorded never looks like an advantage.
   */
  private orderOf({ candidate, arrival }: Found & { arrival: Arrival }, nearTie: Seconds): Seconds {
    if (arrival.fastest !== null || arrival.otherCase?.water === 'closed')
      return arrival.order + nearTie;
    const notes = emptyNotes();
    const record = this.places.candidates[candidate]!;
    const road = this.arrivals?.byRoad(record);
    // Nobody knows whether it gets across to its road.
    const isAcross = (remark: RoadRemark): boolean =>
      remark.tag === 'across' && remark.at === 'candidate';
    if (road?.tag === 'reached' && road.remarks?.some(isAcross) === true)
      return arrival.order + nearTie;
    this.judge(record, notes);
    return arrival.order + (notes.unknowns.length > 0 || record.disputedAt !== null ? nearTie : 0);
  }

  /** The `count` nearest that qualify, within the radius; those that are away only where the others leave room. */
  private nearestQualified(): Found[] {
    const known = this.withShapes(this.nearestPoints(false, this.count));
    const room = this.count - known.length;
    return room > 0 && this.away.includes(true)
      ? [...known, ...this.nearestPoints(true, room)]
      : known;
  }

  private nearestPoints(away: boolean, count: number): Found[] {
    const { places, against, question, radius } = this;
    const [lng, lat] = question.place;
    const qualifies = (point: number): boolean => {
      const candidate = places.pointOf[point]!;
      return against[candidate] === null && this.away[candidate] === away;
    };
    const { ids, meters } = nearest(places.points, lng, lat, count, radius, qualifies);
    return ids.map((point, i) => this.foundPoint(places.pointOf[point]!, meters[i]!));
  }

  /** Lines and areas join the points: smallest lower bound first, until none can come before the last row any more. */
  private withShapes(found: Found[]): Found[] {
    const { places, against, question, count, radius } = this;
    const waiting: { candidate: number; bound: Meters }[] = [];
    for (const candidate of places.shapes) {
      const { geometry } = places.candidates[candidate]!;
      if (against[candidate] !== null || geometry === null) continue;
      waiting.push({ candidate, bound: atLeast(question.place, geometry) });
    }
    waiting.sort((a, b) => a.bound - b.bound);
    for (const { candidate, bound } of waiting) {
      if (
        bound > radius ||
        (found.length >= count && !(bound <= (found[found.length - 1]?.meters ?? -1)))
      )
        break;
      const shape = this.measured(candidate);
      if (shape.meters > radius) continue;
      let at = found.length;
      while (at > 0 && comesBefore(shape, found[at - 1]!)) at--;
      found.splice(at, 0, shape);
      if (found.length > count) found.pop();
    }
    return found;
  }

  /** Everything left out, nearest first, those without a place last; ties by id (candidates are in order of id). */
  private leftOut(): number[] {
    const { places, against, radius } = this;
    const meters = new Float64Array(places.candidates.length);
    const out: number[] = [];
    places.candidates.forEach((_, candidate) => {
      const nowhere = isNowhere(places.how[candidate]);
      if (against[candidate] === null && radius === Infinity) return;
      meters[candidate] = nowhere ? Infinity : this.metersTo(candidate);
      if (against[candidate] !== null || meters[candidate]! > radius) out.push(candidate);
    });
    return out.sort((a, b) => (meters[a] === meters[b] ? a - b : meters[a]! - meters[b]!));
  }

  private metersTo(candidate: number): Meters {
    const { places, question } = this;
    if (places.how[candidate] === SHAPE) return this.measured(candidate).meters;
    return haversine(
      question.place[0],
      question.place[1],
      places.lng[candidate]!,
      places.lat[candidate]!,
    );
  }

  private becauseOf(candidate: number): LeftOutBecause {
    return this.against[candidate] ?? { reason: 'outside-radius', radius: this.radius };
  }

  private measured(candidate: number): Found {
    const { places, question } = this;
    const { geometry } = places.candidates[candidate]!;
    if (places.how[candidate] !== SHAPE || geometry === null) {
      return this.foundPoint(candidate, this.metersTo(candidate));
    }
    const at = nearestOnGeometry(question.place, geometry);
    return { candidate, ...(at ?? { meters: Infinity, place: question.place, inside: false }) };
  }

  private foundPoint(candidate: number, meters: Meters): Found {
    const { lng, lat } = this.places;
    return { candidate, meters, place: [lng[candidate]!, lat[candidate]!], inside: false };
  }

  private rankedRow(found: Found): Ranked {
    const { candidate, place, arrival, straightRank } = found;
    const record = this.places.candidates[candidate]!;
    const basis = this.basisFor(candidate);
    const road = this.away[candidate]! ? null : (this.arrivals?.byRoad(record) ?? null);
    const ifOpen = arrival !== undefined || road === null ? null : this.arrivals!.ifOpen(record);
    return {
      kind: this.question.kind,
      id: record.id,
      name: record.name,
      place,
      placeFrom: basis.tag === 'position' || basis.tag === 'position-undated' ? 'position' : 'base',
      basis,
      terms: arrival?.terms ?? [this.straightTerm(found)],
      score: arrival?.seconds ?? found.meters,
      fastest: arrival?.fastest ?? null,
      distance: found.meters,
      unreached: arrival === undefined && road?.tag === 'unreached' ? road.because : null,
      straightRank: straightRank ?? null,
      ...factsOfRoad(road),
      otherCase: arrival === undefined ? ifOpen : arrival.otherCase,
      ...this.notesOn(record),
      age: this.ages.ofRecord(record),
    };
  }

  private basisFor(candidate: number): Ranked['basis'] {
    const { places, ages } = this;
    const record = places.candidates[candidate]!;
    return this.away[candidate]!
      ? awayBasis(record, ages)
      : basisOf(record, places.how[candidate]!, ages, this.positionMaxAge(record.districtCode));
  }

  private straightTerm({ candidate, meters, inside }: Found): Term {
    return this.away[candidate]!
      ? { tag: 'base-distance', meters }
      : { tag: 'straight-line', meters, inside };
  }

  /** What is against a candidate and what is not known of it; that it is disputed comes first. */
  private notesOn(record: Places['candidates'][number]): ReturnType<typeof emptyNotes> {
    const notes = emptyNotes();
    const disputed = record.disputedAt === null ? null : this.ages.doubted(record, null);
    if (disputed !== null) notes.unknowns.push({ fact: 'record', ...disputed });
    this.judge(record, notes);
    return notes;
  }

  private leftOutRow(candidate: number): LeftOut {
    const { places, ages, question } = this;
    const record = places.candidates[candidate]!;
    const found = isNowhere(places.how[candidate]) ? null : this.measured(candidate);
    return {
      kind: question.kind,
      id: record.id,
      name: record.name,
      place: found?.place ?? null,
      distance: found?.meters ?? null,
      because: this.becauseOf(candidate),
      age: ages.ofRecord(record),
    };
  }
}

/** What is to be said of the road that a row is reached by. */
function factsOfRoad(
  road: ReturnType<Arrivals['byRoad']>,
): Pick<Ranked, 'remarks' | 'otherRoad' | 'through' | 'upTo'> {
  if (road?.tag !== 'reached') return { remarks: [], otherRoad: null, through: [], upTo: [] };
  const { remarks = [], otherRoad = null, through = [], upTo = [] } = road;
  return { remarks, otherRoad, through, upTo };
}

const unitIsSeconds = (ranked: readonly Found[]): boolean =>
  ranked.some(({ arrival }) => arrival !== undefined);

const comesBefore = (a: Found, b: Found): boolean =>
  a.meters < b.meters || (a.meters === b.meters && a.candidate < b.candidate);
