import { describe, expect, it } from 'vitest';
import { fieldChanges, goingBack } from '../../../src/core/history/index.ts';

const update = (
  version: number,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
) => ({
  version,
  before,
  after,
});

describe('an entry of a history', () => {
  it('says field by field what was and what became', () => {
    expect(
      fieldChanges({
        before: { capacity: 100, note: null },
        after: { capacity: 80, note: '改建' },
      }),
    ).toEqual([
      { column: 'capacity', from: 100, to: 80 },
      { column: 'note', from: null, to: '改建' },
    ]);
  });

  it('of a creation says what was stated, and nothing that was empty', () => {
    const after = {
      name: '一中',
      facilities: [],
      suitability: {},
      published: {},
      verified_by: 'someone',
    };
    expect(fieldChanges({ before: null, after })).toEqual([
      { column: 'name', from: null, to: '一中' },
    ]);
  });
});

describe('going back to a version', () => {
  const history = [
    update(4, { capacity: 80 }, { capacity: 90 }),
    update(
      3,
      { verified_at: null, dispute_reason: '已拆' },
      { verified_at: 'now', dispute_reason: null },
    ),
    update(2, { capacity: 100, note: null }, { capacity: 80, note: '改建' }),
    { version: 1, before: null, after: { name: '一中', capacity: 100 } },
  ];

  it('gives every field changed since its value of that time, beside the value now', () => {
    expect(goingBack(history, 1)).toEqual([
      { column: 'capacity', from: 90, to: 100 },
      { column: 'note', from: '改建', to: null },
    ]);
    expect(goingBack(history, 2)).toEqual([{ column: 'capacity', from: 90, to: 80 }]);
  });

  it('brings back nobody’s verification and no dispute', () => {
    expect(goingBack(history.slice(1), 2)).toEqual([]);
  });

  it('has nothing to do for the version that is there, or where everything came back by itself', () => {
    expect(goingBack(history, 4)).toEqual([]);
    const there = [
      update(3, { capacity: 2 }, { capacity: 1 }),
      update(2, { capacity: 1 }, { capacity: 2 }),
    ];
    expect(goingBack(there, 1)).toEqual([]);
  });
});
