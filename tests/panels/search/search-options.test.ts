import { describe, expect, it } from 'vitest';
import { readCoordinates } from '../../../src/core/search/coordinates.ts';
import type { Datum } from '../../../src/core/crs/datum.ts';
import type { SearchHit, SearchResult } from '../../../src/core/search/search-index.ts';
import { searchGroups, searchNote } from '../../../src/panels/search/search-options.ts';
import type { SearchAsked } from '../../../src/panels/search/search-options.ts';

const hit = (given: Partial<SearchHit>): SearchHit => ({
  kind: 'team',
  id: 'a',
  name: '城中分队',
  place: [113, 29],
  address: null,
  way: 'name-start',
  mark: [0, 2],
  distance: null,
  ...given,
});
const result = (hits: readonly SearchHit[], given: Partial<SearchResult> = {}): SearchResult => ({
  hits,
  found: hits.length,
  complete: true,
  ...given,
});
const inGermany = ([lng, lat]: readonly [number, number]): boolean =>
  lng > 8 && lng < 9 && lat > 49 && lat < 50;
const asked = (
  query: string,
  found: SearchResult | null,
  datum: Datum = 'wgs84',
  isInside = () => true,
): SearchAsked => ({
  coordinates: readCoordinates(query, { datum, isInside }),
  result: found,
  missing: false,
  datum,
  isInside,
});

describe('what a search offers', () => {
  it('groups hits by kind, the best kind first, and says distance, address and missing places', () => {
    const groups = searchGroups(
      asked(
        '城',
        result([
          hit({ id: '1', kind: 'shelter', distance: 1234, address: '某路' }),
          hit({ id: '2', kind: 'team' }),
          hit({ id: '3', kind: 'shelter', place: null }),
        ]),
      ),
    );
    expect(groups.map(({ title, options }) => [title, options.length])).toEqual([
      ['应急避难场所', 2],
      ['救援队伍', 1],
    ]);
    expect(groups[0]?.options.map(({ detail }) => detail)).toEqual([
      '某路 · 距事件 1.2 公里（直线）',
      '没有位置',
    ]);
  });

  it('offers to mark or go to a coordinate, and the other datums', () => {
    const groups = searchGroups(asked('113.12, 29.37', result([])));
    expect(groups.flatMap(({ options }) => options.map(({ label }) => label))).toEqual([
      '在此标记事件',
      '转到此处',
      '按 GCJ-02（高德、腾讯） 理解',
      '按 BD-09（百度） 理解',
    ]);
    expect(groups[0]?.options[0]).toMatchObject({
      action: { tag: 'mark', place: [113.12, 29.37] },
    });
  });

  it('says the conversion when the datum was chosen, and offers the way back', () => {
    const groups = searchGroups(asked('113.12, 29.37', result([]), 'gcj02'));
    expect(groups[0]?.options[0]?.detail).toMatch(/^换算为 WGS-84：113\.11\d+, 29\.37\d+/);
    expect(groups[1]?.options.map(({ action }) => action)).toEqual([
      { tag: 'datum', datum: 'wgs84' },
      { tag: 'datum', datum: 'bd09' },
    ]);
  });

  it('offers no other datum when the text states one', () => {
    expect(searchGroups(asked('百度 113.12, 29.37', null))).toHaveLength(1);
  });

  it('asks which number is which, the likelier first', () => {
    const groups = searchGroups({
      coordinates: readCoordinates('49.41, 8.69', { isInside: inGermany }),
      result: null,
      missing: false,
      datum: 'wgs84',
      isInside: inGermany,
    });
    expect(groups[0]?.title).toBe('经度和纬度的先后不明，是哪一个？');
    const marks = groups[0]?.options.filter(({ action }) => action.tag === 'mark') ?? [];
    expect(marks.map(({ action }) => action.tag === 'mark' && action.place)).toEqual([
      [8.69, 49.41],
      [49.41, 8.69],
    ]);
    expect(marks.map(({ detail }) => detail.includes('不在已载入的辖区内'))).toEqual([false, true]);
  });
});

describe('the line under the list', () => {
  it('says that names cannot be searched while the dictionary does not come, and keeps coordinates', () => {
    expect(searchNote({ ...asked('城', null), missing: true }, '城')).toContain('服务器没有应答');
    expect(
      searchNote({ ...asked('113.12, 29.37', null), missing: true }, '113.12, 29.37'),
    ).toBeNull();
  });

  const note = (query: string, found: SearchResult | null): string | null =>
    searchNote(asked(query, found), query);
  it.each([
    ['', null, null],
    ['城', null, '正在整理名称……'],
    ['城', result([hit({})], { complete: false }), '名称还没有整理完，结果可能不全'],
    ['城', result([hit({})]), '找到 1 个'],
    ['城', result([hit({})], { found: 90 }), '找到 90 个，列出前 1 个'],
    ['113.12, 29.37', result([]), null],
  ] as const)('%j', (query, found, text) => {
    expect(note(query, found)).toBe(text);
  });

  it('helps where nothing is found, and says what is wrong with a coordinate', () => {
    expect(note('乱码', result([]))).toContain('没有找到“乱码”');
    expect(note('N95 E113', result([]))).toBe('纬度不能超过 90 度');
    // A code is no bad coordinate.
    expect(note('430611', result([hit({ kind: 'district' })]))).toBe('找到 1 个');
  });
});
