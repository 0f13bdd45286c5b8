/** Districts that a file's districts hang below but that nobody has registered yet. */
import type { DistrictLevel } from '../../model/index.ts';
import { DISTRICT_LEVELS } from '../../model/index.ts';
import type { MultiPolygon, Position } from 'geojson';
import { unionOf } from '../../geo/repair/repair.ts';
import type { PlannedRecord } from '../types.ts';
import { levelOf, parentCodeOf } from './district-fields.ts';

export interface PlannedParent {
  code: string;
  parentCode: string | null;
  name: string;
  level: DistrictLevel;
  /** Union of the file's districts below it; null when they have no boundaries. */
  geometry: MultiPolygon | null;
}

const ringsOf = (records: readonly PlannedRecord[]): Position[][][] =>
  records.flatMap(({ geometry }) => {
    if (geometry?.type === 'Polygon') return [geometry.coordinates];
    return geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
  });

/**
 * Parents named by the file's districts that are neither in the file nor in `known`, topmost first.
 */
export function missingParents(
  records: readonly PlannedRecord[],
  known: ReadonlySet<string>,
): PlannedParent[] {
  const own = new Set(records.map(({ externalId }) => externalId));
  const below = new Map<string, PlannedRecord[]>();
  for (const record of records) {
    const parent = record.fields.parentCode;
    if (typeof parent !== 'string' || own.has(parent) || known.has(parent)) continue;
    below.set(parent, [...(below.get(parent) ?? []), record]);
  }
  return [...below]
    .map(([code, children]): PlannedParent => {
      const name =
        children.map(({ fields }) => fields.parentName).find((text) => typeof text === 'string') ??
        code;
      const covered = unionOf(ringsOf(children));
      return {
        code,
        parentCode: parentCodeOf(code),
        name: String(name),
        level: levelAbove(code, String(name), children),
        geometry:
          covered === null || covered.length === 0
            ? null
            : { type: 'MultiPolygon', coordinates: covered },
      };
    })
    .sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1));
}

/** The level its code or name tells, at least one above its children. */
function levelAbove(code: string, name: string, children: readonly PlannedRecord[]): DistrictLevel {
  const indexOf = (level: unknown): number => DISTRICT_LEVELS.indexOf(level as DistrictLevel);
  const highest = Math.min(
    ...children.map(({ fields }) => indexOf(fields.level)).filter((index) => index > 0),
    DISTRICT_LEVELS.length,
  );
  const named = indexOf(levelOf(code, name));
  const above = Math.max(1, Math.min(named > 0 ? named : highest - 1, highest - 1));
  return DISTRICT_LEVELS[above] ?? 'province';
}
