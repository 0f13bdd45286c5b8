import type { Translation } from '../shape.ts';
import type { demo as zh } from '../zh-CN/demo.ts';

export const demo: Translation<typeof zh> = {
  alreadyThere: 'The demo district ({{code}}) is already in the database.',
  accountsInside:
    'These accounts belong to the demo district. Move them elsewhere before the demo data is removed: {{emails}}',
};
