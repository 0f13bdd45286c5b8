/** An item is asked for in people's words: parts, traditional characters, and words that no list bears. */
import { describe, expect, it } from 'vitest';
import { rankCandidates } from '../../../src/core/ranking/rank-candidates.ts';
import type { Answer } from '../../../src/core/ranking/types.ts';
import { depot, lot, question, tables } from './register.ts';

const register = tables({
  depot: [depot('a', { lng: 113.01 }), depot('b', { lng: 113.02 })],
  stock_lot: [
    lot('1', 'a', { item: '化纤袋', unit: '条', quantity: 500 }),
    lot('2', 'a', { item: '麻袋', unit: '条', quantity: 200 }),
    lot('3', 'a', { item: '挖土機', unit: '輛', quantity: 1 }),
    lot('4', 'b', { item: '冲锋舟', unit: '艘', quantity: 3 }),
    lot('5', 'b', { item: '帐篷', unit: '顶', quantity: 9 }),
  ],
});

const asked = (item: string, itemQuantity: number | null = null): Answer =>
  rankCandidates(question('depot', { item, itemQuantity }), register);
const ids = ({ ranked }: Answer): string[] => ranked.map(({ id }) => id);

describe('an item asked for', () => {
  it('is found by a part of its name, and the lots that were summed are named', () => {
    const answer = asked('袋');
    expect(ids(answer)).toEqual(['a']);
    expect(answer.ranked[0]?.facts).toContainEqual(
      expect.objectContaining({
        tag: 'stock',
        item: '袋',
        items: ['化纤袋', '麻袋'],
        quantity: 700,
        unit: '条',
      }),
    );
    expect(answer.leftOut.map(({ because }) => because.reason)).toEqual(['stock-short']);
    expect(answer.unheard).toBeNull();
  });

  it('is found in traditional characters and in full-width forms', () => {
    expect(ids(asked('挖土机'))).toEqual(['a']);
    expect(ids(asked('衝鋒舟'))).toEqual(['b']);
  });

  it('that no list bears leaves nobody out; what is alike is named', () => {
    for (const [word, alike] of [
      ['船', ['冲锋舟']],
      ['帐蓬', ['帐篷']],
      ['编织袋', ['化纤袋', '麻袋']],
      ['反坦克导弹', []],
    ] as const) {
      const answer = asked(word, 5);
      expect(ids(answer)).toEqual(['a', 'b']);
      expect(answer.leftOut).toEqual([]);
      expect(answer.ranked[0]?.unknowns).toContainEqual({ fact: 'stock', why: 'word-unheard' });
      expect([...(answer.unheard?.alike ?? [])].sort()).toEqual([...alike].sort());
      expect(answer.unheard?.item).toBe(word);
    }
  });

  it('that stands in an inventory text is no unheard word', () => {
    const text = tables({ depot: [depot('a', { inventoryText: '小船若干' })], stock_lot: [] });
    const answer = rankCandidates(question('depot', { item: '船' }), text);
    expect(answer.unheard).toBeNull();
    expect(answer.ranked[0]?.unknowns).toContainEqual({ fact: 'stock', why: 'only-in-text' });
  });

  it('without any list of stock at all is simply unknown', () => {
    const none = rankCandidates(
      question('depot', { item: '船' }),
      tables({ depot: [depot('a')], stock_lot: [] }),
    );
    expect(none.ranked[0]?.unknowns).toContainEqual({ fact: 'stock', why: 'never-recorded' });
    expect(none.unheard).toBeNull();
  });
});
