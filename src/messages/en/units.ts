import type { Translation } from '../shape.ts';
import type { units as zh } from '../zh-CN/units.ts';

export const units: Translation<typeof zh> = {};
