import type { RecordKind } from '../core/model/index.ts';
import type { Result, Written } from './results.ts';
import { readRow } from './rows.ts';
import { members } from './shaped.ts';

/** `{outcome: saved | conflict | gone, record}`, as every call that writes one record answers. */
export function readWritten<K extends RecordKind>(kind: K, result: Result<unknown>): Written<K> {
  if (result.tag !== 'ok') return result;
  const { outcome, record: row } = members(result.value);
  if (outcome === 'gone') return { tag: 'gone' };
  const record = readRow(kind, row);
  if (record === null) return { tag: 'malformed' };
  if (outcome === 'conflict') return { tag: 'conflict', theirs: record };
  return outcome === 'saved' ? { tag: 'ok', record } : { tag: 'malformed' };
}
