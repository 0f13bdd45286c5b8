/**
 * Whether a shelter is one for this incident: recorded suitable or not known to be otherwise, outside every active area
 * that threatens it, and not cut off by what is closed now. What nobody knows never makes one invalid: no road near it,
 * or roads that do not meet on the map, are said and rank last.
 */
import { booleanIntersects } from '@turf/turf';
import type { Geometry } from 'geojson';
import { boxOf } from '../geo/box-of.ts';
import type { Box } from '../geo/box-of.ts';
import type { Shelter } from '../model/index.ts';
import type { Answer, LeftOut, LeftOutBecause, Ranked, ThreatArea } from './types.ts';

const apart = (a: Box, b: Box): boolean => a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1];

/**
 * The first of the areas that threatens a shelter: it stands in it, or its ground touches it; null = none. Flat, as the
 * edges of roads are compared with areas, so that a shelter and the road before its door agree.
 */
export function threatTo(
  { lng, lat, geometry }: Pick<Shelter, 'lng' | 'lat' | 'geometry'>,
  areas: readonly ThreatArea[],
): ThreatArea | null {
  const isPoint = geometry === null || geometry.type === 'Point';
  if (isPoint && (lng === null || lat === null)) return null;
  const ground: Geometry = isPoint ? { type: 'Point', coordinates: [lng!, lat!] } : geometry;
  const box: Box = isPoint ? [lng!, lat!, lng!, lat!] : boxOf(geometry);
  return (
    areas.find((area) => {
      if (!area.threatens || apart(box, boxOf(area.geometry))) return false;
      return booleanIntersects(ground, area.geometry);
    }) ?? null
  );
}

/** Why a shelter is no shelter now. */
export type Invalid = Extract<LeftOutBecause, { reason: 'unsuitable' | 'in-area' }> | CutOff;
/** Nobody on foot gets there: `closures` = ids of what lies on the route, closures and areas alike. */
interface CutOff {
  reason: 'cut-off';
  closures: readonly string[];
}

interface InvalidShelter {
  id: string;
  name: string;
  place: Ranked['place'] | null;
  distance: number | null;
  invalid: Invalid;
}

const cutOff = ({ unreached }: Ranked): CutOff | null =>
  unreached?.reason === 'closed' ? { reason: 'cut-off', closures: unreached.closures } : null;

const asInvalid = ({ because }: LeftOut): Invalid | null =>
  because.reason === 'unsuitable' || because.reason === 'in-area' ? because : null;

/** The shelters of an answer that are none now, each with the reason, nearest first (straight line). */
export function invalidShelters({ kind, ranked, unreachable, leftOut }: Answer): InvalidShelter[] {
  if (kind !== 'shelter') return [];
  const found: InvalidShelter[] = [];
  for (const row of [...ranked, ...unreachable]) {
    const invalid = cutOff(row);
    if (invalid !== null)
      found.push({ id: row.id, name: row.name, place: row.place, distance: row.distance, invalid });
  }
  for (const row of leftOut) {
    const invalid = asInvalid(row);
    if (invalid !== null)
      found.push({ id: row.id, name: row.name, place: row.place, distance: row.distance, invalid });
  }
  return found.sort(
    (a, b) => (a.distance ?? Infinity) - (b.distance ?? Infinity) || (a.id < b.id ? -1 : 1),
  );
}

/** The first that people can be sent to; null = the answer names none. */
export const nextValid = ({ kind, ranked }: Pick<Answer, 'kind' | 'ranked'>): Ranked | null =>
  kind === 'shelter' ? (ranked.find((row) => cutOff(row) === null) ?? null) : null;
