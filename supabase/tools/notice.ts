/** `npm run notice`: writes NOTICE, the licences of all that a hand-out contains, anew from what is installed. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { notice, NOTICE_PATH } from './describe/notice.ts';

const root = resolve(import.meta.dirname, '../..');
writeFileSync(join(root, NOTICE_PATH), notice(root));
