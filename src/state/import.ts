/** A file on its way into the register, as far as the page knows it; the file itself is with the worker. */
import { create } from 'zustand';
import type { StoredKind } from '../core/import/difference/tables.ts';
import type { RejectsFile } from '../core/import/session/rejects-of.ts';
import type {
  Difference,
  DifferenceGroup,
  ImportSettings,
  RefusedRow,
  Totals,
  Understood,
} from '../core/import/session/types.ts';
import type { Progress } from '../core/import/types.ts';
import type { KeptJoin } from '../core/import/join/kept-join.ts';
import type { Params } from '../core/files/source-row.ts';
import type { FailureCode } from '../core/files/failure.ts';
import type { ImportBatch, ImportMapping, Instant } from '../core/model/index.ts';
import type { SaveFailure } from './saving.ts';

/** Why an import cannot go on. */
export type ImportTrouble =
  | { tag: 'server'; reason: SaveFailure; code: string | null }
  /** The worker broke down; what was decided has to be done again. */
  | { tag: 'worker'; message: string };

export interface ImportResult {
  batchId: string;
  at: Instant;
  byName: string;
  /** Rows written to the register: records and what belongs to them. */
  created: number;
  changed: number;
  /** Writes the register did not take. */
  refused: number;
  /** The first of them, by line of the file. */
  refusedRows: readonly RefusedRow[];
}

/** How far sending or writing was, in rows. */
interface SendingAt {
  step: 'stage' | 'commit';
  done: number;
  total: number;
}

/** How far it is. */
export type ImportStage =
  | { tag: 'choose' }
  | { tag: 'reading'; progress: Progress | null }
  /** The file as a whole cannot be read as it was asked to. */
  | { tag: 'unreadable'; code: FailureCode; params: Params }
  | { tag: 'understood' }
  | { tag: 'comparing'; progress: Progress | null }
  | { tag: 'difference' }
  /** Rows are being staged, and written when all are there. */
  | ({ tag: 'sending' } & SendingAt)
  /** Nothing is lost: what was staged or written stays, and it can go on. */
  | { tag: 'stopped'; trouble: ImportTrouble; at: SendingAt; batchId: string }
  /** An import of an earlier visit, or of somebody else, that was never finished. */
  | { tag: 'waiting'; batch: ImportBatch }
  | { tag: 'done'; result: ImportResult }
  | { tag: 'broken'; trouble: ImportTrouble };

/** A record that taking an import back left as it is. */
interface KeptRecord {
  kind: string;
  id: string;
  name: string | null;
  why: 'changed' | 'movement' | 'in_use';
}

/** An import that was taken back, and what could not be. */
interface UndoResult {
  archived: number;
  restored: number;
  kinds: readonly { kind: string; archived: number; restored: number }[];
  kept: readonly KeptRecord[];
}

export type UndoState =
  | { tag: 'none' }
  | { tag: 'undoing'; batchId: string; done: number; total: number }
  | { tag: 'undone'; batchId: string; result: UndoResult }
  | { tag: 'failed'; batchId: string; reason: SaveFailure };

/** The imports the register remembers, newest first. */
type PastImports =
  | { tag: 'none' }
  | { tag: 'loading' }
  | { tag: 'failed'; reason: SaveFailure }
  | { tag: 'loaded'; rows: readonly ImportBatch[] };

interface ImportFileInfo {
  name: string;
  size: number;
  /** Files that came with it and belong to it. */
  companions: readonly string[];
  /** Files that came with it and do not belong to it; the columns of one can be joined. */
  others: readonly string[];
}

/** What became of one of several files given together. */
export interface FileOutcome {
  file: string;
  how: 'written' | 'unchanged' | 'skipped' | 'joined';
  /** The file whose import took its columns. */
  to: string | null;
  kind: StoredKind | null;
  /** Where its rows went; null where it was not compared. */
  totals: Totals | null;
  /** The rows that were not taken, to be saved. */
  rejects: RejectsFile | null;
}

export interface ImportState {
  /** Whether the import stands on the screen. */
  open: boolean;
  /** Whether the list of past imports is shown instead of the file in hand. */
  list: boolean;
  stage: ImportStage;
  file: ImportFileInfo | null;
  /** What the next file is about, said before it was chosen; null = guess. */
  presetKind: StoredKind | null;
  settings: ImportSettings;
  /** A kept reading joins a table that is not there; `refused` was given for it and is another one. */
  awaited: { join: KeptJoin; refused: string | null } | null;
  understood: Understood | null;
  /** Settings changed since the file was read: what is shown is being read anew. */
  rereading: boolean;
  difference: Difference | null;
  group: DifferenceGroup;
  /** Grows whenever lines of the difference may have changed, so that those shown are fetched anew. */
  revision: number;
  /** Names of the files given together that still wait, and what became of those before. */
  queue: readonly string[];
  outcomes: readonly FileOutcome[];
  undo: UndoState;
  past: PastImports;
  mappings: readonly ImportMapping[];
}

export const plainSettings = (district: string): ImportSettings => ({
  kind: null,
  district,
  layer: null,
  encoding: null,
  crs: null,
  header: null,
  columns: {},
  set: {},
  source: null,
  join: null,
});

export const initialImport: ImportState = {
  open: false,
  list: false,
  stage: { tag: 'choose' },
  file: null,
  presetKind: null,
  settings: plainSettings(''),
  awaited: null,
  understood: null,
  rereading: false,
  difference: null,
  group: 'new',
  revision: 0,
  queue: [],
  outcomes: [],
  undo: { tag: 'none' },
  past: { tag: 'none' },
  mappings: [],
};

export const useImport = create<ImportState>(() => initialImport);
