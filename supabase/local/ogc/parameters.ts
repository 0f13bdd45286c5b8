/** Query parameters of OGC API - Features, read strictly: what the API definition does not name is refused. */
import { OgcRefusal } from './problem.ts';

export const LIMIT = { least: 1, most: 10_000, otherwise: 100 } as const;

export interface ItemsQuery {
  /** west, south, east, north in degrees; west > east crosses the antimeridian. */
  bbox: readonly [number, number, number, number] | null;
  /** ISO 8601; null = open. */
  from: string | null;
  to: string | null;
  limit: number;
  /** Id after which the page begins. */
  after: string | null;
}

/** @throws OgcRefusal for a parameter that is not allowed here or stands twice */
export function onlyKnown(query: URLSearchParams, allowed: readonly string[]): void {
  for (const name of new Set(query.keys())) {
    if (!allowed.includes(name))
      throw new OgcRefusal('unknown_parameter', { name, allowed: allowed.join(', ') });
    if (query.getAll(name).length > 1)
      throw new OgcRefusal('bad_parameter', { name, value: query.getAll(name).join(' ') });
  }
}

export function readItemsQuery(query: URLSearchParams): ItemsQuery {
  onlyKnown(query, ['bbox', 'datetime', 'limit', 'after', 'f']);
  const [from, to] = readTime(query.get('datetime'));
  return {
    bbox: readBox(query.get('bbox')),
    from,
    to,
    limit: readLimit(query.get('limit')),
    after: query.get('after'),
  };
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** Four numbers, or six with heights, which nothing here has. */
function readBox(text: string | null): ItemsQuery['bbox'] {
  if (text === null) return null;
  const wrong = new OgcRefusal('bad_parameter', { name: 'bbox', value: text });
  const parts = text.split(',').map((part) => part.trim());
  if ((parts.length !== 4 && parts.length !== 6) || !parts.every((part) => NUMBER.test(part)))
    throw wrong;
  const numbers = parts.map(Number);
  const [west = NaN, south = NaN, east = NaN, north = NaN] =
    numbers.length === 6 ? [numbers[0], numbers[1], numbers[3], numbers[4]] : numbers;
  const inRange =
    Math.abs(west) <= 180 &&
    Math.abs(east) <= 180 &&
    Math.abs(south) <= 90 &&
    Math.abs(north) <= 90;
  if (!inRange || south > north) throw wrong;
  if (numbers.length === 6 && (numbers[2] ?? 0) > (numbers[5] ?? 0)) throw wrong;
  return [west, south, east, north];
}

/** A larger number than the server gives is no mistake: the page is as long as the server makes it. */
function readLimit(text: string | null): number {
  if (text === null) return LIMIT.otherwise;
  const limit = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(limit >= LIMIT.least))
    throw new OgcRefusal('bad_parameter', { name: 'limit', value: text });
  return Math.min(limit, LIMIT.most);
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** An instant, or an interval whose ends may be open (`..` or nothing). A day stands for all of it, in UTC. */
function readTime(text: string | null): [from: string | null, to: string | null] {
  if (text === null) return [null, null];
  const wrong = new OgcRefusal('bad_parameter', { name: 'datetime', value: text });
  const end = (part: string, last: boolean): string | null => {
    if (part === '' || part === '..') return null;
    const whole = DAY.test(part) ? `${part}T${last ? '23:59:59.999' : '00:00:00'}Z` : part;
    if (!INSTANT.test(whole) || Number.isNaN(Date.parse(whole))) throw wrong;
    return new Date(whole).toISOString();
  };
  const parts = text.split('/');
  if (parts.length > 2 || text === '' || text === '..') throw wrong;
  const from = end(parts[0] ?? '', false);
  const to = end(parts[1] ?? parts[0] ?? '', true);
  if (from !== null && to !== null && from > to) throw wrong;
  return [from, to];
}
