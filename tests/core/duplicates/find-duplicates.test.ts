import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../../src/core/duplicates/find-duplicates.ts';
import type { Comparable } from '../../../src/core/duplicates/find-duplicates.ts';
import { greatCircle } from '../../../src/core/geo/distance.ts';

const limits = () => ({ within: 150, alike: 0.7 });
const at = (id: string, name: string, lng: number, lat: number): Comparable => ({
  id,
  name,
  place: [lng, lat],
});

describe('records that may be one', () => {
  it('are nearly the same name at nearly the same place', () => {
    const found = findDuplicates(
      [
        at('a', '城北小学操场', 110.9, 28),
        at('b', '城北小学 操场', 110.9005, 28),
        at('c', '城南中学', 110.9, 28),
      ],
      limits,
    );
    expect(found.map(({ a, b }) => [a, b])).toEqual([['a', 'b']]);
    expect(found[0]?.likeness).toBe(1);
    expect(found[0]?.distance).toBeCloseTo(greatCircle([110.9, 28], [110.9005, 28]), 6);
  });

  it('are not one when they are farther apart, or when a number tells them apart', () => {
    expect(
      findDuplicates([at('a', '村部', 110.9, 28), at('b', '村部', 110.903, 28)], limits),
    ).toEqual([]);
    expect(
      findDuplicates([at('a', '1号仓库', 110.9, 28), at('b', '2号仓库', 110.9, 28)], limits),
    ).toEqual([]);
  });

  it('may be one by name alone where one of them has no place', () => {
    const nowhere: Comparable = { id: 'n', name: '白鹤镇文化站', place: null };
    const found = findDuplicates(
      [nowhere, at('b', '白鹤镇文化站', 110.9, 28), at('c', '白鹤镇', 110.9, 28)],
      limits,
    );
    expect(found).toEqual([{ a: 'n', b: 'b', likeness: 1, distance: null }]);
  });

  it('says nothing where the district has set no thresholds', () => {
    expect(
      findDuplicates([at('a', '村部', 110.9, 28), at('b', '村部', 110.9, 28)], () => null),
    ).toEqual([]);
  });

  it('misses no pair that a plain comparison of all with all finds', () => {
    let state = 7;
    const next = () => (state = (state * 16807) % 2147483647) / 2147483647;
    const records = Array.from({ length: 600 }, (_, i) =>
      at(
        `r${String(i).padStart(3, '0')}`,
        `村${'甲乙丙丁'[i % 4] ?? ''}组`,
        110 + next() * 0.02,
        (i % 2 ? 28 : 70) + next() * 0.02,
      ),
    );
    const plain = records.flatMap((a, i) =>
      records
        .slice(i + 1)
        .filter(
          (b) => a.name === b.name && greatCircle(a.place ?? [0, 0], b.place ?? [0, 0]) <= 150,
        )
        .map((b) => `${a.id} ${b.id}`),
    );
    const found = findDuplicates(records, () => ({ within: 150, alike: 1 })).map(
      ({ a, b }) => `${a} ${b}`,
    );
    expect(found.sort()).toEqual(plain.sort());
    expect(plain.length).toBeGreaterThan(20);
  });
});
