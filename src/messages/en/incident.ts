import type { Translation } from '../shape.ts';
import type { incident as zh } from '../zh-CN/incident.ts';

export const incident: Translation<typeof zh> = {};
