/** Nobody who has no route disappears: the group, the note at its place, the copied list; and why the order is another. */
import { afterEach, describe, expect, it } from 'vitest';
import { rankCandidates } from '../../../src/core/ranking/rank-candidates.ts';
import type { ByRoad, Unreached } from '../../../src/core/ranking/roads.ts';
import { speak } from '../../../src/messages/index.ts';
import { answerText } from '../../../src/panels/answer/answer-text.ts';
import { itemCounts, rowViews } from '../../../src/panels/answer/row-view.ts';
import { slowedText } from '../../../src/panels/parts/ranking/slowed-text.ts';
import {
  notedAt,
  noteText,
  orderDiffersText,
  unreachableViews,
} from '../../../src/panels/answer/unreachable-view.ts';
import { unreachedText } from '../../../src/panels/answer/row-text.ts';
import { NOW, SETTINGS, question, setting, tables, team } from '../../core/ranking/register.ts';

afterEach(() => speak('zh-CN'));

const reached = (seconds: number): ByRoad => ({
  tag: 'reached',
  seconds,
  meters: seconds * 10,
  offRoad: 0,
});
const lost = (because: Unreached): ByRoad => ({ tag: 'unreached', because });
const NARROW: Unreached = {
  reason: 'too-large',
  road: '竹木街',
  limit: { what: 'width', value: 2.2 },
};

/** a to f, each a kilometre farther; a and c have no route, b takes long. */
const register = tables({
  district_setting: [
    ...SETTINGS,
    setting('0', 'mobilisation_default', 300),
    setting('0', 'rain_road_factor', 1.3),
    setting('0', 'night_begins', 72_000),
    setting('0', 'night_ends', 21_600),
    setting('0', 'night_road_factor', 1),
  ],
  team: [...'abcdef'].map((id, i) => team(id, { name: `${id}队`, lng: 113.01 + i * 0.01 })),
});
const times = new Map<string, ByRoad>([
  ['a', lost({ reason: 'closed', closures: ['x'] })],
  ['b', reached(6000)],
  ['c', lost(NARROW)],
  ['d', reached(60)],
  ['e', reached(120)],
  ['f', lost({ reason: 'no-road', end: 'candidate', limit: 500 })],
]);
const asking = question('team', {}, { rain: true });
const answer = rankCandidates(asking, register, { by: 'emergency-car', times });
const context = {
  tables: register,
  items: itemCounts(register.stock_lot),
  now: Date.parse(NOW),
  obstacles: { closure: () => '大桥塌方', passed: () => '', upTo: () => '' },
};
const rows = rowViews(answer, context);
const views = unreachableViews(answer, context);

describe('those without a route', () => {
  it('are told nearest first, each with its reason and a straight line that says so', () => {
    expect(
      views.map(({ name, because, distance, straightRank }) => [
        name,
        because,
        distance,
        straightRank,
      ]),
    ).toEqual([
      ['a队', '路断了：大桥塌方', '直线 970 米', 1],
      ['c队', '车辆过大：竹木街限宽 2.2 米', '直线 2.9 公里', 3],
      ['f队', '500 米内没有可走的道路', '直线 5.8 公里', 6],
    ]);
  });

  it('are told where they would stand, if that is among the first three', () => {
    const noted = notedAt(views, rows.length);
    expect([...noted].map(([at, list]) => [at, list.map(noteText)])).toEqual([
      [0, ['直线第 1 的a队：到不了，路断了：大桥塌方']],
      [2, ['直线第 3 的c队：到不了，车辆过大：竹木街限宽 2.2 米']],
    ]);
    // After the last row where the list is shorter than that.
    expect([...notedAt(views, 1).keys()]).toEqual([0, 1]);
  });

  it('stand in the copied list, with what slows the routes and who set it', () => {
    const document = {
      answer,
      rows,
      unreachable: views,
      routes: [],
      filters: asking.filters,
      dataAsOf: NOW,
    };
    const asked = {
      id: 'i',
      place: [113, 29] as const,
      title: '',
      class: 'natural' as const,
      kind: null,
      level: null,
      saved: null,
    };
    const about = { ...asked, occurredAt: NOW, note: '' };
    const text = answerText({ ...document, asked: about, zone: 'Asia/Shanghai', isDemo: false });
    expect(text).toContain('雨天路程时间 ×1.3（test）');
    const wet = { ...answer, ground: { inWater: true, unchecked: [] } };
    const ofWater = answerText({
      ...document,
      answer: wet,
      asked: about,
      zone: 'Asia/Shanghai',
      isDemo: false,
    });
    expect([text, ofWater].map((one) => one.includes('事发地位于水域内'))).toEqual([false, true]);
    expect(text).toContain('道路到不了的 3 个：\n- a队：路断了：大桥塌方（直线 970 米）\n- c队：');
  });

  it('speak English too', () => {
    speak('en');
    expect(noteText(unreachableViews(answer, context)[1]!)).toBe(
      'c队, no. 3 by straight line, cannot get there: vehicle too large: 竹木街 allows 2.2 m of width',
    );
  });
});

it('tells what bars a route, in both languages', () => {
  const because = { reason: 'barred', by: [{ by: 'motorway', road: '绕城高速' }] } as const;
  expect(unreachedText(because)).toBe('按地图只有高速公路（绕城高速）相通，到不了');
  speak('en');
  expect(unreachedText(because)).toBe(
    'no route: according to the map, only by a motorway (绕城高速)',
  );
});

describe('another order than the straight line', () => {
  it('is told of the nearest that has a route and is not the first', () => {
    const fromB = rankCandidates(asking, register, {
      by: 'emergency-car',
      times: new Map(times).set('a', reached(9000)),
    });
    const totals = rowViews(fromB, context).map(({ total }) => total);
    expect(orderDiffersText(fromB, totals)).toBe('与直线顺序不同：直线最近的a队排第 4（3.3 小时）');
  });

  it('is not told when it is the first, when it has no route, nor while the straight line ranks', () => {
    const first = rankCandidates(asking, register, {
      by: 'emergency-car',
      times: new Map(times).set('a', reached(1)),
    });
    expect(orderDiffersText(first, [])).toBeNull();
    expect(orderDiffersText(answer, [])).toBeNull();
    expect(orderDiffersText(rankCandidates(asking, register), [])).toBeNull();
  });
});

describe('night and rain', () => {
  it('are told with their factor and its source; a night that changes nothing is not', () => {
    const from = { source: '县局', clause: '第 3 条' };
    expect(slowedText([{ cause: 'night', factor: 1.25, ...from }])).toEqual([
      '夜间路程时间 ×1.25（县局、第 3 条）',
    ]);
    expect(slowedText([{ cause: 'night', factor: 1, ...from }])).toEqual([]);
    expect(slowedText([{ cause: 'rain', factor: 1, source: '默认', clause: null }])).toEqual([
      '雨天系数为 1，不改变路程时间（默认）',
    ]);
    expect(slowedText([{ cause: 'rain', factor: null, source: null, clause: null }])).toEqual([
      '雨天系数未设定，不改变路程时间',
    ]);
  });
});
