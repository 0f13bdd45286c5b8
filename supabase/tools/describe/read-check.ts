/** One check constraint, as the database writes it back, into what it says of a column or of a row. */
import type { ColumnSpec, RowRule } from '../../../src/core/schema/types.ts';

type CheckReading =
  | { tag: 'column'; column: string; says: Partial<ColumnSpec> }
  | { tag: 'row'; rules: RowRule[] }
  /** Nothing that a person who fills in a form can break. */
  | { tag: 'inner' };

const SHAPES: Readonly<Record<string, string>> = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  MULTILINESTRING: 'MultiLineString',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
};

/** `(0)::double precision`, `'1000000000'::numeric`, `'2200-01-01'::date` → what they hold. */
const plain = (text: string): string =>
  text
    .replace(/::(double precision|numeric|text|date|interval|integer)/g, '')
    .replace(/\((-?[\d.]+)\)/g, '$1')
    .replace(/"(\w+)"/g, '$1');

/** Without the parentheses around the whole of it. */
function unwrap(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  let depth = 0;
  for (const [at, sign] of [...text].entries()) {
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    if (depth === 0 && at < text.length - 1) return text;
  }
  return unwrap(text.slice(1, -1));
}

const words = (list: string): string[] =>
  [...list.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');

/** What `muster.is_near_our_time` says, without the day by which it is wider. */
const OUR_TIME = { from: '1868-01-01', to: '2200-12-31' };

/** Checks about columns that no form shows: the computer keeps them. */
const INNER = [
  /\bpublished\b/,
  /^version >= 1$/,
  /^\(verified_by IS NULL\)/,
  /\bdispute[d_]/,
  /^\(state = 'closed'\) = \(closed_at IS NOT NULL\)$/,
  // Only the root hangs below nothing, and it is there from the beginning.
  /^\(parent_code IS NULL\) = \(level = 'root'\)$/,
];

function bounds(clauses: readonly string[]): CheckReading | null {
  const says: Partial<ColumnSpec> = {};
  const rules: RowRule[] = [];
  let column: string | null = null;
  for (const clause of clauses) {
    const match = /^(\w+) (>=|<=|>|<) (.+)$/.exec(clause);
    if (match === null) return null;
    const [, name = '', sign = '', raw = ''] = match;
    const end = unwrap(raw).replace(/^'([^']*)'$/, '$1');
    if (/^now\(\) \+ '1 day'/.test(end) && sign === '<=') says.notAhead = true;
    else if (/^\d{4}-\d{2}-\d{2}$/.test(end)) says[sign === '>=' ? 'from' : 'to'] = end;
    else if (/^-?[\d.]+$/.test(end))
      says[({ '>=': 'least', '<=': 'most', '>': 'above', '<': 'below' } as const)[sign as '>=']] =
        Number(end);
    else if (/^\w+$/.test(end) && sign === '<=')
      rules.push({ tag: 'not-more-than', column: name, than: end });
    else if (/^\w+$/.test(end))
      rules.push({ tag: 'after', column: name, than: end, orSame: sign === '>=' });
    else return null;
    column = name;
  }
  if (rules.length > 0) return { tag: 'row', rules };
  return column === null ? null : { tag: 'column', column, says };
}

function textual(body: string): CheckReading | null {
  const text = /^muster\.(is_text|are_texts)\((\w+)(?:, (\d+))?\)$/.exec(body);
  if (text !== null)
    return {
      tag: 'column',
      column: text[2] ?? '',
      says: { longest: text[3] === undefined ? 500 : Number(text[3]) },
    };
  const length = /^length\((\w+)\) <= (\d+)$/.exec(body);
  if (length !== null)
    return { tag: 'column', column: length[1] ?? '', says: { longest: Number(length[2]) } };
  const listed = /^(\w+) = ANY \(ARRAY\[(.*)\]\)$/.exec(body);
  if (listed !== null)
    return { tag: 'column', column: listed[1] ?? '', says: { words: words(listed[2] ?? '') } };
  const form = /^muster\.is_(suitability|equipment)\((\w+)\)$/.exec(body);
  if (form !== null)
    return {
      tag: 'column',
      column: form[2] ?? '',
      says: { form: form[1] as 'suitability' | 'equipment' },
    };
  const pattern = /^(\w+) ~ '([^']*)'$/.exec(body);
  if (pattern !== null)
    return { tag: 'column', column: pattern[1] ?? '', says: { pattern: pattern[2] ?? '' } };
  const near = /^muster\.is_near_our_time\((\w+)\)$/.exec(body);
  if (near !== null) return { tag: 'column', column: near[1] ?? '', says: OUR_TIME };
  const zone = /AT TIME ZONE (\w+)\) IS NOT NULL$/.exec(body);
  if (zone !== null) return { tag: 'column', column: zone[1] ?? '', says: { form: 'timezone' } };
  return null;
}

function geometric(body: string): CheckReading | null {
  const shape = /^extensions\.geometrytype\((\w+)\) = (?:ANY \(ARRAY\[(.*)\]\)|('.*'))$/.exec(body);
  if (shape !== null) {
    const shapes = words(shape[2] ?? shape[3] ?? '').map((name) => SHAPES[name] ?? name);
    return { tag: 'column', column: shape[1] ?? '', says: { shapes } };
  }
  if (/^muster\.is_on_earth\(/.test(body)) return { tag: 'inner' };
  return null;
}

/**
 * Reads `pg_get_constraintdef` of a check.
 * @throws when the check says something this reading does not know: a form must not be silent about a rule
 */
export function readCheck(definition: string): CheckReading {
  const body = unwrap(plain(definition).replace(/^CHECK /, ''));
  if (INNER.some((pattern) => pattern.test(body))) return { tag: 'inner' };
  if (/class = muster\.event_class\(kind\)/.test(body))
    return { tag: 'row', rules: [{ tag: 'kind-of-class' }] };
  const together = /^\((\w+) IS NULL\) = \((\w+) IS NULL\)$/.exec(body);
  if (together !== null)
    return {
      tag: 'row',
      rules: [{ tag: 'known-together', column: together[1] ?? '', with: together[2] ?? '' }],
    };
  const mixed = splitAnd(body);
  const reading = textual(body) ?? geometric(body) ?? bounds(mixed) ?? timesOf(mixed);
  if (reading === null) throw new Error(`a check that no form knows: ${definition}`);
  return reading;
}

const splitAnd = (body: string): string[] =>
  body.includes(' AND ') ? body.split(' AND ').map(unwrap) : [body];

/** `lifted_at >= from_at AND lifted_at <= now() + 1 day`: the rule between columns counts, the clock is the server's. */
function timesOf(clauses: readonly string[]): CheckReading | null {
  const readings = clauses.map((clause) => bounds([clause]));
  const rules = readings.flatMap((reading) => (reading?.tag === 'row' ? reading.rules : []));
  return readings.includes(null) || rules.length === 0 ? null : { tag: 'row', rules };
}
