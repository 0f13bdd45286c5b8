/**
 * What the database said of a refused request, in words for people: the code, and the rule or column that a form has to show. What the
 * database tells beside it (types, values, names of functions, what it would have liked instead) is of the inside and stays there.
 */
import type { PlainResponse } from './plain-http.ts';
import { say } from './text.ts';

/** Sentences of our own functions that the console knows (src/backend/guarded.ts). */
const OWN =
  /^the geometry (?:is empty, crosses itself or leaves the earth|has too many corners[^"]{0,80})$/;
const NAMED = /(?:constraint|column) "[A-Za-z0-9_]{1,63}"/;
const NO_RIGHT = '42501';

function wordsFor(status: number, code: string, message: string): string {
  if (OWN.test(message)) return message;
  const named = NAMED.exec(message)?.[0];
  const about = named === undefined ? '' : ` (${named})`;
  if (code === NO_RIGHT) return `${say('gateway.noRight', { code })}${about}`;
  return `${say(status >= 500 ? 'gateway.ownFault' : 'gateway.valueRefused', { code })}${about}`;
}

/** @returns the answer of the register with its refusal in plain words; any other answer as it is */
export function inPlainWords(answer: PlainResponse): PlainResponse {
  if (answer.status < 400 || answer.body.length === 0) return answer;
  let said: { code?: unknown; message?: unknown };
  try {
    said = JSON.parse(Buffer.from(answer.body).toString('utf8')) as typeof said;
  } catch {
    said = {};
  }
  const code =
    typeof said.code === 'string' && /^[A-Za-z0-9_]{1,20}$/.test(said.code)
      ? said.code
      : String(answer.status);
  const message = wordsFor(
    answer.status,
    code,
    typeof said.message === 'string' ? said.message : '',
  );
  return {
    ...answer,
    body: Buffer.from(JSON.stringify({ code, message, details: null, hint: null })),
  };
}
