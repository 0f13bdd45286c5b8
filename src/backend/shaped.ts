/** Lists and rows that are no records of the register, read column by column like those. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { columnNameOf } from '../core/model/index.ts';
import { BAD } from './row-fields.ts';
import type { Field } from './row-fields.ts';
import { guarded } from './guarded.ts';
import type { RowShape } from './row-shapes.ts';
import type { Result } from './results.ts';

/** An object of any fields. */
export const object: Field<Readonly<Record<string, unknown>>> = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : BAD;

/** One row; null when a column holds what it cannot hold. */
export function readShaped<Row>(shape: RowShape<Row>, row: unknown): Row | null {
  if (typeof row !== 'object' || row === null) return null;
  const read: Record<string, unknown> = {};
  for (const [field, reader] of Object.entries(shape) as [string, Field<unknown>][]) {
    const value = reader((row as Record<string, unknown>)[columnNameOf(field)]);
    if (value === BAD) return null;
    read[field] = value;
  }
  return read as Row;
}

/** Every row of a list; rows that cannot be read make the whole answer malformed, because a gap would not be seen. */
export function readList<Row>(shape: RowShape<Row>, value: unknown): Result<Row[]> {
  if (!Array.isArray(value)) return { tag: 'malformed' };
  const rows: Row[] = [];
  for (const sent of value as unknown[]) {
    const row = readShaped(shape, sent);
    if (row === null) return { tag: 'malformed' };
    rows.push(row);
  }
  return { tag: 'ok', value: rows };
}

/** Calls a function of the database. */
export const call = (
  client: SupabaseClient,
  name: string,
  params: object,
): Promise<Result<unknown>> => guarded(client, (as) => as.rpc(name, params));

/** Calls a function that answers with a list. */
export async function callForList<Row>(
  client: SupabaseClient,
  name: string,
  params: object,
  shape: RowShape<Row>,
): Promise<Result<Row[]>> {
  const result = await call(client, name, params);
  return result.tag === 'ok' ? readList(shape, result.value) : result;
}

/** Calls a function whose answer does not matter. */
export async function callForNothing(
  client: SupabaseClient,
  name: string,
  params: object,
): Promise<Result<null>> {
  const result = await call(client, name, params);
  return result.tag === 'ok' ? { tag: 'ok', value: null } : result;
}

/** The members of an object answer; empty when it is none. */
export const members = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
