import type { Translation } from '../shape.ts';
import type { tools as zh } from '../zh-CN/tools.ts';

export const tools: Translation<typeof zh> = {
  notPrepared: 'This database does not hold the tables of Muster yet. Run npm start once (or supabase db push).',
  passwordShort: 'A password needs at least {{length}} characters.',
  passwordLong: 'A password has at most 72 bytes.',
  emailWrong: '“{{email}}” is not an email address.',
  roleUnknown: 'There is no role “{{role}}”. Choose one of: {{roles}}',
  districtUnknown: 'There is no district with the code “{{code}}”.',
  accountExists: 'The account {{email}} exists already.',
  accountMissing: 'There is no account {{email}}.',
};
