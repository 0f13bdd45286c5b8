/** Names of settlements and shelters in a list of routes become the records they mean. */
import type { FieldValue, PlannedRecord, Warning } from '../types.ts';

export const REFERENCES = [
  { field: 'settlementName', table: 'settlement', id: 'settlementId' },
  { field: 'shelterName', table: 'shelter', id: 'shelterId' },
] as const;

export type ReferencedTable = (typeof REFERENCES)[number]['table'];

/** What the register knows of the records that routes name. */
export interface Known {
  /** Ids by name, only of names that stand for exactly one record. */
  byName: ReadonlyMap<string, string>;
  /** Whether there is a record of this id; an export names its routes' ends by id. */
  has: (id: string) => boolean;
}

/** Every text that a field of the records holds. */
export const textsOf = (records: readonly PlannedRecord[], field: string): string[] => [
  ...new Set(
    records.flatMap(({ fields }) => (typeof fields[field] === 'string' ? [fields[field]] : [])),
  ),
];

/** A name that stands for no record, or for several, stays unlinked and is said. */
export function resolveReferences(
  records: readonly PlannedRecord[],
  known: Readonly<Record<ReferencedTable, Known>>,
): { records: PlannedRecord[]; warnings: Warning[] } {
  const warnings: Warning[] = [];
  let resolved = [...records];
  for (const { field, table, id } of REFERENCES) {
    const lost: { row: number; name: string }[] = [];
    resolved = resolved.map((record) => {
      const fields: Record<string, FieldValue> = { ...record.fields };
      const name = fields[field];
      delete fields[field];
      const stated = fields[id];
      if (typeof stated === 'string' && known[table].has(stated)) return { ...record, fields };
      delete fields[id];
      if (name === undefined) return { ...record, fields };
      const target = typeof name === 'string' ? (known[table].byName.get(name) ?? null) : null;
      if (typeof name === 'string' && target === null) lost.push({ row: record.row, name });
      fields[id] = target;
      return { ...record, fields };
    });
    if (lost.length > 0)
      warnings.push({
        code: 'references_unresolved',
        params: {
          count: lost.length,
          names: [...new Set(lost.map(({ name }) => name))].slice(0, 10).join('、'),
        },
        rows: lost.slice(0, 1000).map(({ row }) => row),
      });
  }
  return { records: resolved, warnings };
}
