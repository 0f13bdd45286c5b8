import type { Translation } from '../shape.ts';
import type { gateway as zh } from '../zh-CN/gateway.ts';

export const gateway: Translation<typeof zh> = {};
