/** Imports from the console: staged in pieces, committed in one transaction, undone as a whole; mappings and views. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { IMPORT_STATES } from '../core/model/index.ts';
import type {
  BaseFeature,
  Columns,
  ImportBatch,
  ImportMapping,
  SavedView,
} from '../core/model/index.ts';
import { geometry, instant, maybe, number, oneOf, text } from './row-fields.ts';
import type { Field } from './row-fields.ts';
import type { Failure, Result } from './results.ts';
import type { RowShape } from './row-shapes.ts';
import {
  call,
  callForList,
  callForNothing,
  members,
  object,
  readList,
  readShaped,
} from './shaped.ts';

/** One write of an import, as the console worked it out. */
export interface StagedWrite {
  /** Order of writing: parents first. Staging the same number again replaces it. */
  seq: number;
  /** Line of the file. */
  row: number;
  kind: string;
  id: string;
  /** null = create; otherwise the version that was read. Movements are only created. */
  version: number | null;
  change: Columns;
}

interface RefusedWrite {
  seq: number;
  row: number;
  kind: string;
  id: string;
  /** version (changed meanwhile) | gone | taken (id or external id is there) | geometry | refused. */
  reason: 'version' | 'gone' | 'taken' | 'geometry' | 'refused';
  /** The constraint or column the database named, where it named one. */
  what: string | null;
}

/** Told after every portion: rows done of all. */
type OnPortion = (done: number, total: number) => void;

type Committed =
  | { tag: 'ok'; created: number; changed: number; refused: RefusedWrite[] }
  /** It cannot be seen, or was discarded or undone. */
  | { tag: 'gone' }
  | Failure;

interface KeptRecord {
  kind: string;
  id: string;
  name: string | null;
  /** changed (somebody edited it since) | movement (evidence stays) | in_use (a district that is not empty any more). */
  why: 'changed' | 'movement' | 'in_use';
}

/** What became of the records of one kind. */
interface UndoneKind {
  kind: string;
  archived: number;
  restored: number;
}

type Undone =
  | { tag: 'ok'; archived: number; restored: number; kinds: UndoneKind[]; kept: KeptRecord[] }
  | { tag: 'gone' }
  | Failure;

/** A base feature with what tells it from others. */
interface KnownBaseFeature extends Omit<BaseFeature, 'layer'> {
  layer: string;
  externalId: string | null;
  source: string;
  version: number;
}

export interface ImportCalls {
  /** Begins an import; the same call again begins no second one. For admins and planners of the district. */
  openImport(batch: {
    id: string;
    kind: string;
    districtCode: string;
    fileName: string;
    totals: Record<string, number>;
  }): Promise<Result<ImportBatch>>;
  /** At most 2,000 writes a call. */
  stageImport(batchId: string, writes: readonly StagedWrite[]): Promise<Result<null>>;
  /**
   * Writes everything, in portions between which other consoles get their turn. After a failure the same call goes on
   * where it stopped; nothing is written twice. Committing again (after a lost answer) brings the same result.
   */
  commitImport(batchId: string, onPortion?: OnPortion): Promise<Committed>;
  /**
   * Archives what the import created and gives back what it changed, where nobody changed it since; in portions. What
   * was written of half an import is taken back as well.
   */
  undoImport(batchId: string, onPortion?: OnPortion): Promise<Undone>;
  /** Throws a staged import away. */
  discardImport(batchId: string): Promise<Result<null>>;
  /** Newest first. */
  importBatches(limit?: number): Promise<Result<ImportBatch[]>>;
  /** Drawing data as a file of it is compared: archived too, in the order of the ids after `after`. */
  baseFeaturesPage(after: string | null): Promise<Result<KnownBaseFeature[]>>;
  /** Mappings of the caller's districts and of those above; null = of every kind. */
  importMappings(kind: string | null): Promise<Result<ImportMapping[]>>;
  /** Keeps it under this name, in place of an older one of the same name. */
  saveImportMapping(mapping: {
    districtCode: string;
    kind: string;
    name: string;
    columnsFingerprint: string | null;
    mapping: Record<string, unknown>;
  }): Promise<Result<null>>;
  dropImportMapping(id: string): Promise<Result<null>>;
  savedViews(kind: string | null): Promise<Result<SavedView[]>>;
  saveView(kind: string, name: string, view: Record<string, unknown>): Promise<Result<null>>;
  dropView(id: string): Promise<Result<null>>;
}

/** Drawing data is fetched in pages of this many. */
export const BASE_FEATURES = 1000;

