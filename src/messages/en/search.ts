import type { Translation } from '../shape.ts';
import type { search as zh } from '../zh-CN/search.ts';

export const search: Translation<typeof zh> = {};
