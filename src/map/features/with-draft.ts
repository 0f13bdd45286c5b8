/** The tables as the map draws them while a place is being changed: the record in hand stands where it is being put. */
import type { RecordOf } from '../../core/model/index.ts';
import { sketchRecord } from '../../core/register/index.ts';
import type { Input } from '../../core/register/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import type { RecordTables } from '../../state/records.ts';
import type { RecordDraft } from '../../state/register.ts';
import type { Selection } from '../../state/session.ts';
import { remember } from './remember.ts';

/** Remembers what it made last, so that unchanged tables stay the same reference. */
export function createDraftTables(): (
  tables: RecordTables,
  selection: Selection | null,
  drafts: ReadonlyMap<string, RecordDraft>,
) => RecordTables {
  // Only what the map draws: a letter typed into another field changes nothing here.
  const tableWith = remember(
    (table: ReadonlyMap<string, object>, kind: RegisterKind, id: string, base: RecordDraft['base'], geom: Input) =>
      new Map<string, object>(table).set(id, sketchRecord(kind, id, base, { geom })),
  );
  const tablesWith = remember((tables: RecordTables, kind: RegisterKind, table: unknown): RecordTables => ({
    ...tables,
    [kind]: table as ReadonlyMap<string, RecordOf[RegisterKind]>,
  }));
  return (tables, selection, drafts) => {
    const draft = selection === null ? undefined : drafts.get(selection.id);
    if (draft === undefined || !('geom' in draft.inputs)) return tables;
    const { kind, id, base, inputs } = draft;
    return tablesWith(tables, kind, tableWith(tables[kind], kind, id, base, inputs.geom ?? null));
  };
}
