/** The register as it is being kept: which table is open, how it is looked at, what is chosen, and what is half written. */
import type { Geometry } from 'geojson';
import { create } from 'zustand';
import type { BulkEdit, RecordOf } from '../core/model/index.ts';
import type { Input, Inputs, ReverseWrite } from '../core/register/index.ts';
import { REGISTER_KINDS } from '../core/schema/index.ts';
import type { RegisterKind } from '../core/schema/index.ts';
import type { Conflict, SaveFailure, Saving } from './saving.ts';

/** How one table is looked at; a saved view is one of these with a name. */
export interface TableView {
  /** Columns in order; null = the kind's own choice. */
  columns: readonly string[] | null;
  sort: { column: string; down: boolean } | null;
  /** Looked for in every column. */
  text: string;
  /** By column, as typed. */
  filters: Readonly<Record<string, string>>;
  /** Show what was archived instead of what is current. */
  archived: boolean;
}

interface SavedView {
  id: string;
  name: string;
  kind: RegisterKind;
  view: TableView;
}

/** How the save of one record stands. Until it is acknowledged the draft stays. */
export type RecordSave = Saving<Conflict<RecordOf[RegisterKind]>>;

/** A record in hand: only what was touched is in `inputs`. */
export interface RecordDraft {
  kind: RegisterKind;
  id: string;
  /** The record as it was when editing began; null = a new one. */
  base: RecordOf[RegisterKind] | null;
  inputs: Inputs;
  save: RecordSave;
}

/** What the map is asked for on behalf of a draft; `road` = the stretch of road under the next click. */
export type DrawTool = 'point' | 'road' | 'line' | 'area' | 'change';
/** Those that are one click and not a drawing. */
export const isClick = (tool: DrawTool): tool is 'point' | 'road' =>
  tool === 'point' || tool === 'road';
export interface Drawing {
  kind: RegisterKind;
  id: string;
  tool: DrawTool;
  /** What stands on the map so far, not yet ended; WGS-84. */
  sketch?: Geometry;
}

/** What the panel beside the table does when it does not show one record. */
export type RegisterTask = 'record' | 'bulk' | 'duplicates';

export type ArchivedRecords =
  | { tag: 'none' }
  | { tag: 'loading'; kind: RegisterKind }
  | { tag: 'failed'; kind: RegisterKind }
  | {
      tag: 'loaded';
      kind: RegisterKind;
      rows: ReadonlyMap<string, RecordOf[RegisterKind]>;
      /** How many the register has; all are here when this screen was opened. */
      total: number;
      /** More are on their way, or did not come. */
      rest: 'none' | 'coming' | 'failed';
    };

/** What became of one record in a change of many. */
export type ManyResult = 'waiting' | 'done' | 'same' | 'changed-elsewhere' | SaveFailure;

/** A change of many, while it runs and until its results were read. */
export interface Many {
  kind: RegisterKind;
  change:
    | { tag: 'field'; column: string; input: Input }
    | { tag: 'archive' }
    | { tag: 'restore' }
    /** Takes an earlier change of many back, as far as the history says that it still stands. */
    | { tag: 'back'; to: ReadonlyMap<string, ReverseWrite> };
  results: ReadonlyMap<string, ManyResult>;
  /** What they were called when it began: what is archived leaves the tables. */
  names: ReadonlyMap<string, string>;
  running: boolean;
}

/** One's own earlier changes of many of a kind, as the history tells them. */
type BulkEdits =
  | { tag: 'none' }
  | { tag: 'loading' | 'failed'; kind: RegisterKind }
  | { tag: 'loaded'; kind: RegisterKind; rows: readonly BulkEdit[] };

interface RegisterState {
  kind: RegisterKind;
  views: Readonly<Record<RegisterKind, TableView>>;
  savedViews: readonly SavedView[];
  /** Rows chosen for a change of many, of the table that is open. */
  chosen: ReadonlySet<string>;
  drafts: ReadonlyMap<string, RecordDraft>;
  drawing: Drawing | null;
  task: RegisterTask;
  archived: ArchivedRecords;
  many: Many | null;
  bulkEdits: BulkEdits;
}

export const plainView: TableView = {
  columns: null,
  sort: null,
  text: '',
  filters: {},
  archived: false,
};

export const initialRegister: RegisterState = {
  kind: 'shelter',
  views: Object.fromEntries(REGISTER_KINDS.map((kind) => [kind, plainView])) as Record<
    RegisterKind,
    TableView
  >,
  savedViews: [],
  chosen: new Set(),
  drafts: new Map(),
  drawing: null,
  task: 'record',
  archived: { tag: 'none' },
  many: null,
  bulkEdits: { tag: 'none' },
};

export const useRegister = create<RegisterState>(() => initialRegister);

/** The draft of a record, or null when nothing of it was touched. */
export const useDraft = (id: string | null): RecordDraft | null =>
  useRegister((state) => (id === null ? null : (state.drafts.get(id) ?? null)));

/** Put a draft in hand, or let it go (null). */
export function setDraft(id: string, draft: RecordDraft | null): void {
  useRegister.setState((state) => {
    const drafts = new Map(state.drafts);
    if (draft === null) drafts.delete(id);
    else drafts.set(id, draft);
    return { drafts };
  });
}
