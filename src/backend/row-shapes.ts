/**
 * How each column of a kind is read, by the type its description states. The types make the descriptions complete: a
 * field of a record that is not described does not compile. Columns not described never enter the console.
 */
import { KINDS } from '../core/kinds/index.ts';
import type { ColumnType, DescribedKind, Held } from '../core/kinds/index.ts';
import {
  ALL_EVENT_KINDS,
  AVAILABILITIES,
  BASE_LAYERS,
  DISTRICT_LEVELS,
  EVENT_CLASSES,
  RECTIFICATION_STATES,
  RESOURCE_KINDS,
} from '../core/model/index.ts';
import type { EquipmentItem, RecordKind, RecordOf, Threshold } from '../core/model/index.ts';
import { THRESHOLDS } from '../core/thresholds/index.ts';
import { BAD, geometry, instant, maybe, number, oneOf, text, texts, truth } from './row-fields.ts';
import type { Field } from './row-fields.ts';

export type RowShape<Row> = { readonly [Name in keyof Row]-?: Field<Row[Name]> };

const eventKind = oneOf(ALL_EVENT_KINDS);

const suitability: Field<Held['suitability']> = (value) => {
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object') return BAD;
  const known = Object.entries(value).filter(
    ([kind, said]) => eventKind(kind) !== BAD && ['yes', 'no', 'unknown'].includes(String(said)),
  );
  return Object.fromEntries(known) as Held['suitability'];
};

const equipment: Field<EquipmentItem[]> = (value) => {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) return BAD;
  const items: EquipmentItem[] = [];
  for (const entry of value as unknown[]) {
    if (
      typeof entry !== 'object' ||
      entry === null ||
      !('item' in entry) ||
      typeof entry.item !== 'string'
    )
      return BAD;
    const quantity = maybe(number)('quantity' in entry ? entry.quantity : null);
    const unit = maybe(text)('unit' in entry ? entry.unit : null);
    if (quantity === BAD || unit === BAD) return BAD;
    items.push({ item: entry.item, quantity, unit });
  }
  return items;
};

const READERS: { readonly [Type in ColumnType]: Field<Held[Type]> } = {
  line: text,
  text,
  code: text,
  uuid: text,
  date: text,
  instant,
  integer: number,
  number,
  area: number,
  length: number,
  duration: number,
  coordinate: number,
  flag: truth,
  list: texts,
  geometry,
  equipment,
  suitability,
  event_class: oneOf(EVENT_CLASSES),
  event_kind: eventKind,
  level: oneOf([1, 2, 3, 4] as const),
  availability: oneOf(AVAILABILITIES),
  base_layer: oneOf(BASE_LAYERS),
  district_level: oneOf(DISTRICT_LEVELS),
  incident_state: oneOf(['open', 'closed'] as const),
  owner_kind: oneOf([...RESOURCE_KINDS, 'settlement'] as const),
  passable: oneOf(['open', 'blocked', 'unknown'] as const),
  rectification: oneOf(RECTIFICATION_STATES),
  shelter_state: oneOf(['open', 'standby', 'closed', 'unknown'] as const),
};
/** Nothing in these is an empty list, not an unknown one. */
const LISTS: ReadonlySet<ColumnType> = new Set<ColumnType>(['list', 'equipment', 'suitability']);

/** The description's types hold that it has each field of the record with the type of its values. */
function shapeOf<Kind extends DescribedKind>(kind: Kind): RowShape<RecordOf[Kind]> {
  const shape: Record<string, Field<unknown>> = {};
  for (const [field, { type, always, onlyInFiles }] of Object.entries(KINDS[kind].columns)) {
    if (onlyInFiles === true) continue;
    const read: Field<unknown> = READERS[type as ColumnType];
    const isKnown = always === true || LISTS.has(type as ColumnType);
    shape[field] = isKnown ? read : maybe(read);
  }
  return shape as RowShape<RecordOf[Kind]>;
}

/** Described by nobody: rules have a screen of their own. */
const threshold: RowShape<Threshold> = {
  id: text,
  version: number,
  createdAt: instant,
  updatedAt: instant,
  updatedBy: maybe(text),
  archivedAt: maybe(instant),
  districtCode: text,
  key: oneOf(THRESHOLDS.map(({ key }) => key)),
  value: number,
  unit: text,
  source: text,
  clause: maybe(text),
  verifiedAt: maybe(instant),
};

export const ROW_SHAPES: { readonly [K in RecordKind]: RowShape<RecordOf[K]> } = {
  district: shapeOf('district'),
  district_setting: threshold,
  base_feature: shapeOf('base_feature'),
  settlement: shapeOf('settlement'),
  hazard: shapeOf('hazard'),
  shelter: shapeOf('shelter'),
  depot: shapeOf('depot'),
  team: shapeOf('team'),
  evacuation_route: shapeOf('evacuation_route'),
  stock_lot: shapeOf('stock_lot'),
  contact: shapeOf('contact'),
  incident: shapeOf('incident'),
  closure: shapeOf('closure'),
};
