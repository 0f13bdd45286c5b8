/** Fields and values of the register in the person's language. */
import type { Geometry } from 'geojson';
import { KINDS } from '../../../core/kinds/index.ts';
import { DISTRICT_LEVELS, fieldOf } from '../../../core/model/index.ts';
import type { DistrictLevel, EquipmentItem, EventKind } from '../../../core/model/index.ts';
import type { EquipmentInput, Input } from '../../../core/register/index.ts';
import type { InputFault } from '../../../core/register/index.ts';
import { SECONDS_TYPED } from '../../../core/register/index.ts';
import { columnOf } from '../../../core/schema/index.ts';
import type { ColumnSpec, RegisterKind } from '../../../core/schema/index.ts';
import { writeDecimal } from '../../../core/search/write-coordinates.ts';
import { t } from '../../../messages/index.ts';
import type { MessageKey } from '../../../messages/index.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import { placeKindText } from '../../../ui/format/place-kinds.ts';
import { formatFullClock } from '../../../ui/format/times.ts';

type LastOf<Prefix extends string, Key = MessageKey> = Key extends `${Prefix}.${infer Last}`
  ? Last
  : never;
type FieldName = LastOf<'register.field'>;
type FirstOf<Path> = Path extends `${infer First}.${string}` ? First : never;
type Explained = FirstOf<LastOf<'register.explained'>>;

/** What else a value needs to be read: the zone of its times, and the names of records it points at. */
export interface TextContext {
  /** Words are read while drawing; what was made of them is made anew in another language. */
  language: string;
  zone: string;
  /** What a record of a table is called; null = not known here. */
  nameOf: (table: string, key: string) => string | null;
}

export const fieldLabel = (column: string): string => t(`register.field.${column as FieldName}`);

/** The label with the unit its numbers are in. */
export function fieldHead(kind: RegisterKind, column: string): string {
  const unit = unitText(columnOf(kind, column));
  return unit === null ? fieldLabel(column) : `${fieldLabel(column)} (${unit})`;
}

function unitText(column: ColumnSpec | null): string | null {
  return column?.unit === undefined ? null : t(`register.unit.${column.unit}`);
}

const WORDS: Readonly<Record<string, (word: never) => string>> = {
  'hazard.rectification_state': (word) => t(`kinds.rectification.${word}`),
  'shelter.state': (word) => t(`kinds.shelterState.${word}`),
  'team.availability': (word) => t(`kinds.availability.${word}`),
  'evacuation_route.state': (word) => t(`kinds.passable.${word}`),
  'incident.state': (word) => t(`incident.state.${word}`),
};

type Truth = 'true' | 'false';

/** Yes or no, in words of the column's own where these alone would mislead. */
function truthText(kind: RegisterKind, column: string, word: Truth): string {
  return KINDS[kind].columns[fieldOf(column)]?.explained === true
    ? t(`register.explained.${column as Explained}.${word}`)
    : t(`units.truth.${word}`);
}

/** One of a column's few words. */
export function wordText(kind: RegisterKind, column: string, word: string): string {
  if (columnOf(kind, column)?.form === 'event-kind') return t(`kinds.event.${word as EventKind}`);
  if (column === 'level' && kind === 'district')
    return t(`card.districtLevel.${word as DistrictLevel}`);
  if (column === 'level') return t(`kinds.level.${word as '1'}`);
  if (columnOf(kind, column)?.type === 'boolean') return truthText(kind, column, word as Truth);
  return WORDS[`${kind}.${column}`]?.(word as never) ?? word;
}

/** The few words a column may hold; null = anything. A level is a number of four words. */
export function wordsOf(kind: RegisterKind, column: string): readonly string[] | null {
  // There is one root, and it is there from the beginning.
  if (column === 'level' && kind === 'district')
    return DISTRICT_LEVELS.filter((level) => level !== 'root');
  if (column === 'level') return ['1', '2', '3', '4'];
  const spec = columnOf(kind, column);
  return spec?.type === 'boolean' ? ['true', 'false'] : (spec?.words ?? null);
}

