/** Keys of rows that come back from a rejects file: they never overwrite a record that the first import made. */
import type { PlannedRecord } from '../types.ts';
import { changesOf } from './compare.ts';
import type { StoredRecord } from './compare.ts';

/**
 * A row alike in name, address and place takes the key of a stored record that says the same, otherwise the next free
 * number of its group.
 * @param stored records whose key begins with one of the groups, by key.
 */
export function rekeyReimported(
  records: readonly PlannedRecord[],
  stored: ReadonlyMap<string, StoredRecord>,
): PlannedRecord[] {
  const taken = new Set<string>();
  return records.map((record) => {
    if (record.keyGroup === null) return record;
    for (let number = 1; ; number++) {
      const externalId = `${record.keyGroup}#${number}`;
      if (taken.has(externalId)) continue;
      const there = stored.get(externalId);
      if (there !== undefined && changesOf(record, there) !== null) continue;
      taken.add(externalId);
      return { ...record, externalId };
    }
  });
}
