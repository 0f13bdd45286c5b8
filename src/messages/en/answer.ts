import type { Translation } from '../shape.ts';
import type { answer as zh } from '../zh-CN/answer.ts';

export const answer: Translation<typeof zh> = {};
