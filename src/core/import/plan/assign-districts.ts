/** Which district every record belongs to: the smallest one whose boundary holds it. */
import type { Geometry } from 'geojson';
import { foldTitle } from '../../text/fold.ts';
import { anchorOf } from '../../geo/positions.ts';
import { containment } from '../../geo/containment.ts';
import type { Containment } from '../../geo/containment.ts';
import type { PlannedRecord } from '../types.ts';

export interface DistrictArea {
  code: string;
  /** `/0/43/4306/`. */
  path: string;
  /** Tells where records without a place belong. */
  name?: string;
  geometry: Geometry | null;
}

/**
 * The district of each record, in order: the one it states, or the one it lies in; null for one that lies in none of them.
 * @param fallback the district stated for the whole file.
 */
export function assignDistricts(
  records: readonly PlannedRecord[],
  districts: readonly DistrictArea[],
  fallback: string | null,
): (string | null)[] {
  const depth = ({ path }: DistrictArea): number => path.split('/').length;
  const areas: { code: string; area: Containment }[] = districts
    .filter(({ geometry }) => geometry !== null)
    .sort((a, b) => depth(b) - depth(a) || (a.code < b.code ? -1 : 1))
    .map(({ code, geometry }) => ({ code, area: containment(geometry as Geometry) }));
  const known = new Set(districts.map(({ code }) => code));
  const named = districtsByName(districts);
  return records.map(({ geometry, districtCode, districtName }) => {
    if (districtCode !== null && known.has(districtCode)) return districtCode;
    if (geometry === null)
      return (districtName == null ? undefined : named(districtName)) ?? fallback;
    const place = anchorOf(geometry);
    return areas.find(({ area }) => area.holds(place))?.code ?? fallback;
  });
}

/** `双汊镇`, `双汊` → one word; a county and its town of the same name stay two. */
const withoutSuffix = (name: string): string =>
  name.replace(/(?<=..)(?:街道办事处|街道办|街道|镇|乡)$/u, '');

/**
 * Finds the district a name means: written out, or without 镇, 乡, 街道; the last part of `某县/双汊镇` counts.
 * @returns its code; undefined when there is none, or several of that name
 */
export function districtsByName(
  districts: readonly DistrictArea[],
): (name: string) => string | undefined {
  const [whole, short] = [new Map<string, string | null>(), new Map<string, string | null>()];
  const note = (map: Map<string, string | null>, key: string, code: string): void =>
    void map.set(key, map.has(key) && map.get(key) !== code ? null : code);
  for (const { code, name } of districts) {
    if (name === undefined) continue;
    const folded = foldTitle(name);
    note(whole, folded, code);
    note(short, withoutSuffix(folded), code);
  }
  return (name) => {
    const part = foldTitle(name.split(/[/／>、,，\s]+/).at(-1) ?? '');
    return (
      whole.get(part) ?? (whole.has(part) ? undefined : short.get(withoutSuffix(part))) ?? undefined
    );
  };
}
