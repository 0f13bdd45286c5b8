/** What the tree of districts does not allow, said before the database refuses it (supabase: place_district). */
import { DISTRICT_LEVELS } from '../model/index.ts';
import type { District } from '../model/index.ts';
import type { Faults } from '../register/index.ts';

const rank = (level: unknown): number => DISTRICT_LEVELS.findIndex((one) => one === level);

/** Columns that must not change: the root has no district above it, and nobody may move the district of their account. */
export function fixedColumns(district: District | null, home: string): readonly string[] {
  if (district === null) return [];
  if (district.parentCode === null) return ['level', 'parent_code'];
  return district.code === home ? ['parent_code'] : [];
}

/** @param said the columns as they would be written; what is not among them stays as in `base` (null = a new one) */
export function districtFaults(
  base: District | null,
  said: Readonly<Record<string, unknown>>,
  districts: ReadonlyMap<string, District>,
): Faults {
  if (base?.parentCode === null) return {};
  const parentCode = said.parent_code ?? base?.parentCode;
  if (typeof parentCode !== 'string' || parentCode === '')
    return { parent_code: { tag: 'required' } };
  if (base === null && typeof said.code === 'string' && districts.has(said.code))
    return { code: { tag: 'code-taken' } };
  const parent = districts.get(parentCode);
  const level = said.level ?? base?.level;
  if (parent !== undefined && level !== undefined && rank(level) <= rank(parent.level))
    return { level: { tag: 'level-order', limit: parent.name } };
  return {};
}
