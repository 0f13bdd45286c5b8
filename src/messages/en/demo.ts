import type { Translation } from '../shape.ts';
import type { demo as zh } from '../zh-CN/demo.ts';

export const demo: Translation<typeof zh> = {};
