/** How long the database may work on one request of a person, on every tier. */
import type { PlainRequest } from './plain-http.ts';

/** Milliseconds. A console gives a question up after as long. */
export const WORK_LIMIT = 20_000;
/** What writes a whole import or road network in one transaction: minutes on a laptop. */
export const LONG_WORK_LIMIT = 15 * 60_000;

/** Functions that state a `statement_timeout` of their own (a test compares): hosted Supabase goes by that. */
export const LONG_FUNCTIONS = [
  'import_commit',
  'import_write',
  'import_undo',
  'import_unwrite',
  'road_upload_assemble',
] as const;

const LONG = new Set(LONG_FUNCTIONS.map((name) => `/rest/v1/rpc/${name}`));

export const takesLong = ({ path }: Pick<PlainRequest, 'path'>): boolean =>
  LONG.has(path.split('?')[0] ?? '');
