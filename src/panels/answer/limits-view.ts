import type { Meters } from '../../core/model/index.ts';
import type { Answer, Filters, RankedKind } from '../../core/ranking/types.ts';
import { t } from '../../messages/index.ts';
import { formatDistance, formatNumber } from '../../ui/format/numbers.ts';

/** A radius in words; Infinity = nobody set one. */
export const radiusText = (radius: Meters): string =>
  Number.isFinite(radius) ? formatDistance(radius) : t('answer.filter.noLimit');

const countText = (count: number): string =>
  Number.isFinite(count) ? String(count) : t('answer.filter.noLimit');

export const limitsText = ({ count, radius }: Pick<Answer, 'count' | 'radius'>): string =>
  t('answer.text.limits', { count: countText(count), radius: radiusText(radius) });

/** The conditions that hold for a kind, in words; conditions of other kinds are kept in the session but not asked. */
export function conditionTexts(kind: RankedKind, filters: Filters): string[] {
  const texts: string[] = [];
  if (kind === 'team') {
    if (filters.capability !== null)
      texts.push(t('answer.fact.capability', { capability: filters.capability }));
    if (filters.onlyAvailable) texts.push(t('answer.filter.availableCondition'));
  }
  if (kind === 'depot' && filters.item !== null) {
    const { item, itemQuantity } = filters;
    texts.push(
      itemQuantity === null
        ? item
        : t('answer.filter.itemCondition', { item, quantity: formatNumber(itemQuantity) }),
    );
  }
  if (kind === 'shelter') {
    if (filters.freeCapacity !== null)
      texts.push(t('answer.filter.freeCondition', { free: formatNumber(filters.freeCapacity) }));
  }
  return texts;
}

/** That a word for an item is nowhere on record, and what is alike; null when it is. */
export function unheardText({ unheard }: Pick<Answer, 'unheard'>): string | null {
  if (unheard === null) return null;
  const { item, alike } = unheard;
  return alike.length === 0
    ? t('answer.unheard', { item })
    : t('answer.unheardAlike', { item, alike: alike.join(t('answer.text.comma')) });
}

/** Whether any condition that a person can clear narrows the answer of this kind. */
export const isNarrowed = (kind: RankedKind, filters: Filters): boolean =>
  conditionTexts(kind, filters).length > 0 || filters.radius !== null || filters.count !== null;

/** A round radius that takes in the nearest of those left out for the radius; null when none was. */
export function widerRadius(answer: Pick<Answer, 'leftOut'>): Meters | null {
  const nearest = answer.leftOut.find((row) => row.because.reason === 'outside-radius')?.distance;
  if (nearest == null) return null;
  const step = 10 ** Math.max(3, Math.floor(Math.log10(nearest)));
  return Math.ceil((nearest + 1) / step) * step;
}
