/** Numbers with units, the way people write them on roads. */
import { describe, expect, it } from 'vitest';
import {
  durationIn,
  lengthIn,
  speedIn,
  weightIn,
} from '../../../../src/core/roads/osm/tags/quantity.ts';

describe('quantities', () => {
  it.each([
    ['4', 4],
    ['4.2 m', 4.2],
    ['2,5', 2.5],
    ['350 cm', 3.5],
    [`13'6"`, 13 * 0.3048 + 6 * 0.0254],
    [`14'10"`, 14 * 0.3048 + 10 * 0.0254],
    [`8'`, 8 * 0.3048],
    ['14 ft', 14 * 0.3048],
    ['80 in', 80 * 0.0254],
    ['ca. 2', 2],
    ['4.5米', 4.5],
    ['3.5;3', 3],
    ['11 ft 6 in', 11 * 0.3048 + 6 * 0.0254],
    [`11'6"`, 11 * 0.3048 + 6 * 0.0254],
    [`11'-6"`, 11 * 0.3048 + 6 * 0.0254],
    [`11’ 6”`, 11 * 0.3048 + 6 * 0.0254],
    [`11'6''`, 11 * 0.3048 + 6 * 0.0254],
    ['11ft6in', 11 * 0.3048 + 6 * 0.0254],
    ['11 feet 6 inches', 11 * 0.3048 + 6 * 0.0254],
    ['12 foot', 12 * 0.3048],
    ['３．５米', 3.5],
    ['3米5', 3.5],
    ['350厘米', 3.5],
    ['3.5-4', 3.5],
    ['3.5 - 4 m', 3.5],
    ['3米至4米', 3],
    ['11-6', null],
    ['3.5 m - 12 horses', null],
    ['≤3.5 m', 3.5],
    ['3.5米以下', 3.5],
    ['3.5 @ (22:00-06:00)', null],
    ['unsigned', null],
    ['no', null],
    ['default', null],
    ['none', null],
    ['below_default', null],
    ['0', null],
    ['-1', null],
    ['1,000', null],
    ['', null],
  ])('reads %j as metres', (text, expected) => {
    const found = lengthIn(text);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 9);
  });

  it.each([
    ['7.5', 7.5],
    ['3.5 t', 3.5],
    ['3.5t', 3.5],
    ['2500 kg', 2.5],
    ['34000 lbs', 34000 * 0.00045359237],
    ['16 st', 16 * 0.90718474],
    ['30吨', 30],
    ['限重10吨', 10],
    ['限重：10 噸', 10],
    ['限载10t', 10],
    ['总质量10吨以下', 10],
    ['限轴重10吨', null],
    ['限高3.5米', null],
    ['10 tons', 10],
    ['10000 kg', 10],
    ['10,000 kg', 10],
    ['10.000 kg', 10],
    ['34,000 lbs', 34000 * 0.00045359237],
    ['1,000', null],
    ['3.5-7.5 t', 3.5],
    ['none', null],
    ['unsigned', null],
    ['12 horses', null],
  ])('reads %j as tonnes', (text, expected) => {
    const found = weightIn(text);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 9);
  });

  it.each([
    ['限高3.5米', 3.5, null],
    ['限高：3.5m', 3.5, null],
    ['净高 4.5', 4.5, null],
    ['限宽2.5米', null, 2.5],
    ['限寬2.5米', null, 2.5],
    ['宽度2.5', null, 2.5],
    ['限高3.5米，限宽2.5米', 3.5, 2.5],
    ['限高3.5米;限宽2.5米', 3.5, 2.5],
    ['限速30', null, null],
  ])('reads %j as the limit it names', (text, height, width) => {
    expect([lengthIn(text, 'height'), lengthIn(text, 'width')]).toEqual([height, width]);
  });

  it.each([
    ['50', 50],
    ['50 km/h', 50],
    ['30 mph', 48.28032],
    ['10 knots', 18.52],
    ['90;30;90', 30],
    ['60公里/小时', 60],
    ['signals', null],
    ['variable', null],
    ['none', null],
  ])('reads %j as km/h', (text, expected) => {
    const found = speedIn(text);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 9);
  });

  it.each([
    ['00:20', 1200],
    ['1:05:30', 3930],
    ['PT35M', 2100],
    ['PT1H20M', 4800],
    ['P1DT1M', 86460],
    ['7', 420],
    ['soon', null],
    ['00:00', null],
    ['P', null],
  ])('reads %j as seconds', (text, expected) => {
    expect(durationIn(text)).toBe(expected);
  });

  it('knows nothing of what is not there', () => {
    expect([
      lengthIn(undefined),
      weightIn(undefined),
      speedIn(undefined),
      durationIn(undefined),
    ]).toEqual([null, null, null, null]);
  });
});
