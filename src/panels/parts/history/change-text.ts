/** Columns and values of a history entry in words: the same words as in the register's forms. */
import { fieldOf } from '../../../core/model/index.ts';
import type { RecordKind } from '../../../core/model/index.ts';
import { inputOf } from '../../../core/register/index.ts';
import { columnOf, REGISTER_KINDS } from '../../../core/schema/index.ts';
import type { ColumnSpec, RegisterKind } from '../../../core/schema/index.ts';
import { t } from '../../../messages/index.ts';
import { formatFullClock } from '../../../ui/format/times.ts';
import { fieldLabel, geometryText, inputText } from '../register/register-text.ts';
import type { TextContext } from '../register/register-text.ts';

/** Columns that stand in a history but in no form. */
const IN_NO_FORM = [
  'class',
  'dispute_reason',
  'availability_at',
  'position',
  'position_at',
  'closed_at',
  'id',
  'duty',
  'phone',
  'last_answered_at',
  'resource_kind',
] as const;

/** Columns of contacts that other tables have too. */
const CONTACT_FIELDS = ['name', 'district_code'];

const isRegisterKind = (kind: RecordKind): kind is RegisterKind =>
  (REGISTER_KINDS as readonly string[]).includes(kind);

function specOf(kind: RecordKind, column: string): ColumnSpec | null {
  return isRegisterKind(kind) ? columnOf(kind, column) : null;
}

/** What a column is called; one nobody has named keeps its own name. */
export function columnText(kind: RecordKind, column: string): string {
  const inNoForm = IN_NO_FORM.find((one) => one === column);
  if (inNoForm !== undefined) return t(`history.column.${inNoForm}`);
  const named =
    specOf(kind, column) !== null || (kind === 'contact' && CONTACT_FIELDS.includes(column));
  return named ? fieldLabel(column) : column;
}

const isGeometry = (value: object): boolean => 'type' in value && 'coordinates' in value;

function plainText(value: unknown, { zone }: TextContext): string {
  if (typeof value === 'object' && value !== null && isGeometry(value))
    return geometryText(value as never);
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value as string | number | boolean);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? formatFullClock(text, zone) : text;
}

/** What a column said, as a form would show it; null = it said nothing. */
export function valueText(
  kind: RecordKind,
  column: string,
  value: unknown,
  context: TextContext,
): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (column === 'class') return t(`kinds.eventClass.${value as 'natural'}`);
  if (column === 'resource_kind') return t(`kinds.record.${value as 'team'}`);
  const spec = specOf(kind, column);
  if (spec === null || !isRegisterKind(kind)) return plainText(value, context);
  const record = spec.type === 'geometry' ? { geometry: value } : { [fieldOf(column)]: value };
  const text = inputText(kind, spec, inputOf(record as never, spec), context);
  return text === '' ? null : text;
}
