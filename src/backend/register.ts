/**
 * Records of the register out: create, edit, archive and restore by one call that states the version it was based on,
 * so that nobody's save is overwritten unseen.
 */
import type { SupabaseClient } from '@supabase/supabase-js';
import type { Geometry } from 'geojson';
import { toEwkt } from '../core/geo/ewkt.ts';
import type { RecordOf } from '../core/model/index.ts';
import type { RegisterKind } from '../core/schema/index.ts';
import { guarded } from './guarded.ts';
import type { RecordSaveResult, Result } from './results.ts';
import { readRow } from './rows.ts';

/** What is written: columns as the database names them; `geom` as GeoJSON or null. */
export type RecordColumns = Readonly<Record<string, unknown>>;

const sent = ({ geom, ...columns }: RecordColumns): Record<string, unknown> =>
  geom === undefined ? columns : { ...columns, geom: geom === null ? null : toEwkt(geom as Geometry) };

/**
 * Creates (`version` null, under an id made by the console, so that a repeated call makes no second record) or changes
 * the stated columns. A conflict brings the record as it stands; the caller sees whether it says the same.
 */
export async function saveRecord<K extends RegisterKind>(
  client: SupabaseClient,
  kind: K,
  id: string,
  version: number | null,
  columns: RecordColumns,
): Promise<RecordSaveResult<K>> {
  const call = { p_kind: kind, p_id: id, p_version: version, p_change: sent(columns) };
  const result = await guarded(client, (as) => as.rpc('save_record', call));
  if (result.tag !== 'ok') return result;
  const { outcome, record: row } = (result.value ?? {}) as { outcome?: unknown; record?: unknown };
  if (outcome === 'gone') return { tag: 'gone' };
  const record = readRow(kind, row);
  if (record === null) return { tag: 'malformed' };
  if (outcome === 'conflict') return { tag: 'conflict', theirs: record };
  return outcome === 'saved' ? { tag: 'ok', record } : { tag: 'malformed' };
}

const ARCHIVED_LIMIT = 1000;

/** The archived records of a kind, the last archived first, a thousand at most; lines and areas by a point on them. */
export async function archivedRecords<K extends RegisterKind>(
  client: SupabaseClient,
  kind: K,
): Promise<Result<RecordOf[K][]>> {
  const result = await guarded(client, (as) =>
    as
      .from(kind)
      .select('*')
      .not('archived_at', 'is', null)
      .order('archived_at', { ascending: false })
      .limit(ARCHIVED_LIMIT),
  );
  if (result.tag !== 'ok') return result;
  if (!Array.isArray(result.value)) return { tag: 'malformed' };
  const rows: unknown[] = result.value;
  return { tag: 'ok', value: rows.map((row) => readRow(kind, row)).filter((row) => row !== null) };
}
