/** Where each candidate of a table is, and the index over those that are points. */
import { isPlace } from '../geo/distance.ts';
import { isSomewhere } from '../geo/to-geometry.ts';
import type { RecordOf, Team } from '../model/index.ts';
import { buildIndex } from '../nearest/index.ts';
import type { NearestIndex } from '../nearest/index.ts';
import { millisecondsOf } from '../time/instants.ts';
import type { Ages } from '../trust/index.ts';
import type { RankedKind } from './types.ts';
import { compareTexts } from '../text/compare-texts.ts';

export type Candidate = RecordOf[RankedKind];

/** How a candidate is placed. */
export const NOWHERE = 0;
export const POINT = 1;
export const SHAPE = 2;
/** A team at its last position instead of its base. */
export const POSITION = 3;

export interface Places {
  /** In order of id, so that equal distances stand in order of id. */
  readonly candidates: readonly Candidate[];
  /** NOWHERE, POINT, SHAPE or POSITION, by candidate. */
  readonly how: Uint8Array;
  /** Degrees, by candidate; NaN unless it is a point. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** Which candidates are points, and the index over them by position in that list. */
  readonly pointOf: Int32Array;
  readonly points: NearestIndex;
  /** Which candidates are lines or areas. */
  readonly shapes: readonly number[];
}

const byId = (a: Candidate, b: Candidate): number => compareTexts(a.id, b.id);

const recorded = new WeakMap<ReadonlyMap<string, Candidate>, Places>();

/** Places of records that do not move; remembered per table, since tables are replaced and never changed. */
export function recordedPlaces(table: ReadonlyMap<string, Candidate>): Places {
  let places = recorded.get(table);
  if (places === undefined) {
    const candidates = [...table.values()].sort(byId);
    places = locate(candidates, Uint8Array.from(candidates, recordedHow), null);
    recorded.set(table, places);
  }
  return places;
}

function recordedHow({ lng, lat, geometry }: Candidate): number {
  if (geometry !== null && geometry.type !== 'Point' && isSomewhere(geometry)) return SHAPE;
  return isPlace(lng, lat) ? POINT : NOWHERE;
}

/** Where teams stood at one time, and until when that stays so if nothing is reported. */
interface Standing {
  places: Places;
  fromMs: number;
  beforeMs: number;
  limit: (districtCode: string) => number;
}

const standing = new WeakMap<ReadonlyMap<string, Team>, Standing>();

/**
 * Places of teams: the last position while it is young enough (`limit`, in seconds, by district), else the base, else
 * (no base) a position without a time. Made anew only when the clock has passed the limit of one of them.
 */
export function teamPlaces(
  table: ReadonlyMap<string, Team>,
  ages: Ages,
  limit: (districtCode: string) => number,
): Places {
  const known = standing.get(table);
  if (
    known !== undefined &&
    known.limit === limit &&
    ages.nowMs >= known.fromMs &&
    ages.nowMs < known.beforeMs
  ) {
    return known.places;
  }
  const teams =
    (known?.places.candidates as readonly Team[] | undefined) ?? [...table.values()].sort(byId);
  let beforeMs = Infinity;
  const how = Uint8Array.from(teams, (team) => {
    const base = recordedHow(team);
    if (!isPlace(team.positionLng, team.positionLat)) return base;
    const at = millisecondsOf(team.positionAt);
    if (Number.isNaN(at)) return base === NOWHERE ? POSITION : base;
    const room = limit(team.districtCode) * 1000;
    for (const change of [at - room, at + room])
      if (change >= ages.nowMs && change < beforeMs) beforeMs = change;
    return Math.abs(ages.nowMs - at) <= room ? POSITION : base;
  });
  const places = locate(teams, how, known?.places ?? null);
  standing.set(table, { places, fromMs: ages.nowMs, beforeMs, limit });
  return places;
}

function locate(candidates: readonly Candidate[], how: Uint8Array, before: Places | null): Places {
  const lng = new Float64Array(candidates.length).fill(NaN);
  const lat = new Float64Array(candidates.length).fill(NaN);
  const pointOf: number[] = [];
  const shapes: number[] = [];
  candidates.forEach((candidate, i) => {
    if (how[i] === SHAPE) shapes.push(i);
    if (how[i] !== POINT && how[i] !== POSITION) return;
    const moved = how[i] === POSITION ? (candidate as Team) : null;
    lng[i] = (moved === null ? candidate.lng : moved.positionLng) ?? NaN;
    lat[i] = (moved === null ? candidate.lat : moved.positionLat) ?? NaN;
    pointOf.push(i);
  });
  const points = buildIndex(
    Float64Array.from(pointOf, (i) => lng[i]!),
    Float64Array.from(pointOf, (i) => lat[i]!),
    before?.points ?? null,
  );
  return { candidates, how, lng, lat, pointOf: Int32Array.from(pointOf), points, shapes };
}
