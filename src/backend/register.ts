/**
 * Records of the register out: create, edit, archive and restore by one call that states the version it was based on,
 * so that nobody's save is overwritten unseen.
 */
import type { SupabaseClient } from '@supabase/supabase-js';
import type { Geometry } from 'geojson';
import { toEwkt } from '../core/geo/ewkt.ts';
import type { RecordOf, RememberedKind } from '../core/model/index.ts';
import type { RegisterKind } from '../core/schema/index.ts';
import { guarded } from './guarded.ts';
import type { Result, Written } from './results.ts';
import { readRow } from './rows.ts';
import { readWritten } from './written.ts';

/** What is written: columns as the database names them; `geom` as GeoJSON or null. */
export type RecordColumns = Readonly<Record<string, unknown>>;

const sent = ({ geom, ...columns }: RecordColumns): Record<string, unknown> =>
  geom === undefined
    ? columns
    : { ...columns, geom: geom === null ? null : toEwkt(geom as Geometry) };

const ARCHIVED_PAGE = 1000;

/** What has come of the archived records of a kind so far, of how many. */
type ArchivedSoFar<K extends RegisterKind> = (rows: readonly RecordOf[K][], total: number) => void;

export interface RegisterCalls {
  /**
   * Creates (`version` null, under an id made by the console, so that a repeated call makes no second record) or changes
   * the stated columns. A conflict brings the record as it stands; the caller sees whether it says the same. `bulk` marks
   * the edits of one change of many, under an id made by the console.
   */
  saveRecord<K extends RememberedKind>(
    kind: K,
    id: string,
    version: number | null,
    columns: RecordColumns,
    bulk?: string | null,
  ): Promise<Written<K>>;
  /** All archived records of a kind, the last archived first; they come in pages, and `soFar` hears of every one. */
  archivedRecords<K extends RegisterKind>(
    kind: K,
    soFar?: ArchivedSoFar<K>,
  ): Promise<Result<RecordOf[K][]>>;
}

export const registerCalls = (client: SupabaseClient): RegisterCalls => ({
  async saveRecord(kind, id, version, columns, bulk = null) {
    const call = { p_kind: kind, p_id: id, p_version: version, p_change: sent(columns) };
    const result = await guarded(client, (as) =>
      bulk === null
        ? as.rpc('save_record', call)
        : as.rpc('save_in_bulk', { p_bulk: bulk, ...call }),
    );
    return readWritten(kind, result);
  },
  archivedRecords: (kind, soFar) => archivedRecords(client, kind, soFar),
});

interface SentPage {
  total: number;
  rows: unknown[];
}

function readPage(value: unknown): SentPage | null {
  const { total, rows } = (value ?? {}) as { total?: unknown; rows?: unknown };
  return typeof total === 'number' && Array.isArray(rows) ? { total, rows } : null;
}

async function archivedRecords<K extends RegisterKind>(
  client: SupabaseClient,
  kind: K,
  soFar: ArchivedSoFar<K> = () => undefined,
): Promise<Result<RecordOf[K][]>> {
  const all: RecordOf[K][] = [];
  let after: { p_before: string | null; p_before_id: string | null } = {
    p_before: null,
    p_before_id: null,
  };
  for (;;) {
    const call = { p_kind: kind, ...after, p_limit: ARCHIVED_PAGE };
    const result = await guarded(client, (as) => as.rpc('archived_page', call));
    if (result.tag !== 'ok') return result;
    const page = readPage(result.value);
    if (page === null) return { tag: 'malformed' };
    all.push(...page.rows.map((row) => readRow(kind, row)).filter((row) => row !== null));
    soFar(all, page.total);
    const { id, archived_at: at } = (page.rows.at(-1) ?? {}) as {
      id?: unknown;
      archived_at?: unknown;
    };
    if (page.rows.length < ARCHIVED_PAGE || typeof id !== 'string' || typeof at !== 'string')
      return { tag: 'ok', value: all };
    after = { p_before: at, p_before_id: id };
  }
}
