/** The columns of a kind's table: what a cell shows, and by what it is ordered and filtered. */
import { fieldOf } from '../../../core/model/index.ts';
import type { RecordOf } from '../../../core/model/index.ts';
import { inputOf } from '../../../core/register/index.ts';
import { columnOf } from '../../../core/schema/index.ts';
import type { ColumnSpec, RegisterKind } from '../../../core/schema/index.ts';
import type { TableColumn } from '../../../core/table/index.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import { formatFullClock } from '../../../ui/format/times.ts';
import { fieldHead, inputText, shownNumber, wordsOf } from '../../parts/register/register-text.ts';
import type { TextContext } from '../../parts/register/register-text.ts';

export type AnyRecord = RecordOf[RegisterKind];

export interface RegisterColumn extends TableColumn<AnyRecord> {
  head: string;
  /** Pixels. */
  width: number;
  /** Stands at the right, digits under digits. */
  numeric: boolean;
  /** The few words it holds, for its filter. */
  words: readonly string[] | null;
}

const raw = (record: AnyRecord, name: string): unknown =>
  (record as unknown as Readonly<Record<string, unknown>>)[fieldOf(name)] ?? null;

const WIDTHS: Readonly<Record<string, number>> = {
  name: 220,
  title: 220,
  reason: 220,
  item: 160,
  geom: 170,
  address: 200,
  note: 220,
  inventory_text: 260,
  suitability: 220,
  facilities: 200,
  capabilities: 200,
  equipment: 220,
  depot_id: 180,
  settlement_id: 180,
  shelter_id: 180,
  district_code: 120,
  unit: 80,
};

function widthOf(name: string, spec: ColumnSpec | null, numeric: boolean): number {
  const own = WIDTHS[name];
  if (own !== undefined) return own;
  if (name.endsWith('_at')) return 140;
  if (numeric) return 124;
  return spec?.words === undefined ? 140 : 112;
}

/** A number of the table's own row: what is summed or kept, or what somebody stated. */
function numberColumn(
  name: string,
  spec: ColumnSpec | null,
): Pick<RegisterColumn, 'text' | 'value' | 'filter'> {
  const value = (record: AnyRecord): number | null => {
    const number = raw(record, name);
    if (typeof number !== 'number') return null;
    return spec === null ? number : shownNumber(spec, number);
  };
  return {
    value,
    text: (record) => {
      const number = value(record);
      return number === null ? '' : formatNumber(number);
    },
    filter: 'number',
  };
}

function columnFor(kind: RegisterKind, name: string, context: TextContext): RegisterColumn {
  const spec = columnOf(kind, name);
  const words = wordsOf(kind, name);
  const numeric =
    words === null &&
    (spec === null ? !name.endsWith('_at') : ['integer', 'number'].includes(spec.type));
  const common = {
    name,
    head: fieldHead(kind, name),
    numeric,
    words,
    width: widthOf(name, spec, numeric),
  };
  if (numeric) return { ...common, ...numberColumn(name, spec), searched: false };
  if (name.endsWith('_at')) {
    const value = (record: AnyRecord) => raw(record, name) as string | null;
    const text = (record: AnyRecord) => {
      const at = value(record);
      return at === null ? '' : formatFullClock(at, context.zone);
    };
    // Ordered by the moment, filtered by what is read: `2026-11` finds a month.
    return { ...common, text, value, filter: 'text', searched: false };
  }
  if (spec === null)
    return { ...common, text: (record) => String(raw(record, name) ?? ''), filter: 'text' };
  const text = (record: AnyRecord) => inputText(kind, spec, inputOf(record, spec), context);
  if (words === null)
    return { ...common, text, filter: 'text', searched: spec.type !== 'geometry' };
  const value = (record: AnyRecord) => {
    const word = raw(record, name);
    return word === null ? null : String(word as string | number);
  };
  return { ...common, text, value, filter: 'words' };
}

/** Every named column, in the order given. */
export const columnsFor = (
  kind: RegisterKind,
  names: readonly string[],
  context: TextContext,
): RegisterColumn[] => names.map((name) => columnFor(kind, name, context));
