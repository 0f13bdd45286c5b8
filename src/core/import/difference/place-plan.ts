/**
 * A whole plan held against the register, the same way for the command and for the screen. Its records have their
 * districts by then (`settleDistricts`), and the caller has brought what the register knows of them.
 */
import { rekeyReimported } from '../plan/rekey.ts';
import type { ImportPlan, PlannedRecord, Warning } from '../types.ts';
import { placeRecord } from './place-records.ts';
import type { PlacedRecord, StoredItem } from './place-records.ts';
import { resolveReferences } from './references.ts';
import type { Known, ReferencedTable } from './references.ts';
import { TABLES, idOf } from './tables.ts';
import type { StoredKind } from './tables.ts';

interface PlanAgainst<Item extends StoredItem> {
  kind: StoredKind;
  districtOf: (record: PlannedRecord) => string;
  byId: ReadonlyMap<string, Item>;
  /** By external id, or by id where a table has none. */
  byKey: ReadonlyMap<string, Item>;
  /** What records of this kind may name; null = they name none. */
  known: Readonly<Record<ReferencedTable, Known>> | null;
  newId: () => string;
  onRow?: (done: number, total: number) => void;
}

/** Whether the file is one that came back from the importer, with rows that it had refused. */
export const isReimported = ({ warnings }: ImportPlan): boolean =>
  warnings.some(({ code }) => code === 'rejects_reimported');

/** Under which key a record would be stored. */
export const keyOf = (kind: StoredKind, record: PlannedRecord): string =>
  TABLES[kind].external ? record.externalId : idOf(record);

/** New keys for rows that came back, names of other records resolved, and what becomes of every row. */
export function placePlan<Item extends StoredItem>(
  plan: ImportPlan,
  against: PlanAgainst<Item>,
): { placed: PlacedRecord<Item>[]; warnings: Warning[] } {
  const { kind, districtOf, byId, byKey, known, newId, onRow } = against;
  if (isReimported(plan)) plan.records = rekeyReimported(plan.records, byKey);
  const { records, warnings } =
    known === null
      ? { records: plan.records, warnings: [] }
      : resolveReferences(plan.records, known);
  const storedOf = (record: PlannedRecord): Item | null =>
    (record.recordId === null ? undefined : byId.get(record.recordId)) ??
    byKey.get(keyOf(kind, record)) ??
    null;
  const placed = records.map((record, i) => {
    onRow?.(i, records.length);
    return placeRecord(record, { kind, districtOf, storedOf, newId });
  });
  return { placed, warnings };
}
