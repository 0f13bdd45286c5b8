import type { Translation } from '../shape.ts';
import type { card as zh } from '../zh-CN/card.ts';

export const card: Translation<typeof zh> = {};
