/** Where each candidate of a table is, and the index over those that are points. */
import type { Geometry } from 'geojson';
import { isPlace, isSomewhere } from '../geo/index.ts';
import type { LngLat, Placed, RecordOf, Team } from '../model/index.ts';
import { buildIndex } from '../nearest/index.ts';
import type { NearestIndex } from '../nearest/index.ts';
import type { Ages } from './ages.ts';
import type { LeftOutBecause, PlaceBasis, RankedKind } from './types.ts';

export type Candidate = RecordOf[RankedKind];

/** A table's candidates in order of id, so that equal distances stand in order of id. */
export interface Places {
  candidates: readonly Candidate[];
  /** How each is placed, and where; or why it is nowhere. */
  spots: readonly Spot[];
  /** Candidates that are points: their indices, and the index over them by position in that list. */
  pointOf: Int32Array;
  points: NearestIndex;
  /** Position in `pointOf` of each candidate; -1 = not a point. */
  pointAt: Int32Array;
  /** Indices of candidates that are lines or areas. */
  shapes: readonly number[];
}

export type Spot =
  | { tag: 'point'; place: LngLat; basis: PlaceBasis }
  | { tag: 'shape'; geometry: Geometry; basis: PlaceBasis }
  | { tag: 'nowhere'; because: LeftOutBecause };

const RECORDED: PlaceBasis = { tag: 'recorded' };
const NO_PLACE: Spot = { tag: 'nowhere', because: { reason: 'no-place' } };

const placesByTable = new WeakMap<ReadonlyMap<string, Candidate>, Places>();

const byId = (a: Candidate, b: Candidate): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Places of a table that does not move; remembered per table, since tables are replaced and never changed. Teams move
 * as the clock runs: theirs are made for each question, see `teamPlaces`.
 */
export function recordedPlaces(table: ReadonlyMap<string, Candidate>): Places {
  let places = placesByTable.get(table);
  if (places === undefined) {
    const candidates = [...table.values()].sort(byId);
    places = located(candidates, candidates.map(recordedSpot), null);
    placesByTable.set(table, places);
  }
  return places;
}

const teamsByTable = new WeakMap<ReadonlyMap<string, Team>, Places>();

/** Places of teams by their last positions, as far as these are young enough now; `limit` in seconds, by district. */
export function teamPlaces(
  table: ReadonlyMap<string, Team>,
  ages: Ages,
  limit: (districtCode: string) => number,
): Places {
  const before = teamsByTable.get(table);
  const teams = before === undefined ? [...table.values()].sort(byId) : (before.candidates as readonly Team[]);
  const spots = teams.map((team) => teamSpot(team, ages, limit(team.districtCode)));
  if (before !== undefined && spots.every((spot, i) => standsWhere(spot, before.spots[i]))) return { ...before, spots };
  const places = located(teams, spots, before ?? null);
  teamsByTable.set(table, places);
  return places;
}

const standsWhere = (spot: Spot, before: Spot | undefined): boolean =>
  spot.tag === before?.tag &&
  (spot.tag !== 'point' ||
    before.tag !== 'point' ||
    (spot.place[0] === before.place[0] && spot.place[1] === before.place[1]));

function recordedSpot(record: Placed): Spot {
  const { lng, lat, geometry } = record;
  if (geometry !== null && geometry.type !== 'Point' && isSomewhere(geometry)) {
    return { tag: 'shape', geometry, basis: RECORDED };
  }
  if (lng !== null && lat !== null && isPlace(lng, lat)) return { tag: 'point', place: [lng, lat], basis: RECORDED };
  return NO_PLACE;
}

/** Young position, else base and said, else (no base) a position without a time and said, else nowhere. */
function teamSpot(team: Team, ages: Ages, limit: number): Spot {
  const { positionLng: lng, positionLat: lat } = team;
  const base = recordedSpot(team);
  if (lng === null || lat === null || !isPlace(lng, lat)) return base;
  const moment = ages.latest(team.positionAt);
  if (moment === null) {
    if (base.tag === 'nowhere') return { tag: 'point', place: [lng, lat], basis: { tag: 'position-undated' } };
    return { ...base, basis: { tag: 'base-position-too-old', at: null, seconds: null, limit } };
  }
  const { at } = moment;
  const seconds = ages.since(moment);
  if (!ages.beyond(moment, limit)) return { tag: 'point', place: [lng, lat], basis: { tag: 'position', at, seconds } };
  if (base.tag === 'nowhere') {
    return { tag: 'nowhere', because: { reason: 'position-too-old', at, seconds, limit } };
  }
  return { ...base, basis: { tag: 'base-position-too-old', at, seconds, limit } };
}

function located(candidates: readonly Candidate[], spots: readonly Spot[], before: Places | null): Places {
  const pointAt = new Int32Array(candidates.length).fill(-1);
  const pointOf: number[] = [];
  const shapes: number[] = [];
  spots.forEach((spot, i) => {
    if (spot.tag === 'point') pointAt[i] = pointOf.push(i) - 1;
    else if (spot.tag === 'shape') shapes.push(i);
  });
  const lng = new Float64Array(pointOf.length);
  const lat = new Float64Array(pointOf.length);
  pointOf.forEach((candidate, at) => {
    const spot = spots[candidate];
    if (spot?.tag === 'point') [lng[at], lat[at]] = spot.place;
  });
  const points = buildIndex(lng, lat, before?.points ?? null);
  return { candidates, spots, pointOf: Int32Array.from(pointOf), points, pointAt, shapes };
}
