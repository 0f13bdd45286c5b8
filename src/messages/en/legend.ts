import type { Translation } from '../shape.ts';
import type { legend as zh } from '../zh-CN/legend.ts';

export const legend: Translation<typeof zh> = {};
