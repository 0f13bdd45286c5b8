/** How column values arrive in JavaScript for tools, the same on PGlite and PostgreSQL. Keys are type OIDs. */

const exactNumber = (text: string): number | string => {
  const value = Number(text);
  return Number.isFinite(value) && String(value) === text ? value : text;
};
const asWritten = (text: string): string => text;
const json = (text: string): unknown => JSON.parse(text);

const INT8 = 20;
const NUMERIC = 1700;
const JSON_OID = 114;
const JSONB = 3802;
const [DATE, TIME, TIMESTAMP, TIMESTAMPTZ, TIMETZ] = [1082, 1083, 1114, 1184, 1266] as const;

export const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: exactNumber,
  [NUMERIC]: exactNumber,
  [JSON_OID]: json,
  [JSONB]: json,
  [DATE]: asWritten,
  [TIME]: asWritten,
  [TIMESTAMP]: asWritten,
  [TIMESTAMPTZ]: asWritten,
  [TIMETZ]: asWritten,
};

const text = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);

/** Parameters travel as the text a person would write. */
export const SERIALIZERS: Readonly<Record<number, (value: unknown) => string>> = Object.fromEntries(
  Object.keys(PARSERS).map((oid) => [oid, text]),
);
