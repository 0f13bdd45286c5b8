/** Answers that the database did not give: in the words supabase-js reads, a code and a message, nothing of the inside. */
import type { PlainResponse } from './plain-http.ts';

/** @param seconds after which it is worth asking again */
function plainRefusal(status: number, code: string, seconds?: number): PlainResponse {
  const headers: PlainResponse['headers'] = [['content-type', 'application/json; charset=utf-8']];
  if (seconds !== undefined) headers.push(['retry-after', String(seconds)]);
  return {
    status,
    headers,
    body: Buffer.from(JSON.stringify({ code, error_code: code, message: code, msg: code })),
  };
}

/** Too many wait. Nothing was done, so that asking again is always safe, after some seconds that are not the same for all. */
export const busy = (): PlainResponse =>
  plainRefusal(503, 'busy', 2 + Math.floor(Math.random() * 4));

/** The database was made to give it up; nothing of it was kept. */
export const tookTooLong = (): PlainResponse => plainRefusal(504, '57014');

/** The database begins again; nothing unfinished was kept. */
export const restarting = (): PlainResponse => plainRefusal(503, 'restarting', 3);
