import type { Translation } from '../shape.ts';
import type { tools as zh } from '../zh-CN/tools.ts';

export const tools: Translation<typeof zh> = {};
