import { afterEach, describe, expect, it } from 'vitest';
import { tallyTimes } from '../../../src/core/arrival/uncovered.ts';
import { speak } from '../../../src/messages/index.ts';
import { bandRows, groundLines, lateText } from '../../../src/panels/legend/time-map-view.ts';
import type { TimeMap } from '../../../src/state/time-map.ts';

afterEach(() => speak('zh-CN'));

const nothing = { type: 'MultiPolygon' as const, coordinates: [] };
const limits = [300, 600, 1200, 1800];
const map: TimeMap = {
  asOf: '2026-11-22T04:00:00Z',
  limits,
  bands: limits.map(() => nothing),
  beyond: nothing,
  teams: {
    counted: 27,
    assumed: 2,
    unknown: 3,
    withoutRoad: 1,
    without: { unavailable: 4, noPlace: 1 },
  },
  slowed: [{ cause: 'rain', factor: 1.2, source: '县局', clause: null }],
  settlements: tallyTimes(
    [100, 500, 700, 1500, Infinity, NaN, 1700],
    [65_622, null, 1200, 300, 10, 8, null],
    limits,
  ),
  source: 'OpenStreetMap 2026-11',
};

describe('the bands in words', () => {
  it('say from when to when, and how many live there: at least so many where some are unrecorded', () => {
    expect(bandRows(map).map(({ label, tally }) => `${label}：${tally}`)).toEqual([
      '5 分钟内：1 处 · 65,622 人',
      '5–10 分钟：1 处',
      '10–20 分钟：1 处 · 1,200 人',
      '20–30 分钟：2 处 · 至少 300 人',
      '超过 30 分钟或到不了：1 处 · 10 人',
    ]);
  });

  it('say how many are not reached within twenty minutes, or that all are', () => {
    expect(lateText(map)).toBe('超过 20 分钟：3 处 · 至少 310 人');
    const near = { ...map, settlements: tallyTimes([100, NaN], [5, 6], limits) };
    expect(lateText(near)).toBe('有道路的居民点都在 20 分钟内');
    // Other limits: the last one is told.
    const other = {
      ...map,
      limits: [300, 900],
      settlements: tallyTimes([Infinity], [7], [300, 900]),
    };
    expect(lateText(other)).toBe('超过 15 分钟：1 处 · 7 人');
  });

  it('say what they were reckoned from and what is not known', () => {
    expect(groundLines(map, 'Asia/Shanghai')).toEqual([
      '截至 12:00，按 27 支队伍计算，避开当前封闭的道路',
      '其中 2 支未登记出动时间，按范围里慢的一端',
      '其中 3 支待命状态未知，仍计入',
      '1 支驻地附近没有道路，未计入',
      '未计入：不可用 4 支，位置不明 1 支',
      '雨天路程时间 ×1.2（县局）',
      '1 处 · 8 人附近没有道路，情况不明',
      '未着色处距道路超过 300 米，情况不明',
      '道路来源：OpenStreetMap 2026-11',
    ]);
  });

  it('speak English too', () => {
    speak('en');
    expect(bandRows(map).at(-1)).toEqual({
      label: 'over 30 min or not reachable',
      tally: '1 place · 10 people',
    });
  });
});
