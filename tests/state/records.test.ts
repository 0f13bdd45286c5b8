import { beforeEach, describe, expect, it } from 'vitest';
import { readRow } from '../../src/backend/rows.ts';
import type { Team } from '../../src/core/model/index.ts';
import {
  clearRecords,
  emptyRecords,
  mergeRecords,
  replaceRecords,
  useRecords,
} from '../../src/state/records.ts';
import { teamRow } from '../backend/sample-rows.ts';

const team = (id: string, change: object = {}): Team => {
  const record = readRow('team', { ...teamRow(id), ...change });
  if (record === null) throw new Error('sample row cannot be read');
  return record;
};
const teams = () => [...useRecords.getState().tables.team.keys()];

describe('records', () => {
  beforeEach(() => useRecords.setState(emptyRecords));

  it('merges changes, and archived rows leave', () => {
    mergeRecords('team', [team('a'), team('b')]);
    mergeRecords('team', [team('b', { archived_at: '2026-11-22T00:00:00Z' }), team('c')]);
    expect(teams()).toEqual(['a', 'c']);
  });

  it('keeps the reference of what did not change', () => {
    mergeRecords('team', [team('a')]);
    const before = useRecords.getState().tables;
    mergeRecords('team', []);
    mergeRecords('depot', []);
    expect(useRecords.getState().tables).toBe(before);
  });

  it('does not go back to an older version that comes late', () => {
    mergeRecords('team', [team('a', { version: 3, name: 'new' })]);
    mergeRecords('team', [team('a', { version: 2, name: 'old' })]);
    expect(useRecords.getState().tables.team.get('a')?.name).toBe('new');
  });

  it('takes sums that moved without a new version', () => {
    const lot = {
      id: 'l',
      version: 1,
      district_code: '0',
      depot_id: 'd',
      item: '帐篷',
      unit: '顶',
      source: 's',
    };
    const row = (quantity: number) =>
      readRow('stock_lot', {
        ...teamRow('l'),
        ...lot,
        quantity,
        quantity_at: '2026-11-22T00:00:00Z',
      });
    for (const quantity of [5, 3]) {
      const record = row(quantity);
      if (record) mergeRecords('stock_lot', [record]);
    }
    expect(useRecords.getState().tables.stock_lot.get('l')?.quantity).toBe(3);
  });

  it('replaces everything at once', () => {
    mergeRecords('team', [team('a')]);
    replaceRecords({ team: [team('b'), team('c', { archived_at: '2026-11-22T00:00:00Z' })] });
    expect(teams()).toEqual(['b']);
    clearRecords();
    expect(teams()).toEqual([]);
  });
});
