import { describe, expect, it } from 'vitest';
import { RECORD_KINDS } from '../../src/core/model/index.ts';
import { keyOfRow, readRow } from '../../src/backend/rows.ts';
import { teamRow } from './sample-rows.ts';

describe('rows', () => {
  it('reads a row and leaves out columns nobody named', () => {
    const team = readRow('team', {
      ...teamRow(),
      published: { phone: true },
      secret: '13800000000',
    });
    expect(team).toMatchObject({
      id: 't1',
      name: '城中分队',
      availability: 'unknown',
      people: 42,
      positionLng: null,
    });
    expect(JSON.stringify(team)).not.toContain('13800000000');
    expect(team).not.toHaveProperty('published');
  });

  it('keeps unknown unknown: null and absent are null, never 0', () => {
    const without = teamRow();
    delete without.people;
    expect(readRow('team', without)?.people).toBeNull();
    expect(readRow('team', { ...teamRow(), people: null })?.people).toBeNull();
  });

  it('keeps the words inside suitability and equipment as they are', () => {
    const team = readRow('team', {
      ...teamRow(),
      equipment: [{ item: '冲锋舟', quantity: 2, unit: '艘' }, { item: '绳' }],
    });
    expect(team?.equipment).toEqual([
      { item: '冲锋舟', quantity: 2, unit: '艘' },
      { item: '绳', quantity: null, unit: null },
    ]);
    const shelter = {
      ...teamRow(),
      kind: 'school',
      state: 'open',
      suitability: { debris_flow: 'no', nonsense: 'yes' },
    };
    expect(readRow('shelter', shelter)?.suitability).toEqual({ debris_flow: 'no' });
  });

  it.each([
    ['no id', { id: null }],
    ['a word where a number stands', { people: 'many' }],
    ['an availability nobody knows', { availability: 'maybe' }],
    ['a time that is none', { updated_at: 'yesterday' }],
    ['a geometry that is none', { geometry: { type: 'Blob' } }],
  ])('refuses a row with %s', (_, change) => {
    expect(readRow('team', { ...teamRow(), ...change })).toBeNull();
  });

  it('reads numeric as text, because the database may send it so', () => {
    expect(readRow('team', { ...teamRow(), people: '42' })?.people).toBe(42);
  });

  it('refuses what is not a row, for every kind', () => {
    for (const kind of RECORD_KINDS)
      for (const row of [null, 7, 'x', [], {}]) expect(readRow(kind, row)).toBeNull();
    expect(keyOfRow('district', { code: '4306' })).toBe('4306');
    expect(keyOfRow('team', { code: '4306' })).toBeNull();
  });
});
