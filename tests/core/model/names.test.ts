/** What records are called, and the column that holds it. */
import { describe, expect, it } from 'vitest';
import { nameColumnOf, nameOf } from '../../../src/core/model/index.ts';
import type {
  BaseFeature,
  Closure,
  Incident,
  StockLot,
  Team,
} from '../../../src/core/model/index.ts';
import { columnOf, REGISTER_KINDS } from '../../../src/core/schema/index.ts';

describe('the name of a record', () => {
  it('is its name, or what stands for one in its kind', () => {
    expect(nameOf('team', { name: '城中分队' } as Team)).toBe('城中分队');
    expect(nameOf('incident', { title: '河堤漫溢' } as Incident)).toBe('河堤漫溢');
    expect(nameOf('closure', { reason: '塌方' } as Closure)).toBe('塌方');
    expect(nameOf('stock_lot', { item: '编织袋' } as StockLot)).toBe('编织袋');
  });

  it('is empty where nobody wrote one', () => {
    expect(nameOf('base_feature', { name: null } as BaseFeature)).toBe('');
    expect(nameOf('closure', { reason: '' } as Closure)).toBe('');
  });

  it('stands in a column that the kind has', () => {
    expect(REGISTER_KINDS.filter((kind) => columnOf(kind, nameColumnOf(kind)) === null)).toEqual(
      [],
    );
  });
});
