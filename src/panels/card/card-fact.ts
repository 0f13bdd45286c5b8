/** What a line of a card is, and how values of every kind are said on one. */
import type {
  EquipmentItem,
  Instant,
  Seconds,
  Settlement,
  Shelter,
} from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { formatNumber, quantityText } from '../../ui/format/numbers.ts';
import { formatAgo } from '../../ui/format/times.ts';

/** One line of a card. `value` null = unknown, and said so; `tone` 'old' = recorded, but too long ago to count. */
export interface CardFact {
  label: string;
  value: string | null;
  tone?: 'old' | 'bad';
  /** Written by others, perhaps in several lines: shown as it is. */
  isText?: boolean;
}

export interface CardContext {
  /** The server's clock in milliseconds. */
  now: number;
  zone: string;
  /** `fact_max_age` and `position_max_age` of the record's district; Infinity = no limit. */
  factMaxAge: Seconds;
  positionMaxAge: Seconds;
  settlement: ReadonlyMap<string, Settlement>;
  shelter: ReadonlyMap<string, Shelter>;
}

export const listed = (words: readonly string[]): string | null =>
  words.length === 0 ? null : words.join(t('answer.text.comma'));

export const people = (value: number | null): string | null =>
  value === null ? null : t('card.value.people', { people: formatNumber(value) });

export const equipmentText = (items: readonly EquipmentItem[]): string | null =>
  listed(
    items.map(({ item, quantity, unit }) =>
      quantity === null ? item : `${item} ${quantityText(quantity, unit)}`,
    ),
  );

export const isOlder = (at: Instant | null, limit: Seconds, now: number): boolean =>
  at !== null && now - Date.parse(at) > limit * 1000;

/** A stated value with its own time; too old a statement is marked. */
export function dated(
  label: string,
  value: string | null,
  at: Instant | null,
  context: CardContext,
): CardFact {
  if (value === null || at === null) return { label, value };
  const text = t('card.value.dated', { value, ago: formatAgo(at, context.now) });
  return isOlder(at, context.factMaxAge, context.now)
    ? { label, value: text, tone: 'old' }
    : { label, value: text };
}
