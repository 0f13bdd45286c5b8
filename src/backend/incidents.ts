/** Incidents out: insert and update with the version that was read, so that nobody's save is overwritten unseen. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { toEwkt } from '../core/geo/ewkt.ts';
import { columnNameOf } from '../core/model/index.ts';
import type { Incident, IncidentState } from '../core/model/index.ts';
import type { IncidentContent } from './backend.ts';
import { guarded } from './guarded.ts';
import type { Result, SaveResult } from './results.ts';
import { readRow } from './rows.ts';
import { ROW_SHAPES } from './row-shapes.ts';

const UNIQUE_VIOLATION = '23505';

/** Named one by one: `geom` is drawn data the console does not read back, and only these are granted to everyone. */
const COLUMNS = Object.keys(ROW_SHAPES.incident)
  .filter((field) => field !== 'geometry')
  .map(columnNameOf)
  .join(',');

const columnsOf = (content: IncidentContent) => ({
  district_code: content.districtCode,
  title: content.title,
  class: content.class,
  kind: content.kind,
  level: content.level,
  occurred_at: content.occurredAt,
  note: content.note,
  source: content.source,
  geom: toEwkt({ type: 'Point', coordinates: [...content.place] }),
});

/** The first row as an incident, null when there is no row. */
function firstIncident(result: Result<unknown>): Result<Incident | null> {
  if (result.tag !== 'ok') return result;
  if (!Array.isArray(result.value)) return { tag: 'malformed' };
  const row: unknown = result.value[0];
  if (row === undefined) return { tag: 'ok', value: null };
  const incident = readRow('incident', row);
  return incident === null ? { tag: 'malformed' } : { tag: 'ok', value: incident };
}

const incidentById = async (client: SupabaseClient, id: string): Promise<Result<Incident | null>> =>
  firstIncident(await guarded(client, (as) => as.from('incident').select(COLUMNS).eq('id', id)));

async function whatIsThere(client: SupabaseClient, id: string): Promise<SaveResult> {
  const there = await incidentById(client, id);
  if (there.tag !== 'ok') return there;
  return there.value === null ? { tag: 'gone' } : { tag: 'conflict', theirs: there.value };
}

/**
 * Inserts under an id made by the console. When the id is there already, the answer of an earlier try was lost: the
 * stored row comes back as a conflict, and the caller sees whether it says the same.
 */
export async function insertIncident(
  client: SupabaseClient,
  id: string,
  content: IncidentContent,
): Promise<SaveResult> {
  const result = firstIncident(
    await guarded(client, (as) =>
      as
        .from('incident')
        .insert({ id, ...columnsOf(content) })
        .select(COLUMNS),
    ),
  );
  if (result.tag === 'refused' && result.code === UNIQUE_VIOLATION) return whatIsThere(client, id);
  if (result.tag !== 'ok') return result;
  return result.value === null ? { tag: 'malformed' } : { tag: 'ok', incident: result.value };
}

async function update(
  client: SupabaseClient,
  id: string,
  version: number,
  change: object,
): Promise<SaveResult> {
  const result = firstIncident(
    await guarded(client, (as) =>
      as.from('incident').update(change).eq('id', id).eq('version', version).select(COLUMNS),
    ),
  );
  if (result.tag !== 'ok') return result;
  // No row took the update: someone saved in between, or it can no longer be seen.
  return result.value === null ? whatIsThere(client, id) : { tag: 'ok', incident: result.value };
}

export const updateIncident = (
  client: SupabaseClient,
  id: string,
  version: number,
  content: IncidentContent,
): Promise<SaveResult> => update(client, id, version, columnsOf(content));

/** Close or reopen; the database dates the closing by its own clock. */
export const setIncidentState = (
  client: SupabaseClient,
  id: string,
  version: number,
  state: IncidentState,
): Promise<SaveResult> => update(client, id, version, { state });
