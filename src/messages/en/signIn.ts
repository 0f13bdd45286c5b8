import type { Translation } from '../shape.ts';
import type { signIn as zh } from '../zh-CN/signIn.ts';

export const signIn: Translation<typeof zh> = {};
