/** The districts of a file that is being imported: they are a tree and not a list, found by their codes. */
import { toEwkt } from '../../geo/ewkt.ts';
import type { DistrictLevel } from '../../model/index.ts';
import { districtTree, parentsWarning } from '../difference/district-tree.ts';
import type { KnownDistrict, TreeDistrict } from '../difference/district-tree.ts';
import type { PlacedRecord } from '../difference/place-records.ts';
import { rejectPlanned } from '../difference/settle-districts.ts';
import type { VersionedItem } from '../difference/stored-item.ts';
import { changesOf } from '../plan/compare.ts';
import type { FieldValue, ImportPlan, Warning } from '../types.ts';
import type { StoredRegister } from './stored.ts';
import type { Write } from './types.ts';

interface SessionDistricts {
  placed: PlacedRecord<VersionedItem>[];
  /** Parents that the file only names: written with the first row that needs them. */
  made: ReadonlyMap<string, TreeDistrict>;
  warnings: Warning[];
}

const knownDistrict = ({ fields }: VersionedItem): KnownDistrict => ({
  level: fields.level as DistrictLevel,
  parentCode: (fields.parentCode ?? null) as string | null,
  timezone: String(fields.timezone),
});

/** What becomes of every row; parents come first. @param above the district stated for the file */
export function sessionDistricts(
  plan: ImportPlan,
  stored: StoredRegister,
  above: string,
  newId: () => string,
): SessionDistricts {
  const known = new Map([...stored.byKey].map(([code, item]) => [code, knownDistrict(item)]));
  const { districts, refused, made } = districtTree(plan.records, known, above);
  rejectPlanned(
    plan,
    new Map(refused.map((row) => [row, { reason: 'parent_is_itself', params: {} }])),
  );
  const placed = districts.flatMap(({ record, code, parentCode, level, timezone, geometry }) => {
    if (record === null) return [];
    const { source = null, observedAt } = record.fields;
    const observed: Record<string, FieldValue> = observedAt === undefined ? {} : { observedAt };
    const fields: Record<string, FieldValue> = {
      code,
      parentCode,
      level,
      timezone,
      source,
      ...observed,
    };
    const planned = { ...record, geometry, fields };
    const item = stored.byKey.get(code) ?? null;
    const changes = item === null ? null : changesOf(planned, item);
    return [
      {
        record: planned,
        district: code,
        id: item?.id ?? newId(),
        stored: item,
        changes,
        moved: false,
      },
    ];
  });
  const parents = districts.filter(({ record }) => record === null);
  return {
    placed,
    made: new Map(parents.map((parent) => [parent.code, parent])),
    warnings: parentsWarning(made),
  };
}

/** Codes that hang above some of the rows: they are not missing from a file of what lies below them. */
export const namedParents = (
  placed: readonly PlacedRecord<VersionedItem>[],
): ReadonlySet<FieldValue> => new Set(placed.map(({ record }) => record.fields.parentCode ?? null));

/** The parents that the rows to be written need, before them. */
export function withParents(
  writes: readonly Write[],
  made: ReadonlyMap<string, TreeDistrict>,
  source: string,
  newId: () => string,
): Write[] {
  const needed = new Set<string>();
  for (const { change } of writes)
    for (
      let at = made.get(String(change.parent_code));
      at !== undefined;
      at = made.get(at.parentCode)
    )
      needed.add(at.code);
  const parents = [...made.values()].filter(({ code }) => needed.has(code));
  const rows = parents.map(({ code, name, parentCode, level, timezone, geometry }) => ({
    row: null,
    kind: 'district' as const,
    id: newId(),
    version: null,
    change: {
      code,
      name,
      parent_code: parentCode,
      level,
      timezone,
      source,
      geom: geometry && toEwkt(geometry),
    },
  }));
  return [...rows, ...writes].map((write, seq) => ({ ...write, seq }));
}
