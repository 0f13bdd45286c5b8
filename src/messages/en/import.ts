import type { Translation } from '../shape.ts';
import type { importer as zh } from '../zh-CN/import.ts';

export const importer: Translation<typeof zh> = {};
