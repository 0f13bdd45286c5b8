/** Where the real data lies that the project never contains; tests that need it are skipped, and said so, without it. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

export const sharedData =
  process.env.MUSTER_SHARED_DATA ?? resolve(import.meta.dirname, '../../../shared/data');
export const hasSharedData = existsSync(sharedData);