/** Corners of all parts; the one that closes a ring is not counted twice. */
function vertices(geometry: Geometry): number {
  switch (geometry.type) {
    case 'GeometryCollection':
      return geometry.geometries.reduce((sum, part) => sum + vertices(part), 0);
    case 'Point':
      return 1;
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates.length;
    case 'MultiLineString':
      return geometry.coordinates.reduce((sum, line) => sum + line.length, 0);
    case 'Polygon':
      return geometry.coordinates.reduce((sum, ring) => sum + ring.length - 1, 0);
    case 'MultiPolygon':
      return geometry.coordinates.flat().reduce((sum, ring) => sum + ring.length - 1, 0);
  }
}

/** A point by its coordinates, anything else by its shape and size. */
export function geometryText(geometry: Geometry | null): string {
  if (geometry === null) return '';
  if (geometry.type === 'Point')
    return writeDecimal([geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0]);
  const shape = t(`register.shape.${geometry.type}`);
  return t('register.shapeVertices', { shape, count: vertices(geometry) });
}

const equipmentText = ({ item, quantity, unit }: EquipmentItem | EquipmentInput): string =>
  [
    item,
    quantity === null || quantity === '' ? '' : ` ${quantity}`,
    unit === null || unit === '' ? '' : ` ${unit}`,
  ].join('');

const suitabilityText = (value: Readonly<Record<string, string>>): string =>
  Object.entries(value)
    .filter(([, said]) => said === 'yes' || said === 'no')
    .map(
      ([event, said]) =>
        `${t(`kinds.event.${event as EventKind}`)} ${t(`kinds.suitability.${said as 'yes'}`)}`,
    )
    .join(t('answer.text.comma'));

function textOf(
  kind: RegisterKind,
  column: ColumnSpec,
  text: string,
  { zone, nameOf }: TextContext,
): string {
  if (text === '') return '';
  if (column.type === 'instant')
    return Number.isNaN(Date.parse(text)) ? text : formatFullClock(text, zone);
  if (column.refers !== undefined) return nameOf(column.refers, text) ?? text;
  if (wordsOf(kind, column.name) !== null || column.form !== undefined)
    return wordText(kind, column.name, text);
  if (column.name === 'kind') return placeKindText(text);
  return text;
}

/** What stands in a field, as a person reads it; empty = unknown. */
export function inputText(
  kind: RegisterKind,
  column: ColumnSpec,
  input: Input,
  context: TextContext,
): string {
  if (column.type === 'geometry') return geometryText(input as Geometry | null);
  if (column.form === 'suitability')
    return suitabilityText((input ?? {}) as Readonly<Record<string, string>>);
  if (column.form === 'equipment')
    return (input as readonly EquipmentInput[]).map(equipmentText).join(t('answer.text.comma'));
  if (Array.isArray(input)) return (input as readonly string[]).join(t('answer.text.comma'));
  const text = textOf(kind, column, typeof input === 'string' ? input : '', context);
  const unit = unitText(column);
  return text === '' || unit === null ? text : t('units.quantity', { value: text, unit });
}

/** A number in the unit in which it is shown and typed. */
export const shownNumber = (column: ColumnSpec, value: number): number =>
  column.unit === 'second' ? value / SECONDS_TYPED : value;

/** What is wrong with a field, and what to do about it. */
export function faultText(column: ColumnSpec, { tag, limit }: InputFault): string {
  if (tag === 'wrong-shape')
    return t('register.fault.wrong-shape', { shape: t(`register.shape.${limit as 'Point'}`) });
  if (tag === 'more-than-other' || tag === 'not-after-other' || tag === 'needs-other')
    return t(`register.fault.${tag}`, { other: fieldLabel(String(limit)) });
  const end = typeof limit === 'number' ? formatNumber(limit) : (limit ?? '');
  const unit = tag === 'too-long' ? null : unitText(column);
  return t(`register.fault.${tag}`, {
    limit: unit === null ? end : t('units.quantity', { value: end, unit }),
  });
}
