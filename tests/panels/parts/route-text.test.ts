import { afterEach, describe, expect, it } from 'vitest';
import type { Route } from '../../../src/core/arrival/asked.ts';
import type { Term } from '../../../src/core/ranking/types.ts';
import { speak } from '../../../src/messages/index.ts';
import { shownRoute, routeLines, routeText } from '../../../src/panels/parts/ranking/route-text.ts';

afterEach(() => speak('zh-CN'));

const step = (
  turn: Route['steps'][number]['turn'],
  name: string | null,
  meters: number,
  exit: number | null = null,
) => ({
  turn,
  name,
  meters,
  seconds: meters / 10,
  member: 0,
  first: 0,
  exit,
});
const route: Route = {
  seconds: 300,
  meters: 3150,
  line: [],
  steps: [
    step('depart', '东风路', 130),
    step('left', null, 1000),
    step('roundabout', '环城北路', 1900, 2),
    step('roundabout', '环岛', 120),
  ],
  edges: new Uint32Array(),
};
const road: Term = { tag: 'road', by: 'emergency-car', seconds: 390, meters: 3150, factor: 1.3 };
const walk: Term = { tag: 'off-road', seconds: 60, meters: 300 };

describe('a route in words', () => {
  it('tells every step with its road, says where a road has no name, and how long it takes under night and rain', () => {
    expect(routeLines(routeText('城中分队', shownRoute({ terms: [road, walk] }, route)!))).toEqual([
      '城中分队 的走法 · 3.1 公里，约 7 分钟',
      '1. 出发，沿东风路走 130 米',
      '2. 左转进入无名道路，走 1.0 公里',
      '3. 进入环岛，从第 2 个出口驶出到环城北路，走 1.9 公里',
      '4. 直行进入环岛，走 120 米',
      '5. 下车步行约 300 米到事发地',
    ]);
  });

  it('begins on foot at the incident for those who walk to a shelter', () => {
    const onFoot = shownRoute({ terms: [{ ...road, by: 'foot' }, walk] }, route)!;
    const lines = routeLines(routeText('县一中操场', onFoot));
    expect(lines[0]).toBe('到 县一中操场 的走法 · 3.1 公里，约 7 分钟');
    expect(lines[1]).toBe('1. 从事发地步行约 300 米到道路');
    expect(lines.at(-1)).toBe('6. 到达 县一中操场');
  });

  it('ends where the road is closed, and says how much of it is left without a time', () => {
    const rest: Term = { tag: 'closed-road', meters: 640 };
    expect(
      routeLines(routeText('城中分队', shownRoute({ terms: [road, rest] }, route)!)).at(-1),
    ).toBe('5. 开放道路到此为止。到事发地还有约 640 米封闭路段，时间不计');
    const onFoot = shownRoute({ terms: [{ ...road, by: 'foot' }, rest] }, route)!;
    expect(routeLines(routeText('县一中操场', onFoot))[1]).toBe(
      '1. 从事发地沿封闭路段约 640 米到影响范围边缘，时间不计',
    );
  });

  it('speaks English too', () => {
    speak('en');
    const lines = routeLines(routeText('Team A', shownRoute({ terms: [road] }, route)!));
    expect(lines.slice(2, 4)).toEqual([
      '2. Turn left onto an unnamed road for 1.0 km',
      '3. At the roundabout take exit 2 onto 环城北路 for 1.9 km',
    ]);
    expect(lines.at(-1)).toBe('5. Arrive at the incident');
  });

  it('is nothing where there is no route or it was not asked for', () => {
    expect(shownRoute({ terms: [walk] }, route)).toBeNull();
    expect(shownRoute({ terms: [road] }, undefined)).toBeNull();
  });
});
