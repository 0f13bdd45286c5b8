/** What is typed about an area, and what is wrong with it. */
import { t } from '../../messages/index.ts';

export type Typed = string | number;

/** null = nothing typed. */
export const numberOf = (typed: Typed): number | null => (typed === '' ? null : Number(typed));

/** What is wrong with a range of depths; null = nothing. */
export function depthFault(min: number | null, max: number | null): string | null {
  if ([min, max].some((depth) => depth !== null && !(depth >= 0 && depth <= 100)))
    return t('areas.card.depthRange');
  return min !== null && max !== null && min > max ? t('areas.card.minOverMax') : null;
}
