import type { Translation } from '../shape.ts';
import type { map as zh } from '../zh-CN/map.ts';

export const map: Translation<typeof zh> = {
  label: 'Map',
  glyph: { hazard: 'H', shelter: 'S', depot: 'D', team: 'T' },
};
