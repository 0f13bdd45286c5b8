/** Reading the history of a record: what an entry changed, and what going back to a version would change now. */
import type { RecordChange } from '../model/index.ts';

interface FieldChange {
  column: string;
  /** null = unknown, or did not exist. */
  from: unknown;
  to: unknown;
}

/** Columns that are said by the entry's own words (confirmed, disputed …) or mean nothing to a person. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set([
  'verified_by',
  'verified_at',
  'disputed_by',
  'disputed_at',
  'archived_at',
  'published',
  'availability_by',
  'resource_id',
]);

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** What an entry changed, field by field; of a creation, what was stated. */
export function fieldChanges({
  before,
  after,
}: Pick<RecordChange, 'before' | 'after'>): FieldChange[] {
  return Object.keys(after)
    .filter((column) => !SAID_ELSEWHERE.has(column))
    .map((column) => ({ column, from: before?.[column] ?? null, to: after[column] ?? null }))
    .filter(({ from, to }) => !(isEmpty(from) && isEmpty(to)));
}

/** Nobody's verification and no step of a rectification comes back with an older version; nor does the archive. */
const NOT_RESTORED: ReadonlySet<string> = new Set([
  ...SAID_ELSEWHERE,
  'dispute_reason',
  'rectification_state',
]);

/**
 * What going back to a version would change now: every field changed since then, with its value of that time.
 * `newestFirst` is the record's history. Empty = nothing to go back to.
 */
export function goingBack(
  newestFirst: readonly Pick<RecordChange, 'version' | 'before' | 'after'>[],
  toVersion: number,
): FieldChange[] {
  const former = new Map<string, unknown>();
  const current = new Map<string, unknown>();
  for (const { version, before, after } of newestFirst) {
    if (version <= toVersion || before === null) continue;
    for (const column of Object.keys(before)) {
      former.set(column, before[column]);
      if (!current.has(column)) current.set(column, after[column]);
    }
  }
  return [...former]
    .filter(([column]) => !NOT_RESTORED.has(column))
    .map(([column, to]) => ({ column, from: current.get(column) ?? null, to: to ?? null }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}
