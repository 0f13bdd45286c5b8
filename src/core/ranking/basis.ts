/** Why a team is ranked from where it is, or why it is nowhere. */
import { isPlace } from '../geo/distance.ts';
import type { Team } from '../model/index.ts';
import { millisecondsOf } from '../time/instants.ts';
import type { Ages } from '../trust/index.ts';
import { NOWHERE, POSITION } from './places.ts';
import type { Candidate } from './places.ts';
import type { LeftOutBecause, PlaceBasis } from './types.ts';

/** `how` as in Places; `limit` in seconds. */
export function basisOf(candidate: Candidate, how: number, ages: Ages, limit: number): PlaceBasis {
  const at = positionTime(candidate);
  if (how === POSITION) {
    return at === null
      ? { tag: 'position-undated' }
      : { tag: 'position', at, seconds: ages.since(at) };
  }
  if (!hasPosition(candidate)) return { tag: 'recorded' };
  return { tag: 'base-position-too-old', at, seconds: at === null ? null : ages.since(at), limit };
}

/** Only for teams that are out and were last seen too long ago, or never. */
export function awayBasis(candidate: Candidate, ages: Ages): PlaceBasis {
  const at = positionTime(candidate);
  return { tag: 'away', at, seconds: at === null ? null : ages.since(at) };
}

/** Only for candidates without a usable place. */
export function nowhereBecause(candidate: Candidate, ages: Ages, limit: number): LeftOutBecause {
  const at = positionTime(candidate);
  if (!hasPosition(candidate) || at === null) return { reason: 'no-place' };
  return { reason: 'position-too-old', at, seconds: ages.since(at), limit };
}

export const isNowhere = (how: number | undefined): boolean => how === undefined || how === NOWHERE;

const hasPosition = (candidate: Candidate): candidate is Team =>
  'positionAt' in candidate && isPlace(candidate.positionLng, candidate.positionLat);

function positionTime(candidate: Candidate): string | null {
  if (!hasPosition(candidate) || Number.isNaN(millisecondsOf(candidate.positionAt))) return null;
  return candidate.positionAt;
}
