/** Records as the server last said them. Replaced, never mutated: same data, same reference. */
import { create } from 'zustand';
import { RECORD_KINDS } from '../core/model/index.ts';
import type { Instant, RecordKind, RecordOf } from '../core/model/index.ts';

export type RecordMap<K extends RecordKind> = ReadonlyMap<string, RecordOf[K]>;
export type RecordTables = { readonly [K in RecordKind]: RecordMap<K> };

export type SyncStatus =
  | { tag: 'idle' }
  | { tag: 'loading'; loaded: number; total: number | null }
  | { tag: 'live' }
  /** The server did not answer, or said why it cannot; what is shown dates from `lastSyncAt`. */
  | { tag: 'offline'; since: Instant; why?: 'busy' | 'disk-full' };

export interface RecordsState {
  tables: RecordTables;
  status: SyncStatus;
  /** Server time of the last answer; what the screen shows is as of then. */
  lastSyncAt: Instant | null;
  /** Server clock minus this machine's clock, in milliseconds; ages are measured with it. */
  clockOffsetMs: number;
  /** Rows the server sent that this console cannot read; said, because a record not shown may be the nearest one. */
  unreadable: number;
  /** When the server last refused something because its disk is full (this machine's clock, ms); null = never. */
  diskFullAt: number | null;
}

const emptyTables = Object.fromEntries(
  RECORD_KINDS.map((kind) => [kind, new Map()]),
) as unknown as RecordTables;

export const emptyRecords: RecordsState = {
  tables: emptyTables,
  status: { tag: 'idle' },
  lastSyncAt: null,
  clockOffsetMs: 0,
  unreadable: 0,
  diskFullAt: null,
};

export const useRecords = create<RecordsState>(() => emptyRecords);

/** All records of one kind, by key; the same map as long as nothing in it changed. */
export const useRecordMap = <K extends RecordKind>(kind: K): RecordMap<K> =>
  useRecords((state) => state.tables[kind]);

/** One record, or null when it is not loaded (or no longer exists). */
export const useRecord = <K extends RecordKind>(kind: K, id: string | null): RecordOf[K] | null =>
  useRecords((state) => (id === null ? null : (state.tables[kind].get(id) ?? null)));

/** Key of a record in its table: districts are known by code, everything else by id. */
export const keyOf = <K extends RecordKind>(kind: K, record: RecordOf[K]): string =>
  kind === 'district' ? (record as RecordOf['district']).code : (record as { id: string }).id;

/** Versions only grow: a row read before a save was acknowledged shall not undo it on the screen. */
const isOlder = (row: object, held: object | undefined): boolean =>
  held !== undefined &&
  'version' in row &&
  'version' in held &&
  Number(row.version) < Number(held.version);

/** Merge changed rows into one table; archived rows leave it, and a row never goes back to an older version. */
export function mergeRecords<K extends RecordKind>(kind: K, rows: readonly RecordOf[K][]): void {
  if (rows.length === 0) return;
  useRecords.setState((state) => {
    const next = new Map<string, RecordOf[K]>(state.tables[kind]);
    for (const row of rows) {
      if (isOlder(row, next.get(keyOf(kind, row)))) continue;
      const archived = 'archivedAt' in row && row.archivedAt !== null;
      if (archived) next.delete(keyOf(kind, row));
      else next.set(keyOf(kind, row), row);
    }
    return { tables: { ...state.tables, [kind]: next } };
  });
}

/** Let records go that are no longer to be seen here. */
export function dropRecords(kind: RecordKind, keys: readonly string[]): void {
  useRecords.setState((state) => {
    if (!keys.some((key) => state.tables[kind].has(key))) return state;
    const next = new Map<string, unknown>(state.tables[kind]);
    for (const key of keys) next.delete(key);
    return { tables: { ...state.tables, [kind]: next } };
  });
}

/** Put freshly loaded tables in the place of everything held, at once. */
export function replaceRecords(loaded: {
  readonly [K in RecordKind]?: readonly RecordOf[K][];
}): void {
  const tables = Object.fromEntries(
    RECORD_KINDS.map((kind) => {
      const rows = (loaded[kind] ?? []) as readonly RecordOf[typeof kind][];
      const kept = rows.filter((row) => !('archivedAt' in row && row.archivedAt !== null));
      return [kind, new Map(kept.map((row) => [keyOf(kind, row), row]))];
    }),
  ) as unknown as RecordTables;
  useRecords.setState({ tables });
}

/** Forget everything that was loaded (sign-out, another account). */
export function clearRecords(): void {
  useRecords.setState({ ...emptyRecords, clockOffsetMs: useRecords.getState().clockOffsetMs });
}
