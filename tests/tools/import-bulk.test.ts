/** A statement that writes fewer rows than it was given is never taken for success. */
import { describe, expect, it } from 'vitest';
import { insertRows, jsonChunks, updateRows } from '../../supabase/tools/importing/bulk.ts';
import type { Queryable } from '../../supabase/local/queryable.ts';

const answering = (rows: object[]): Queryable => ({
  query: <T extends object>() => Promise.resolve(rows as T[]),
});

describe('bulk writing', () => {
  it('throws when the database answers without rows, or with too few', async () => {
    await expect(insertRows(answering([]), 'shelter', [{ name: 'a' }])).rejects.toThrow('0 of 1');
    await expect(
      insertRows(answering([{ rows: 1 }]), 'shelter', [{ name: 'a' }, { name: 'b' }]),
    ).rejects.toThrow('1 of 2');
    await expect(
      updateRows(answering([]), 'shelter', 'id', [{ id: 'a', name: 'b' }]),
    ).rejects.toThrow('0 of 1');
    await expect(
      insertRows(answering([{ rows: 1 }]), 'shelter', [{ name: 'a' }]),
    ).resolves.toBeUndefined();
  });

  it('cuts rows into chunks that lose none', () => {
    const rows = Array.from({ length: 4501 }, (_, i) => ({
      i,
      text: i === 7 ? 'x'.repeat(5_000_000) : '',
    }));
    const chunks = [...jsonChunks(rows)];
    expect(chunks.reduce((sum, { count }) => sum + count, 0)).toBe(4501);
    expect(
      chunks.flatMap(({ json }) => (JSON.parse(json) as { i: number }[]).map(({ i }) => i)),
    ).toEqual(rows.map(({ i }) => i));
  });
});
