/** The question "who is nearest?", answered: ranked rows, what was left out and why, and how sure that is. */
import { atLeast, haversine, nearestOnGeometry } from '../geo/index.ts';
import type { LngLat, Meters, Shelter, Team, Depot, Hazard } from '../model/index.ts';
import { nearest, subsetOf } from '../nearest/index.ts';
import { Ages } from './ages.ts';
import { assessDepot, lotsByDepot } from './assess-depot.ts';
import { assessShelter } from './assess-shelter.ts';
import { assessTeam } from './assess-team.ts';
import { nothingAgainst } from './assessment.ts';
import type { Assessment } from './assessment.ts';
import { todayByDistrict } from './local-date.ts';
import { recordedPlaces, teamPlaces } from './places.ts';
import type { Candidate, Places } from './places.ts';
import { limitByDistrict, settingFor } from './settings.ts';
import { LEFT_OUT_REASONS } from './types.ts';
import type { Answer, LeftOut, LeftOutBecause, LeftOutReason, Question, Ranked, RankingTables, Term } from './types.ts';

/** A candidate (by its number in Places) and how far it is; `place` where that was measured to. */
interface Found {
  candidate: number;
  meters: Meters;
  place: LngLat;
  inside: boolean;
}

/**
 * Ranks the candidates of one kind by great-circle distance to the question's place, ties by id. Unknown never
 * excludes: only a recorded negative, a filter that was set, or the lack of any usable place leaves a candidate out.
 * Pure: the same question and tables give the same answer; indices are remembered per table.
 * @throws RangeError when the question's place or clock is none.
 */
export function rankCandidates(question: Question, tables: RankingTables): Answer {
  const ages = new Ages(question.now, tables);
  const places = placesFor(question, tables, ages);
  const assess = assessorFor(question, tables, ages);
  const assessments = places.candidates.map((candidate) => assess(candidate));
  const ask = new Asking(question, tables, places, assessments);
  const qualified = ask.nearestQualified();
  const leftOut = ask.leftOut();
  const leftOutBy = Object.fromEntries(LEFT_OUT_REASONS.map((reason) => [reason, 0])) as Record<LeftOutReason, number>;
  for (const { because } of leftOut) leftOutBy[because.reason]++;
  const listed = question.leftOutCount ?? leftOut.length;
  const { candidates } = places;
  return {
    kind: question.kind,
    ranked: qualified.map((found) => rankedRow(question, found, places, assessments, ages)),
    leftOut: leftOut.slice(0, listed).map(({ candidate, found, because }) => {
      const record = candidates[candidate]!;
      return leftOutRow(question, record, found, because, ages);
    }),
    leftOutBy,
    farther: candidates.length - leftOut.length - qualified.length,
    total: candidates.length,
    scoreUnit: 'meters',
    count: ask.count,
    radius: ask.radius,
    asOf: question.now,
  };
}

function placesFor({ kind }: Question, tables: RankingTables, ages: Ages): Places {
  if (kind === 'team') return teamPlaces(tables.team, ages, limitByDistrict(tables, 'position_max_age'));
  return recordedPlaces(tables[kind]);
}

function assessorFor(question: Question, tables: RankingTables, ages: Ages): (candidate: Candidate) => Assessment {
  const { kind, filters, eventKind } = question;
  switch (kind) {
    case 'team':
      return (team) => assessTeam(team as Team, filters, ages);
    case 'shelter':
      return (shelter) => assessShelter(shelter as Shelter, filters, eventKind, ages);
    case 'depot': {
      const lots = lotsByDepot(tables.stock_lot);
      const today = todayByDistrict(tables.district, question.now);
      return (depot) => assessDepot(depot as Depot, filters, lots.get(depot.id) ?? [], today(depot.districtCode), ages);
    }
    case 'hazard':
      return (hazard) => assessHazard(hazard as Hazard);
  }
}

/** A hazard is never left out for what it is: also a rectified one (销号) may matter next to an incident, and is said. */
function assessHazard({ rectificationState: state }: Hazard): Assessment {
  const result = nothingAgainst();
  if (state !== null) result.facts.push({ tag: 'rectification', state });
  return result;
}

/** One question while it is answered. */
class Asking {
  readonly count: number;
  readonly radius: Meters;

  constructor(
    private readonly question: Question,
    tables: RankingTables,
    private readonly places: Places,
    private readonly assessments: readonly Assessment[],
  ) {
    const { filters, districtCode } = question;
    this.count = filters.count ?? settingFor(tables, 'nearest_count', districtCode)?.value ?? Infinity;
    this.radius = filters.radius ?? settingFor(tables, 'nearest_radius', districtCode)?.value ?? Infinity;
  }

