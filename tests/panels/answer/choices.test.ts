import { describe, expect, it } from 'vitest';
import { capabilityChoices, itemChoices, unitsOf } from '../../../src/panels/answer/choices.ts';
import { nextRow } from '../../../src/ui/move-in-rows.ts';
import { lot, tables, team } from '../../core/ranking/register.ts';

describe('choices of the filters', () => {
  it('offer each word once, in its more common spelling', () => {
    const { team: teams } = tables({
      team: [
        team('1', { capabilities: ['潜水', 'ＡED'] }),
        team('2', { capabilities: ['潜水 ', 'AED'] }),
        team('3', { capabilities: ['AED', ''] }),
      ],
    });
    expect(capabilityChoices(teams)).toEqual(
      ['潜水', 'AED'].sort((a, b) => a.localeCompare(b, 'zh-Hans-CN')),
    );
  });

  it('offer items and the units they are counted in', () => {
    const { stock_lot } = tables({
      stock_lot: [
        lot('1', 'd'),
        lot('2', 'd', { unit: '箱' }),
        lot('3', 'd', { item: '帐篷', unit: '顶' }),
      ],
    });
    expect(itemChoices(stock_lot)).toHaveLength(2);
    expect(unitsOf(stock_lot, ' 救生衣').sort()).toEqual(['件', '箱'].sort());
    expect(unitsOf(stock_lot, '无')).toEqual([]);
  });
});

describe('arrow keys in a list', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 4, 4],
    ['ArrowDown', -1, 0],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, 0],
    ['Home', 3, 0],
    ['End', 1, 4],
    ['Enter', 1, null],
    ['a', 1, null],
  ])('%s from row %d', (key, at, next) => {
    expect(nextRow(key, at, 5)).toBe(next);
  });
  it('do nothing in an empty list', () => {
    expect(nextRow('ArrowDown', -1, 0)).toBeNull();
  });
});
