/**
 * The tables as the map draws them: a record whose place is being changed stands where it is being put, and an archived
 * one is seen while it is open.
 */
import type { RecordOf } from '../../core/model/index.ts';
import { sketchRecord } from '../../core/register/index.ts';
import type { Input } from '../../core/register/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import type { RecordTables } from '../../state/records.ts';
import type { ArchivedRecords, RecordDraft } from '../../state/register.ts';
import type { Selection } from '../../state/session.ts';
import { remember } from './remember.ts';

/** Remembers what it made last, so that unchanged tables stay the same reference. */
export function createDraftTables(): (
  tables: RecordTables,
  selection: Selection | null,
  drafts: ReadonlyMap<string, RecordDraft>,
  archived: ArchivedRecords,
) => RecordTables {
  // Only what the map draws: a letter typed into another field changes nothing here.
  const tableWith = remember(
    (
      table: ReadonlyMap<string, object>,
      kind: RegisterKind,
      id: string,
      base: RecordDraft['base'],
      geom: Input,
    ) => new Map<string, object>(table).set(id, sketchRecord(kind, id, base, { geom })),
  );
  const tableWithArchived = remember(
    (table: ReadonlyMap<string, object>, id: string, record: object) =>
      new Map<string, object>(table).set(id, record),
  );
  const tablesWith = remember(
    (tables: RecordTables, kind: RegisterKind, table: unknown): RecordTables => ({
      ...tables,
      [kind]: table as ReadonlyMap<string, RecordOf[RegisterKind]>,
    }),
  );
  return (tables, selection, drafts, archived) => {
    if (selection === null) return tables;
    const draft = drafts.get(selection.id);
    if (draft === undefined || !('geom' in draft.inputs)) {
      const aside = archived.tag === 'loaded' && archived.kind === selection.kind ? archived : null;
      const record = aside?.rows.get(selection.id);
      if (aside === null || record === undefined || tables[aside.kind].has(record.id))
        return tables;
      return tablesWith(
        tables,
        aside.kind,
        tableWithArchived(tables[aside.kind], record.id, record),
      );
    }
    const { kind, id, base, inputs } = draft;
    return tablesWith(tables, kind, tableWith(tables[kind], kind, id, base, inputs.geom ?? null));
  };
}