  /** The `count` nearest that qualify, within the radius. */
  nearestQualified(): Found[] {
    const { places, question, assessments } = this;
    const [lng, lat] = question.place;
    const qualifies = (point: number): boolean => assessments[places.pointOf[point]!]!.against === null;
    const within = subsetOf(places.points, qualifies);
    const { ids, meters } = nearest(places.points, lng, lat, this.count, this.radius, within);
    const points = ids.map((point, i) => this.foundPoint(places.pointOf[point]!, meters[i]!));
    return this.withShapes(points);
  }

  /** Lines and areas join the points: nearest lower bound first, until none can come before the last row. */
  private withShapes(found: Found[]): Found[] {
    const { places, question, assessments, count } = this;
    const waiting = places.shapes
      .filter((candidate) => assessments[candidate]!.against === null)
      .map((candidate) => {
        const spot = places.spots[candidate]!;
        return { candidate, bound: spot.tag === 'shape' ? atLeast(question.place, spot.geometry) : Infinity };
      })
      .sort((a, b) => a.bound - b.bound);
    for (const { candidate, bound } of waiting) {
      if (bound > this.radius || (found.length >= count && bound > found[found.length - 1]!.meters)) break;
      const shape = this.foundShape(candidate);
      if (shape === null || shape.meters > this.radius) continue;
      let at = found.length;
      while (at > 0 && comesBefore(shape, found[at - 1]!)) at--;
      found.splice(at, 0, shape);
      if (found.length > count) found.pop();
    }
    return found;
  }

  /** Everything left out, nearest first, those without a place last; ties by id (candidates are in order of id). */
  leftOut(): { candidate: number; found: Found | null; because: LeftOutBecause }[] {
    const outside: LeftOutBecause = { reason: 'outside-radius', radius: this.radius };
    const out: { candidate: number; found: Found | null; because: LeftOutBecause }[] = [];
    this.places.spots.forEach((spot, candidate) => {
      if (spot.tag === 'nowhere') {
        out.push({ candidate, found: null, because: spot.because });
        return;
      }
      const { against } = this.assessments[candidate]!;
      if (against === null && this.radius === Infinity) return;
      const found = this.measured(candidate);
      if (found === null) out.push({ candidate, found, because: { reason: 'no-place' } });
      else if (against !== null) out.push({ candidate, found, because: against });
      else if (found.meters > this.radius) out.push({ candidate, found, because: outside });
    });
    const far = (one: { found: Found | null }): number => one.found?.meters ?? Infinity;
    return out.sort((a, b) => (far(a) === far(b) ? a.candidate - b.candidate : far(a) - far(b)));
  }

  private measured(candidate: number): Found | null {
    const spot = this.places.spots[candidate]!;
    if (spot.tag === 'shape') return this.foundShape(candidate);
    if (spot.tag === 'nowhere') return null;
    const [lng, lat] = this.question.place;
    return this.foundPoint(candidate, haversine(lng, lat, spot.place[0], spot.place[1]));
  }

  private foundPoint(candidate: number, meters: Meters): Found {
    const spot = this.places.spots[candidate]!;
    return { candidate, meters, place: spot.tag === 'point' ? spot.place : this.question.place, inside: false };
  }

  private foundShape(candidate: number): Found | null {
    const spot = this.places.spots[candidate]!;
    if (spot.tag !== 'shape') return null;
    const at = nearestOnGeometry(this.question.place, spot.geometry);
    return at === null ? null : { candidate, ...at };
  }
}

const comesBefore = (a: Found, b: Found): boolean =>
  a.meters < b.meters || (a.meters === b.meters && a.candidate < b.candidate);

function rankedRow(
  { kind }: Question,
  { candidate, meters, place, inside }: Found,
  places: Places,
  assessments: readonly Assessment[],
  ages: Ages,
): Ranked {
  const record = places.candidates[candidate]!;
  const spot = places.spots[candidate]!;
  const basis = spot.tag === 'nowhere' ? ({ tag: 'recorded' } as const) : spot.basis;
  const { facts, unknowns } = assessments[candidate]!;
  const terms: Term[] = [{ tag: 'straight-line', meters, inside }];
  return {
    kind,
    id: record.id,
    name: record.name,
    place,
    placeFrom: basis.tag === 'position' || basis.tag === 'position-undated' ? 'position' : 'base',
    basis,
    terms,
    score: meters,
    distance: meters,
    facts,
    unknowns,
    age: ages.ofRecord(record),
  };
}

const leftOutRow = (
  { kind }: Question,
  record: Candidate,
  found: Found | null,
  because: LeftOutBecause,
  ages: Ages,
): LeftOut => ({
  kind,
  id: record.id,
  name: record.name,
  place: found?.place ?? null,
  distance: found?.meters ?? null,
  because,
  age: ages.ofRecord(record),
});
