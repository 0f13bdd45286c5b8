/** What was typed into a field → the value the database takes, or what is wrong with it. Empty is unknown, never zero. */
import type { Geometry } from 'geojson';
import { countCorners, MOST_CORNERS } from '../geo/corners.ts';
import { isEventKind } from '../model/index.ts';
import type { ColumnSpec } from '../schema/index.ts';
import { SECONDS_TYPED } from './inputs.ts';
import type { EquipmentInput, Input } from './inputs.ts';

type FaultTag =
  | 'required'
  | 'not-a-number'
  | 'not-whole'
  | 'too-small'
  | 'too-large'
  | 'too-long'
  | 'not-a-date'
  | 'date-too-early'
  | 'date-too-late'
  | 'not-a-time'
  | 'ahead'
  | 'not-a-word'
  | 'not-a-code'
  | 'not-a-zone'
  | 'wrong-shape'
  | 'too-many-corners'
  | 'item-without-name'
  | 'more-than-other'
  | 'not-after-other'
  | 'needs-other'
  | 'code-taken'
  | 'level-order';

export interface InputFault {
  tag: FaultTag;
  /** The end that was passed, in the unit in which it is typed; the length allowed; or the other column's name. */
  limit?: number | string;
}

type InputReading = { ok: true; value: unknown } | { ok: false; fault: InputFault };

const value = (read: unknown): InputReading => ({ ok: true, value: read });
const fault = (tag: FaultTag, limit?: number | string): InputReading => ({
  ok: false,
  fault: limit === undefined ? { tag } : { tag, limit },
});

const DAY_MS = 86_400_000;

/** Full-width digits, thousands separators and blanks do not matter. */
function plainNumber(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[,\s_]/g, '')
    .replace(/[−–—]/g, '-');
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : null;
}

function readNumber(text: string, column: ColumnSpec): InputReading {
  const typed = plainNumber(text);
  if (typed === null) return fault('not-a-number');
  const scale = column.unit === 'second' ? SECONDS_TYPED : 1;
  const number = Math.round(typed * scale * 1e9) / 1e9;
  const { least, most, above, below } = column;
  if (least !== undefined && number < least) return fault('too-small', least / scale);
  if (above !== undefined && number <= above) return fault('too-small', above / scale);
  if (most !== undefined && number > most) return fault('too-large', most / scale);
  if (below !== undefined && number >= below) return fault('too-large', below / scale);
  if (column.type === 'integer' && !Number.isInteger(number)) return fault('not-whole');
  return value(number);
}

function readDate(text: string, { from, to }: ColumnSpec): InputReading {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC'));
  const [year, month, day] = (match?.slice(1) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return fault('not-a-date');
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return fault('not-a-date');
  const written = date.toISOString().slice(0, 10);
  if (from !== undefined && written < from) return fault('date-too-early', from);
  if (to !== undefined && written > to) return fault('date-too-late', to);
  return value(written);
}

/** Seconds stay as they are; a moment is written with its zone. */
function readInstant(text: string, column: ColumnSpec, now: number): InputReading {
  const at = /T.*(Z|[+-]\d\d(:?\d\d)?)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) return fault('not-a-time');
  const { from, to } = column;
  if (from !== undefined && at < Date.parse(from)) return fault('date-too-early', from);
  if (to !== undefined && at >= Date.parse(to) + DAY_MS) return fault('date-too-late', to);
  return column.notAhead && at > now + DAY_MS ? fault('ahead') : value(text);
}

/** Whether it names a time zone that clocks know (IANA). */
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Z]/i.test(name);
  } catch {
    return false;
  }
}

function readText(text: string, column: ColumnSpec, now: number): InputReading {
  switch (column.type) {
    case 'integer':
    case 'number':
      return readNumber(text, column);
    case 'date':
      return readDate(text, column);
    case 'instant':
      return readInstant(text, column, now);
    case 'boolean':
      return text === 'true' || text === 'false' ? value(text === 'true') : fault('not-a-word');
    default:
      break;
  }
  if (column.words !== undefined && !column.words.includes(text)) return fault('not-a-word');
  if (column.form === 'event-kind' && !isEventKind(text)) return fault('not-a-word');
  if (column.pattern !== undefined && !new RegExp(column.pattern).test(text))
    return fault('not-a-code');
  if (column.form === 'timezone' && !isZone(text)) return fault('not-a-zone');
  if (column.longest !== undefined && text.length > column.longest)
    return fault('too-long', column.longest);
  return value(text);
}

function readEquipment(items: readonly EquipmentInput[]): InputReading {
  const read: object[] = [];
  for (const { item, quantity, unit } of items) {
    if (item.trim() === '' && quantity.trim() === '' && unit.trim() === '') continue;
    if (item.trim() === '') return fault('item-without-name');
    const number = quantity.trim() === '' ? null : plainNumber(quantity);
    if (number === null && quantity.trim() !== '') return fault('not-a-number');
    if (number !== null && number < 0) return fault('too-small', 0);
    read.push({
      item: item.trim(),
      quantity: number,
      unit: unit.trim() === '' ? null : unit.trim(),
    });
  }
  return value(read);
}

/** One area where the column holds areas of several parts is an area of one part. */
const inParts = (
  geometry: Geometry | null,
  shapes: readonly string[] | undefined,
): Geometry | null =>
  geometry?.type === 'Polygon' &&
  shapes?.includes('MultiPolygon') === true &&
  !shapes.includes('Polygon')
    ? { type: 'MultiPolygon', coordinates: [geometry.coordinates] }
    : geometry;

/** `now` in milliseconds by the server's clock. */
export function readInput(input: Input, column: ColumnSpec, now: number): InputReading {
  if (column.form === 'equipment') return readEquipment(input as readonly EquipmentInput[]);
  if (column.form === 'suitability') return value(input);
  if (column.type === 'geometry') {
    const { shapes } = column;
    const geometry = inParts(input as Geometry | null, shapes);
    const fits = geometry === null || shapes === undefined || shapes.includes(geometry.type);
    if (!fits) return fault('wrong-shape', shapes[0]);
    const tooMany = geometry !== null && countCorners(geometry) > MOST_CORNERS;
    return tooMany ? fault('too-many-corners', MOST_CORNERS) : value(geometry);
  }
  if (column.type === 'texts') {
    const texts = (input as readonly string[])
      .map((text) => text.trim())
      .filter((text) => text !== '');
    const long = texts.some((text) => text.length > (column.longest ?? Infinity));
    return long ? fault('too-long', column.longest) : value(texts);
  }
  const text = typeof input === 'string' ? input.trim() : '';
  if (text !== '') return readText(text, column, now);
  return column.required && column.default === undefined ? fault('required') : value(null);
}
