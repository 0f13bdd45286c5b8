import { beforeAll, describe, expect, it } from 'vitest';
import { activeAreas } from '../../../src/core/arrival/active-areas.ts';
import type { Hazard, ThresholdKey } from '../../../src/core/model/index.ts';
import { speak } from '../../../src/messages/index.ts';
import {
  areaRuleText,
  depthText,
  inAreaText,
  throughText,
} from '../../../src/panels/parts/obstacles/area-text.ts';
import { invalidText } from '../../../src/panels/areas/invalid-text.ts';
import { depthFault } from '../../../src/panels/areas/read-depth.ts';
import { faultText, valueText } from '../../../src/panels/thresholds/threshold-text.ts';
import { THRESHOLDS } from '../../../src/core/thresholds/index.ts';
import { NOW, ago, hazard, setting, tables } from '../../core/ranking/register.ts';

const RULE_ROWS: [ThresholdKey, number][] = [
  ['flood_stops_car', 0.3],
  ['flood_stops_truck', 0.5],
  ['flood_stops_foot', 0.3],
  ['flood_stops_shelter', 0],
  ['area_stops_ground', 7],
  ['area_stops_toxic', 3],
  ['area_stops_other', 0],
];
const areaOf = (given: Partial<Hazard>, rows = RULE_ROWS) => {
  const all = tables({
    hazard: [hazard('h', { name: '城东', activeFrom: ago(60), ...given })],
    district_setting: rows.map(([key, value]) => setting('0', key, value)),
  });
  return activeAreas({ ...all, incident: new Map() }, NOW)[0]!;
};
const rule = (key: ThresholdKey) => THRESHOLDS.find((one) => one.key === key)!;

beforeAll(() => speak('zh-CN'));

describe('depths in words', () => {
  it('say a range, one end of it, or that nobody knows', () => {
    expect(depthText({ min: 0.3, max: 1 })).toBe('水深 0.3–1 m');
    expect(depthText({ min: null, max: 0.5 })).toBe('水深至多 0.5 m');
    expect(depthText({ min: 0.5, max: 0.5 })).toBe('水深 0.5 m');
    expect(depthText({ min: 0.5, max: null })).toBe('水深 0.5 m 以上，最深不详');
    expect(depthText({ min: null, max: null })).toBe('水深不详');
    expect(depthText({ min: 0, max: null })).toBe('水深不详');
  });

  it('that cannot be are refused', () => {
    expect(depthFault(null, null)).toBeNull();
    expect(depthFault(0.3, 0.3)).toBeNull();
    expect(depthFault(0.7, 0.6)).toBe('最浅不能大于最深');
    expect(depthFault(null, 101)).toBe('水深在 0 到 100 m 之间');
  });
});

describe('the rule that was applied', () => {
  it('names whom the water stops, by which limit, and who passes', () => {
    expect(areaRuleText(areaOf({ depthMinM: 0.5, depthMaxM: 1 }))).toBe(
      '水深 0.5–1 m，超过小车 0.3 m、货车 0.5 m、行人 0.3 m',
    );
    expect(areaRuleText(areaOf({ depthMaxM: 0.4 }))).toBe(
      '水深至多 0.4 m，超过小车 0.3 m、行人 0.3 m；未超过货车 0.5 m',
    );
    expect(areaRuleText(areaOf({ depthMaxM: 0.2 }))).toContain('未超过小车 0.3 m');
    expect(areaRuleText(areaOf({}))).toBe(
      '水深不详：按规则不断路；经过的路线会注明，并按绕行时间排序',
    );
    expect(areaRuleText(areaOf({ depthMaxM: 1 }, []))).toBe('没有设定限值：不断路');
  });

  it('names whom other kinds stop', () => {
    expect(areaRuleText(areaOf({ kind: 'landslide' }))).toContain('小车、货车、行人都不能通过');
    expect(areaRuleText(areaOf({ kind: 'pipeline', class: 'accident' }))).toContain(
      '小车、货车不能通过',
    );
    expect(areaRuleText(areaOf({ kind: 'earthquake' }))).toContain('不断路');
  });
});

describe('a way and a shelter', () => {
  it('say through which water they go, and in which they stand', () => {
    expect(throughText(areaOf({}))).toBe('经过水深不详的淹没区“城东”');
    expect(throughText(areaOf({ depthMaxM: 0.2 }))).toBe('经过“城东”（洪水、水深至多 0.2 m）');
    expect(throughText(null)).toBe('经过一处影响范围');
    expect(inAreaText(areaOf({ depthMinM: 0.3, depthMaxM: 1 }))).toBe(
      '位于“城东”影响范围内（洪水、水深 0.3–1 m）',
    );
  });

  it('that is cut off names what is in the way, up to two', () => {
    const cut = (...closures: string[]) =>
      invalidText({ reason: 'cut-off', closures }, (id) => `“${id}”`);
    expect(cut('桥')).toBe('步行到不了：被“桥”隔断');
    expect(cut('桥', '水')).toBe('步行到不了：被“桥”、“水”隔断');
    expect(cut('a', 'b', 'c')).toBe('步行到不了：3 处中断');
    // One name is told once, however often.
    expect(cut('塌方', '塌方', '塌方', '水')).toBe('步行到不了：被“塌方”（3 处）、“水”隔断');
  });
});

describe('a limit in words', () => {
  it('is in the person’s unit', () => {
    expect(valueText(rule('position_max_age'), 1800)).toBe('30 分钟');
    expect(valueText(rule('flood_stops_car'), 0.3)).toBe('超过 0.3 米');
    expect(valueText(rule('flood_stops_shelter'), 0)).toBe('范围内都不能用');
    expect(valueText(rule('night_begins'), 72_000)).toBe('20:00');
    expect(valueText(rule('area_stops_fire'), 5)).toBe('小车、行人不能通过');
    expect(valueText(rule('area_stops_other'), 0)).toBe('谁都能通过');
    expect(valueText(rule('twin_likeness'), 0.7)).toBe('70 %');
  });

  it('that is refused says what would be right', () => {
    expect(faultText('out-of-range', rule('flood_stops_car').form)).toBe('0 到 20 米');
    expect(faultText('too-fine', rule('nearest_count').form)).toBe('最多 0 位小数');
    expect(faultText('not-a-time', rule('night_begins').form)).toBe('请按 20:30 这样填写');
  });
});