const BATCH: RowShape<ImportBatch> = {
  id: text,
  districtCode: text,
  kind: text,
  fileName: text,
  state: oneOf(IMPORT_STATES),
  totals: object as Field<Readonly<Record<string, number>>>,
  created: maybe(number),
  changed: maybe(number),
  refused: maybe(number),
  done: maybe(number),
  total: maybe(number),
  staged: maybe(object as Field<Readonly<Record<string, { created: number; changed: number }>>>),
  createdBy: maybe(text),
  byName: maybe(text),
  createdAt: instant,
  committedAt: maybe(instant),
  undoneAt: maybe(instant),
  undoneByName: maybe(text),
};
const BASE_FEATURE: RowShape<KnownBaseFeature> = {
  id: text,
  districtCode: text,
  externalId: maybe(text),
  name: maybe(text),
  layer: text,
  class: text,
  source: text,
  version: number,
  archivedAt: maybe(instant),
  lng: maybe(number),
  lat: maybe(number),
  geometry: maybe(geometry),
};
const REFUSED: RowShape<RefusedWrite> = {
  seq: number,
  row: number,
  kind: text,
  id: text,
  reason: oneOf(['version', 'gone', 'taken', 'geometry', 'refused'] as const),
  what: maybe(text),
};
const KEPT: RowShape<KeptRecord> = {
  kind: text,
  id: text,
  name: maybe(text),
  why: oneOf(['changed', 'movement', 'in_use'] as const),
};
const kept = { version: number, updatedAt: instant };
const MAPPING: RowShape<ImportMapping> = {
  ...kept,
  id: text,
  districtCode: text,
  kind: text,
  name: text,
  columnsFingerprint: maybe(text),
  mapping: object,
};
const VIEW: RowShape<SavedView> = { ...kept, id: text, kind: text, name: text, view: object };

function readCommitted(result: Result<unknown>): Committed {
  if (result.tag !== 'ok') return result;
  const { state, created, changed, refused } = members(result.value);
  if (state !== 'committed') return { tag: 'gone' };
  const rows = readList(REFUSED, refused);
  if (rows.tag !== 'ok') return rows;
  return { tag: 'ok', created: Number(created), changed: Number(changed), refused: rows.value };
}

/** Calls until the answer is no longer that there is more to do. */
async function inPortions(
  client: SupabaseClient,
  name: string,
  batchId: string,
  onPortion: OnPortion,
): Promise<Result<unknown>> {
  for (;;) {
    const answer = await call(client, name, { p_batch: batchId });
    if (answer.tag !== 'ok') return answer;
    const { state, done, total } = members(answer.value);
    if (state !== 'writing' && state !== 'undoing') return answer;
    onPortion(Number(done), Number(total));
  }
}

const undoneKinds = (kinds: unknown): UndoneKind[] =>
  Object.entries(members(kinds)).map(([kind, counts]) => {
    const { archived, restored } = members(counts);
    return { kind, archived: Number(archived ?? 0), restored: Number(restored ?? 0) };
  });

function readUndone(result: Result<unknown>): Undone {
  if (result.tag !== 'ok') return result;
  const { state, archived, restored, kinds, kept: left } = members(result.value);
  if (state !== 'undone') return { tag: 'gone' };
  const rows = readList(KEPT, left);
  if (rows.tag !== 'ok') return rows;
  return {
    tag: 'ok',
    archived: Number(archived),
    restored: Number(restored),
    kinds: undoneKinds(kinds),
    kept: rows.value,
  };
}

export const importCalls = (client: SupabaseClient): ImportCalls => ({
  async openImport({ id, kind, districtCode, fileName, totals }) {
    const result = await call(client, 'import_open', {
      p_id: id,
      p_kind: kind,
      p_district: districtCode,
      p_file_name: fileName,
      p_totals: totals,
    });
    if (result.tag !== 'ok') return result;
    const batch = readShaped(BATCH, result.value);
    return batch === null ? { tag: 'malformed' } : { tag: 'ok', value: batch };
  },
  stageImport: (batchId, writes) =>
    callForNothing(client, 'import_stage', { p_batch: batchId, p_rows: writes }),
  commitImport: async (batchId, onPortion = () => undefined) =>
    readCommitted(await inPortions(client, 'import_write', batchId, onPortion)),
  undoImport: async (batchId, onPortion = () => undefined) =>
    readUndone(await inPortions(client, 'import_unwrite', batchId, onPortion)),
  discardImport: (batchId) => callForNothing(client, 'import_discard', { p_batch: batchId }),
  importBatches: (limit = 100) => callForList(client, 'import_batches', { p_limit: limit }, BATCH),
  baseFeaturesPage: (after) =>
    callForList(
      client,
      'base_features_page',
      { p_after: after, p_limit: BASE_FEATURES },
      BASE_FEATURE,
    ),
  importMappings: (kind) => callForList(client, 'import_mappings', { p_kind: kind }, MAPPING),
  saveImportMapping: ({ districtCode, kind, name, columnsFingerprint, mapping }) =>
    callForNothing(client, 'save_import_mapping', {
      p_district: districtCode,
      p_kind: kind,
      p_name: name,
      p_fingerprint: columnsFingerprint,
      p_mapping: mapping,
    }),
  dropImportMapping: (id) => callForNothing(client, 'drop_import_mapping', { p_id: id }),
  savedViews: (kind) => callForList(client, 'saved_views', { p_kind: kind }, VIEW),
  saveView: (kind, name, view) =>
    callForNothing(client, 'save_view', { p_kind: kind, p_name: name, p_view: view }),
  dropView: (id) => callForNothing(client, 'drop_view', { p_id: id }),
});
