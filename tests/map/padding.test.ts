import { describe, expect, it } from 'vitest';
import { paddingAround } from '../../src/map/engine/padding.ts';

const map = { left: 66, top: 47, right: 1048, bottom: 900 };
const legend = { left: 80, top: 563, right: 288, bottom: 888 };
const card = { left: 697, top: 60, right: 1037, bottom: 680 };

describe('the edges a map keeps free when it shows everything', () => {
  it('are narrow where nothing covers it, or what does is beside it', () => {
    const narrow = { left: 44, top: 44, right: 44, bottom: 44 };
    expect(paddingAround(map, [])).toEqual(narrow);
    expect(paddingAround(map, [{ left: 1100, top: 60, right: 1300, bottom: 700 }])).toEqual(narrow);
  });

  it('leave the legend its room at the left and the card its room at the right', () => {
    expect(paddingAround(map, [legend, card])).toEqual({
      left: 244,
      top: 44,
      right: 373,
      bottom: 44,
    });
  });

  it('give a low, wide thing its room at the nearer of top and bottom', () => {
    const strip = { left: 80, top: 860, right: 1000, bottom: 890 };
    expect(paddingAround(map, [strip])).toEqual({ left: 44, top: 44, right: 44, bottom: 62 });
  });

  it('ignore what leaves too little of the map', () => {
    const wide = { left: 66, top: 47, right: 900, bottom: 900 };
    expect(paddingAround(map, [wide, card])).toMatchObject({ left: 44, right: 44 });
  });
});
