/**
 * The gateway's library knows most refusals of PostgreSQL but answers a broken check with 500, as if the server were
 * ill, and a console would try again for ever. PostgREST, which hosted Supabase runs, answers 400 with the code; so here.
 */
import type { Connection } from '@supabase/lite';

/**
 * With which status: 400 for a check, an exclusion, an error that a function raises without a code of its own; what took too
 * long or was given up; a full disk; too little memory.
 */
const STATUS: Readonly<Record<string, number>> = {
  '23514': 400,
  '23P01': 400,
  P0001: 400,
  '57014': 504,
  '53100': 507,
  '53200': 503,
  '22P02': 400,
};

interface Said {
  code?: unknown;
  message?: unknown;
  hint?: unknown;
}

/** What PostGIS says of text that is no geometry, with the code of an inner fault: a console would try again for ever. */
const NO_GEOMETRY =
  /^(?:parse error - invalid geometry|unknown GeoJSON|invalid GeoJSON|.*GeoJSON|geometry contains|.*WKB)/i;

export function isNoGeometry(error: unknown): boolean {
  const { code, message } = (error ?? {}) as Said;
  return code === 'XX000' && NO_GEOMETRY.test(String(message));
}

/** The library answers an error of the code `PGRST` word for word, with its own status. */
function answered(error: unknown): unknown {
  const { code: stated, message, hint } = (error ?? {}) as Said;
  const code = isNoGeometry(error) ? '22P02' : stated;
  const status = typeof code === 'string' ? STATUS[code] : undefined;
  if (status === undefined) return error;
  const body = {
    code,
    message: String(message),
    details: null,
    hint: typeof hint === 'string' ? hint : null,
  };
  return Object.assign(new Error(JSON.stringify(body)), {
    code: 'PGRST',
    severity: 'ERROR',
    detail: JSON.stringify({ status, headers: {} }),
  });
}

/** Makes the connection's refused values known to the gateway as such. */
export function explainRefusedValues(connection: Connection): void {
  const normalize = connection.normalizeDbError.bind(connection);
  const value = (error: unknown) => answered(normalize(error));
  Object.defineProperty(connection, 'normalizeDbError', { value, configurable: true });
}
