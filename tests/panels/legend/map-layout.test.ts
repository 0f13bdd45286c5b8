import { describe, expect, it } from 'vitest';
import { chiefSources, isSeen, layOut } from '../../../src/panels/legend/map-layout.ts';

describe('the map on paper', () => {
  it('lies on its side where the picture is wide, and stands where it is high', () => {
    const wide = layOut(1000, 800, 50_000);
    expect([wide.isUpright, Math.round(wide.width), Math.round(wide.height)]).toEqual([
      false,
      200,
      160,
    ]);
    const high = layOut(390, 660, 50_000);
    expect([high.isUpright, Math.round(high.width), Math.round(high.height)]).toEqual([
      true,
      125,
      212,
    ]);
  });

  it('says the scale that the picture has on the paper', () => {
    const { bar, ratio, width } = layOut(1000, 800, 222_000);
    expect(width).toBeCloseTo(222);
    expect(ratio).toBe(1_000_000);
    expect(bar).toEqual({ meters: 20_000, millimeters: 20 });
  });

  it('rounds its scale to a number for a ruler, with the picture inside its page', () => {
    const { ratio, width, height } = layOut(1000, 700, 222 * 78.009);
    expect(ratio).toBe(80_000);
    expect(width).toBeCloseTo((222 * 78.009) / 80);
    for (const across of [813, 12_345, 99_999, 3_210_000]) {
      const made = layOut(390, 660, across);
      expect(made.ratio % 10 ** Math.floor(Math.log10(made.ratio) - 1)).toBe(0);
      expect(made.width).toBeLessThanOrEqual(132 + 1e-6);
      expect(made.height / made.width).toBeCloseTo(660 / 390);
    }
    expect([width <= 222, height <= 184]).toEqual([true, true]);
  });

  it('counts what is in the picture, across the antimeridian too', () => {
    expect(isSeen([170, -10, 190, 10], -175, 0)).toBe(true);
    expect(isSeen([110, 27, 112, 29], 113, 28)).toBe(false);
    expect(isSeen([110, 27, 112, 29], null, null)).toBe(false);
  });

  it('names the sources most records come from', () => {
    expect(chiefSources(['甲', '乙', '乙', '丙'], 2)).toEqual({ named: ['乙', '甲'], more: 1 });
  });
});
