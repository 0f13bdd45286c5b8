import { describe, expect, it } from 'vitest';
import { loadedArea } from '../../../src/core/search/loaded-area.ts';
import { writeDecimal, writeDms } from '../../../src/core/search/write-coordinates.ts';
import { districtNamed, teamNamed } from './records.ts';

const none = new Map<string, never>();
const county = {
  ...districtNamed('430611', '君山区'),
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [112, 29],
        [113, 29],
        [113, 30],
        [112, 29],
      ],
    ],
  },
};

describe('the loaded area', () => {
  it('is the districts’ own area where there is one', () => {
    const inside = loadedArea({
      district: new Map([['430611', county]]),
      team: none,
      shelter: none,
      depot: none,
      hazard: none,
    });
    expect(inside([112.8, 29.2])).toBe(true);
    expect(inside([112.2, 29.8])).toBe(false);
  });

  it('is the box around the records otherwise, and nowhere when there are none', () => {
    const bare = new Map([['430611', districtNamed('430611', '君山区')]]);
    const team = new Map([['a', teamNamed('a', 'a', { lng: 113, lat: 29 })]]);
    const inside = loadedArea({ district: bare, team, shelter: none, depot: none, hazard: none });
    expect(inside([113.03, 29.03])).toBe(true);
    expect(inside([29, 113])).toBe(false);
    expect(
      loadedArea({ district: bare, team: none, shelter: none, depot: none, hazard: none })([
        113, 29,
      ]),
    ).toBe(false);
  });
});

describe('written coordinates', () => {
  it('carry seconds and keep their hemisphere', () => {
    expect(writeDms([113.12, 29.37])).toBe('113°07′12.0″E 29°22′12.0″N');
    expect(writeDms([-0.5, -33.999_999])).toBe('0°30′00.0″W 34°00′00.0″S');
    expect(writeDecimal([113.12, 29.37])).toBe('113.120000, 29.370000');
  });
});
