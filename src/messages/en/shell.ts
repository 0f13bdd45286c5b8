import type { Translation } from '../shape.ts';
import type { shell as zh } from '../zh-CN/shell.ts';

export const shell: Translation<typeof zh> = {};
