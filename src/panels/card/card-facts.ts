/** The facts of a card as the description of the kind lists them. */
import { KINDS } from '../../core/kinds/index.ts';
import type { AnyColumn, ColumnType, DescribedKind, Held } from '../../core/kinds/index.ts';
import { columnNameOf } from '../../core/model/index.ts';
import type { RecordKind, RecordOf } from '../../core/model/index.ts';
import { columnOf } from '../../core/schema/index.ts';
import type { ColumnUnit, RegisterKind } from '../../core/schema/index.ts';
import { t } from '../../messages/index.ts';
import type { MessageKey } from '../../messages/index.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import { formatFullClock } from '../../ui/format/times.ts';
import { fieldLabel, wordText } from '../parts/register/register-text.ts';
import { equipmentText, listed } from './card-fact.ts';
import type { CardContext, CardFact } from './card-fact.ts';
import { SPECIAL_FACTS } from './special-facts.ts';

export type { CardContext, CardFact } from './card-fact.ts';

type Said = {
  readonly [Type in ColumnType]?: (value: Held[Type], context: CardContext) => string | null;
};

/** `unknown` is a word of the database; a card says it as it says every gap. */
const unlessUnknown = <Word extends string>(
  say: (word: Exclude<Word, 'unknown'>) => string,
): ((word: Word) => string | null) => {
  return (word) => (word === 'unknown' ? null : say(word as Exclude<Word, 'unknown'>));
};

/** How a value that is known is said; texts as they are. */
const SAID: Said = {
  area: (area) => t('card.value.area', { area: formatNumber(area) }),
  length: (width) => t('card.value.width', { width: formatNumber(width) }),
  integer: formatNumber,
  list: listed,
  equipment: equipmentText,
  instant: (at, { zone }) => formatFullClock(at, zone),
  level: (level) => t(`kinds.level.${level}`),
  rectification: (word) => t(`kinds.rectification.${word}`),
  incident_state: (word) => t(`incident.state.${word}`),
  district_level: (word) => t(`card.districtLevel.${word}`),
  passable: unlessUnknown((word) => t(`kinds.passable.${word}`)),
  shelter_state: unlessUnknown((word) => t(`kinds.shelterState.${word}`)),
};

/** Numbers of a unit that has a word of its own. */
const COUNTED: Readonly<Partial<Record<ColumnUnit, (count: string) => string>>> = {
  person: (count) => t('card.value.people', { people: count }),
  household: (count) => t('card.value.households', { households: count }),
};

type CardLabel = Extract<MessageKey, `card.field.${string}`>;

/** What a column is called on the card; a fact of several columns has a label of its own. */
function labelOf(name: string, column: AnyColumn | undefined): string {
  if (column === undefined) return '';
  return column.cardLabel === undefined
    ? fieldLabel(columnNameOf(name))
    : t(`card.field.${column.cardLabel}` as CardLabel);
}

function valueText(
  kind: DescribedKind,
  name: string,
  value: unknown,
  context: CardContext,
): string | null {
  if (value === null || value === undefined) return null;
  const unit = columnOf(kind as RegisterKind, columnNameOf(name))?.unit;
  const counted = unit === undefined ? undefined : COUNTED[unit];
  if (counted !== undefined) return counted(formatNumber(value as number));
  const type = KINDS[kind].columns[name]?.type as ColumnType;
  if (type === 'flag')
    return wordText(kind as RegisterKind, columnNameOf(name), String(value as boolean));
  const say = SAID[type] as ((value: unknown, context: CardContext) => string | null) | undefined;
  return say === undefined ? (value as string) : say(value, context);
}

/** The line of one column; none where the description wants it only when something is recorded. */
function plainFact(
  kind: DescribedKind,
  name: string,
  record: object,
  context: CardContext,
): CardFact | null {
  const column = KINDS[kind].columns[name];
  const held = (record as Readonly<Record<string, unknown>>)[name];
  const value = valueText(kind, name, held, context);
  if (column?.whereKnown === true && (value === null || value.trim() === '')) return null;
  const fact = { label: labelOf(name, column), value };
  return column?.asWritten === true ? { ...fact, isText: true } : fact;
}

type Special = (record: object, context: CardContext, label: string) => CardFact | null;

/** What is known about a record of any kind, the most asked first. */
export function cardFacts<K extends RecordKind>(
  kind: K,
  record: RecordOf[K],
  context: CardContext,
): CardFact[] {
  if (kind === 'district_setting') return [];
  const described: DescribedKind = kind;
  const { columns, card = [] } = KINDS[described];
  const special = SPECIAL_FACTS[described] as Readonly<Record<string, Special>> | undefined;
  return card
    .map((name) => {
      const says = special?.[name];
      return says === undefined
        ? plainFact(described, name, record, context)
        : says(record, context, labelOf(name, columns[name]));
    })
    .filter((fact) => fact !== null);
}
