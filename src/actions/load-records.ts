import { backend } from '../backend/index.ts';
import type { Failure, RecordsPage, Result, SyncState } from '../backend/index.ts';
import { RECORD_KINDS } from '../core/model/index.ts';
import type { RecordKind, RecordOf } from '../core/model/index.ts';

export const PAGE_SIZE = 2000;

export type LoadedTables = { [K in RecordKind]?: RecordOf[K][] };

interface Loaded {
  tables: LoadedTables;
  unreadable: number;
}

/** What the map needs first comes first. */
const LOAD_ORDER: readonly RecordKind[] = [
  'district',
  'district_setting',
  'incident',
  'team',
  'depot',
  'shelter',
  'hazard',
  'closure',
  ...RECORD_KINDS,
];

async function loadKind<K extends RecordKind>(
  kind: K,
  since: string | null,
  onPage: (rows: number) => void,
): Promise<Result<{ rows: RecordOf[K][]; unreadable: number }>> {
  const rows: RecordOf[K][] = [];
  let unreadable = 0;
  let after: string | null = null;
  do {
    const page: Result<RecordsPage<K>> = await backend().recordsPage(kind, since, after, PAGE_SIZE);
    if (page.tag !== 'ok') return page;
    for (const row of page.value.rows) rows.push(row);
    unreadable += page.value.unreadable;
    after = page.value.next;
    onPage(page.value.rows.length + page.value.unreadable);
  } while (after !== null);
  return { tag: 'ok', value: { rows, unreadable } };
}

/**
 * Loads every kind of which something changed, page by page. `since` null loads everything. Rows that change while the
 * pages come are not missed: the cursor was taken before, so the next round brings them again.
 */
export async function loadRecords(
  state: SyncState,
  since: string | null,
  onProgress: (loaded: number, total: number) => void,
): Promise<{ tag: 'ok'; value: Loaded } | Failure> {
  const tables: LoadedTables = {};
  const kinds = [...new Set(LOAD_ORDER)].filter((kind) => (state.counts[kind] ?? 0) > 0);
  const total = kinds.reduce((sum, kind) => sum + (state.counts[kind] ?? 0), 0);
  let loaded = 0;
  let unreadable = 0;
  for (const kind of kinds) {
    const result = await loadKind(kind, since, (count) =>
      onProgress((loaded += count), Math.max(total, loaded)),
    );
    if (result.tag !== 'ok') return result;
    Object.assign(tables, { [kind]: result.value.rows });
    unreadable += result.value.unreadable;
  }
  return { tag: 'ok', value: { tables, unreadable } };
}
