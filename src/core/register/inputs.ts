/** What stands in the fields of a form: as typed, so that nothing a person wrote is lost while it makes no sense yet. */
import type { Geometry } from 'geojson';
import { fieldOf } from '../model/index.ts';
import type { RecordOf } from '../model/index.ts';
import { columnOf } from '../schema/index.ts';
import type { ColumnSpec, RegisterKind } from '../schema/index.ts';

export interface EquipmentInput {
  item: string;
  quantity: string;
  unit: string;
}

/** Text and numbers as typed (empty = unknown); lists, tables and places as what they are. */
export type Input =
  | string
  | readonly string[]
  | readonly EquipmentInput[]
  | Readonly<Record<string, string>>
  | Geometry
  | null;
export type Inputs = Readonly<Record<string, Input>>;

/** Seconds are kept, minutes are typed. */
export const SECONDS_TYPED = 60;

const short = (value: number): string => String(Math.round(value * 1e9) / 1e9);

/** The full geometry of a record: its line or area, otherwise its point; null = no place known. */
export function geometryOf(record: {
  lng?: unknown;
  lat?: unknown;
  geometry?: unknown;
}): Geometry | null {
  if (record.geometry != null) return record.geometry as Geometry;
  if (typeof record.lng !== 'number' || typeof record.lat !== 'number') return null;
  return { type: 'Point', coordinates: [record.lng, record.lat] };
}

function equipmentOf(value: unknown): EquipmentInput[] {
  const items = (value ?? []) as RecordOf['team']['equipment'];
  return items.map(({ item, quantity, unit }) => ({
    item,
    quantity: quantity === null ? '' : short(quantity),
    unit: unit ?? '',
  }));
}

/** What a field shows for a record; for a record that does not exist yet (null), what the database would put. */
export function inputOf<K extends RegisterKind>(
  record: RecordOf[K] | null,
  column: ColumnSpec,
): Input {
  const fields = record as Readonly<Record<string, unknown>> | null;
  if (column.type === 'geometry') return fields === null ? null : geometryOf(fields);
  const value = fields?.[fieldOf(column.name)] ?? null;
  if (column.form === 'equipment') return equipmentOf(value);
  if (column.form === 'suitability') return (value ?? {}) as Readonly<Record<string, string>>;
  if (column.type === 'texts') return (value ?? []) as readonly string[];
  if (value === null)
    return record === null && column.words !== undefined ? (column.default ?? '') : '';
  if (typeof value === 'number')
    return short(column.unit === 'second' ? value / SECONDS_TYPED : value);
  return String(value as string | boolean);
}

/** The last digits of a coordinate differ after a journey as text; 1e-7 degree is a centimetre. */
const rounded = (value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1e7) / 1e7 : value;

/** Whether two inputs say the same. */
export function sameInput(a: Input, b: Input): boolean {
  if (typeof a === 'string' && typeof b === 'string') {
    if (a.trim() === b.trim()) return true;
    const [first, second] = [Date.parse(a), Date.parse(b)];
    return /T.*(Z|[+-]\d\d)/.test(a) && /T.*(Z|[+-]\d\d)/.test(b) && first === second;
  }
  return (
    JSON.stringify(sorted(a), (_, value) => rounded(value)) ===
    JSON.stringify(sorted(b), (_, value) => rounded(value))
  );
}

/** Whether a record says all that was typed; what stands in no column of its own is not asked. */
export const saysAlready = <K extends RegisterKind>(
  kind: K,
  record: RecordOf[K],
  typed: Inputs,
): boolean =>
  Object.entries(typed).every(([name, input]) => {
    const column = columnOf(kind, name);
    return column === null || sameInput(input, inputOf(record, column));
  });

/** A table of answers has no order. */
function sorted(input: Input): unknown {
  if (input === null || typeof input !== 'object' || Array.isArray(input) || 'type' in input)
    return input;
  return Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1));
}
