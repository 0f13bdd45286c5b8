/** What an import says of fields, values, reasons and sizes, in the person's language. */
import type { Geometry } from 'geojson';
import type { StoredKind } from '../../core/import/difference/tables.ts';
import type { FieldChange } from '../../core/import/session/types.ts';
import type { Fault, Warning } from '../../core/import/types.ts';
import type { ImportTrouble } from '../../state/import.ts';
import { columnNameOf } from '../../core/model/index.ts';
import type { BaseLayer, EventClass, EventKind, RecordOf } from '../../core/model/index.ts';
import { inputOf } from '../../core/register/index.ts';
import { columnOf } from '../../core/schema/index.ts';
import { writeDecimal } from '../../core/search/write-coordinates.ts';
import { t } from '../../messages/index.ts';
import type { MessageKey, MessageParams } from '../../messages/index.ts';
import { formatDistance, formatNumber } from '../../ui/format/numbers.ts';
import { formatFullClock } from '../../ui/format/times.ts';
import { fieldLabel, inputText } from '../parts/register/register-text.ts';
import type { TextContext } from '../parts/register/register-text.ts';
import { FIELD_NAMES, REASONS, WARNINGS } from './own-words.ts';

type LastOf<Prefix extends string, Key = MessageKey> = Key extends `${Prefix}.${infer Last}`
  ? Last
  : never;
type Own<Prefix extends string> = LastOf<Prefix>;

/** The name of a field a file can fill. */
export function importFieldLabel(field: string): string {
  if (field === 'suitability.flood_greatest') return t('importing.suitabilityForGreatest');
  if (field.startsWith('suitability.'))
    return t('importing.suitabilityFor', {
      kind: t(`kinds.event.${field.slice(12) as EventKind}`),
    });
  if (FIELD_NAMES.has(field)) return t(`importing.field.${field as Own<'importing.field'>}`);
  return fieldLabel(columnNameOf(field));
}

/** Kinds are named by words in params; everything else is shown as it is. */
function shownParams(params: MessageParams): MessageParams {
  const { kind, field } = params;
  const shown: Record<string, string | number> = { ...params };
  if (typeof kind === 'string') shown.kind = t(`kinds.event.${kind as EventKind}`);
  if (typeof field === 'string') shown.field = importFieldLabel(field);
  return shown;
}

/** A warning as the screen says it: what to do is done here, not by options of a command. */
export function warningText({ code, params }: Warning): string {
  const shown = shownParams(params);
  return WARNINGS.has(code)
    ? t(`importing.warning.${code as Own<'importing.warning'>}`, shown)
    : t(`importer.warning.${code}`, shown);
}

export function reasonText({ reason, params }: Fault): string {
  const shown = shownParams(params);
  return REASONS.has(reason)
    ? t(`importing.reason.${reason as Own<'importing.reason'>}`, shown)
    : t(`importer.reason.${reason}`, shown);
}

export const troubleText = (trouble: ImportTrouble): string =>
  trouble.tag === 'worker'
    ? t('importing.broken.worker', { message: trouble.message })
    : t(`importing.server.${trouble.reason}`, { code: trouble.code ?? '' });

/** Where the rows of a file went, as the console counted them when it sent them. */
export const totalsText = (totals: Readonly<Record<string, number>>): string =>
  t(
    'importing.totals.equation',
    Object.fromEntries(
      ['read', 'accepted', 'unchanged', 'duplicates', 'rejected'].map((name) => [
        name,
        formatNumber(totals[name] ?? 0),
      ]),
    ),
  );

const joinedText = (value: readonly unknown[]): string =>
  value.map(String).join(t('answer.text.comma'));

const plainText = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);

function plainValue(field: string, value: unknown, zone: string): string {
  if (Array.isArray(value)) return joinedText(value);
  if (field === 'class') return t(`kinds.eventClass.${value as EventClass}`);
  if (field.endsWith('At') && typeof value === 'string' && !Number.isNaN(Date.parse(value)))
    return formatFullClock(value, zone);
  if (typeof value === 'number') return formatNumber(value);
  return plainText(value);
}

/** A value of a field as the register would show it; unknown is said. */
export function valueText(
  kind: StoredKind,
  field: string,
  value: unknown,
  words: TextContext,
): string {
  if (value === null || value === undefined) return t('register.unknown');
  if (field === 'place') return writeDecimal(value as readonly [number, number]);
  if (kind === 'base_feature')
    return field === 'layer' ? t(`exporter.baseLayer.${value as BaseLayer}`) : plainText(value);
  const column = columnOf(kind, columnNameOf(field));
  if (column === null) return plainValue(field, value, words.zone);
  const record = { [field]: value } as unknown as RecordOf[typeof kind];
  const text = inputText(kind, column, inputOf(record, column), words);
  return text === '' ? t('register.unknown') : text;
}

interface MovedPlace {
  place: readonly [number, number];
  meters: number | null;
  shape: Geometry['type'];
}

/** A change in words: the field, what stands there, what will stand there. */
export function changeText(
  kind: StoredKind,
  { field, from, to }: FieldChange,
  words: TextContext,
): { label: string; from: string | null; to: string } {
  const label = importFieldLabel(field);
  if (field === 'archivedAt') return { label, from: null, to: t('importing.table.restored') };
  if (field === 'stock') {
    const { lots, counts } = to as { lots: number; counts: number };
    return { label, from: null, to: t('importing.table.stock', { lots, counts }) };
  }
  if (field === 'stockGone' || field === 'stockKept')
    return {
      label: importFieldLabel('stock'),
      from: null,
      to: t(`importing.table.${field}`, { items: joinedText(to as readonly unknown[]) }),
    };
  if (field === 'occupancy') {
    const counted = (value: unknown): string => {
      const { people, at } = value as { people: number | null; at: string | null };
      if (people === null) return t('register.unknown');
      return at === null
        ? t('importing.table.peopleUndated', { people: formatNumber(people) })
        : t('importing.table.peopleAt', {
            people: formatNumber(people),
            at: formatFullClock(at, words.zone),
          });
    };
    return { label, from: from === null ? null : counted(from), to: counted(to) };
  }
  if (field === 'contact')
    return {
      label,
      from: from === null ? null : joinedText(from as readonly unknown[]),
      to: joinedText(to as readonly unknown[]),
    };
  if (field === 'place') {
    const { place, meters, shape } = to as MovedPlace;
    const distance =
      meters === null ? '' : t('importing.table.moved', { distance: formatDistance(meters) });
    const parts =
      shape === 'Point'
        ? [writeDecimal(place), distance]
        : [t('importing.table.reshaped'), distance];
    return {
      label,
      from: valueText(kind, 'place', from, words),
      to: parts.filter(Boolean).join(' · '),
    };
  }
  return {
    label,
    from: valueText(kind, field, from, words),
    to: valueText(kind, field, to, words),
  };
}
