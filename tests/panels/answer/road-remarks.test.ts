/** What a row of the answer says of the road it was reckoned by. */
import { afterEach, describe, expect, it } from 'vitest';
import { rankCandidates } from '../../../src/core/ranking/rank-candidates.ts';
import type { ByRoad, RoadRemark } from '../../../src/core/ranking/roads.ts';
import type { Term } from '../../../src/core/ranking/types.ts';
import { speak } from '../../../src/messages/index.ts';
import { rowViews } from '../../../src/panels/answer/row-view.ts';
import { groundTexts, sumText, totalText } from '../../../src/panels/answer/row-text.ts';
import { NOW, question, tables, team } from '../../core/ranking/register.ts';

const now = Date.parse(NOW);
afterEach(() => speak('zh-CN'));

describe('a candidate that comes through water on the road', () => {
  it('is told with it, in both languages', () => {
    const all = tables({ team: [team('a'), team('b', { lng: 113.01 })] });
    const reached = { tag: 'reached', seconds: 60, meters: 900, offRoad: 0 } as const;
    const times = new Map<string, ByRoad>([
      ['a', { ...reached, remarks: [{ tag: 'ford' }, { tag: 'flood-prone' }] }],
      ['b', { ...reached, seconds: 90 }],
    ]);
    const answer = rankCandidates(question('team'), all, { by: 'emergency-car', times });
    const remarks = (): string[][] =>
      rowViews(answer, { tables: all, items: new Map(), now }).map(({ facts }) =>
        facts.map(({ text }) => text),
      );
    const ofWater = (pattern: RegExp): string[][] =>
      remarks().map((texts) => texts.filter((text) => pattern.test(text)));
    expect(ofWater(/涉水|易淹/)).toEqual([
      ['途经过水路段（涉水），能否通过须核实', '途经易淹路段，能否通过须核实'],
      [],
    ]);
    speak('en');
    expect(ofWater(/ford|flood/)).toEqual([
      [
        'the route goes through a ford: verify that it is passable',
        'the route uses a road that is prone to flooding: verify that it is passable',
      ],
      [],
    ]);
  });
});

describe('a walk across something', () => {
  const all = tables({ team: [team('a')] });
  const across: RoadRemark[] = [
    { tag: 'across', at: 'incident', what: ['water', 'railway'], meters: 60 },
    { tag: 'across', at: 'candidate', what: ['wall'], meters: 20 },
    { tag: 'passed-over', at: 'incident', what: ['tunnel', 'cliff'] },
    {
      tag: 'barred',
      by: [
        { by: 'barrier', road: '门前路' },
        { by: 'one-way', road: null },
      ],
    },
  ];
  const times = new Map<string, ByRoad>([
    ['a', { tag: 'reached', seconds: 60, meters: 900, offRoad: 60, remarks: across }],
  ]);
  const answer = rankCandidates(question('team'), all, {
    by: 'emergency-car',
    times,
    ground: { inWater: true, unchecked: ['railway', 'wall'] },
  });
  const remarksText = (): string =>
    [
      ...groundTexts(answer),
      ...rowViews(answer, { tables: all, items: new Map(), now })[0]!.facts.map((f) => f.text),
    ].join('\n');

  it('is told in the row, and what is known of the ground above all rows', () => {
    const zh = remarksText();
    expect(zh).toContain('事发地位于水域内');
    expect(zh).toContain('路网数据里没有铁路、围墙，步行段未对照是否隔着这些');
    expect(zh).toContain('事发地与路之间直线 60 米，途中有水域、铁路，能否步行到达待核实');
    expect(zh).toContain('其位置与路之间直线 20 米，途中有围墙或围栏，待核实');
    expect(zh).toContain('离事发地最近的路不用：隔着或本身是隧道、陡崖，按旁边的另一条路算');
    expect(zh).toContain('按地图只有闸门、隔离桩等路障（门前路）、逆行单行道相通');
    speak('en');
    const en = remarksText();
    expect(en).toContain(
      'connected only by a gate, bollard or other barrier (门前路), a one-way street the wrong way',
    );
    expect(en).toContain('The incident is in water');
    expect(en).toContain('The road data has no railways, walls');
    expect(en).toContain(
      '60 m in a straight line between the incident and the road, across water, a railway: verify',
    );
    expect(en).toContain('because it is, or lies beyond, a tunnel, a cliff');
  });
});

describe('a candidate whose nearest road leads nowhere', () => {
  it('is told with the other road it was reckoned by, to be verified', () => {
    const all = tables({ team: [team('a'), team('b', { lng: 113.01 })] });
    const reached = { tag: 'reached', seconds: 60, meters: 900, offRoad: 0 } as const;
    const times = new Map<string, ByRoad>([
      ['a', { ...reached, otherRoad: 20 }],
      ['b', reached],
    ]);
    const answer = rankCandidates(question('team'), all, { by: 'emergency-car', times });
    const [first, second] = rowViews(answer, { tables: all, items: new Map(), now });
    const expected = { tone: 'waiting', text: '最近的路走不通，按再远 20 米的另一条路算，须核实' };
    expect(first?.facts).toContainEqual(expected);
    expect(second?.facts).not.toContainEqual(expected);
  });
});

describe('a route that ends at the edge of an area', () => {
  const road: Term = { tag: 'road', by: 'emergency-car', seconds: 240, meters: 1800, factor: 1 };
  const terms: Term[] = [road, { tag: 'closed-road', meters: 380 }];

  it('is told with the closed road beyond, and its time is said to be up to there', () => {
    expect(totalText({ score: 240, terms })).toBe('到边缘 4 分钟');
    expect(sumText(terms)).toBe('道路 4 分钟（1.8 公里） + 封闭路段 380 米（不计时间）');
    speak('en');
    expect(totalText({ score: 240, terms })).toBe('4 min to the edge');
    expect(sumText(terms)).toBe('road 4 min (1.8 km) + closed road 380 m (time not counted)');
  });
});
