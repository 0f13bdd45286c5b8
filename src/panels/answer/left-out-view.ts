import { LEFT_OUT_REASONS } from '../../core/ranking/types.ts';
import type { LeftOut, LeftOutBecause, LeftOutReason } from '../../core/ranking/types.ts';
import { t } from '../../messages/index.ts';
import {
  formatDistance,
  formatDuration,
  formatNumber,
  quantityText,
} from '../../ui/format/numbers.ts';
import { formatAgo } from '../../ui/format/times.ts';
import { inAreaText } from '../parts/obstacles/area-text.ts';

export interface LeftOutGroup {
  reason: LeftOutReason;
  title: string;
  rows: readonly LeftOut[];
}

/** What was left out, by reason in the order of the closed list; the order inside a reason is kept. */
export function leftOutGroups(leftOut: readonly LeftOut[]): LeftOutGroup[] {
  return LEFT_OUT_REASONS.map((reason) => ({
    reason,
    title: t(`answer.leftOut.${reason}`),
    rows: leftOut.filter((row) => row.because.reason === reason),
  })).filter((group) => group.rows.length > 0);
}

/** Why exactly this one was left out. */
export function becauseText(because: LeftOutBecause, now: number): string {
  switch (because.reason) {
    case 'unavailable': {
      const state = t(`answer.because.${because.state}`);
      return because.at === null
        ? state
        : t('answer.because.since', { state, ago: formatAgo(because.at, now) });
    }
    case 'lacks-capability':
      return t('answer.because.lacksCapability', { has: because.has.join(t('answer.text.comma')) });
    case 'stock-short':
      return stockShortText(because);
    case 'full':
      return fullText(because);
    case 'unsuitable':
      return t('answer.because.unsuitable', { event: t(`kinds.event.${because.eventKind}`) });
    case 'in-area':
      return inAreaText(because.area);
    case 'position-too-old':
      return t('answer.because.positionTooOld', {
        ago: formatAgo(because.at, now),
        limit: formatDuration(because.limit),
      });
    case 'outside-radius':
      return t('answer.because.outsideRadius', { radius: formatDistance(because.radius) });
    case 'no-place':
      return t('answer.leftOut.noPlaceDetail');
  }
}

function stockShortText({
  item,
  asked,
  has,
  unit,
  expired,
}: LeftOutBecause & { reason: 'stock-short' }): string {
  const short =
    has === 0 || asked === null
      ? t('answer.because.stockNone', { item })
      : t('answer.because.stockShort', {
          has: quantityText(has, unit),
          asked: quantityText(asked, unit),
        });
  if (expired === 0) return short;
  return t('answer.because.stockExpired', { short, expired: quantityText(expired, unit) });
}

function fullText({
  asked,
  free,
  capacity,
  occupancy,
}: LeftOutBecause & { reason: 'full' }): string {
  const total = formatNumber(capacity);
  if (asked === null) return t('answer.because.fullAny', { capacity: total });
  if (occupancy === null)
    return t('answer.because.fullByCapacity', { capacity: total, asked: formatNumber(asked) });
  return t('answer.because.full', { free: formatNumber(free), asked: formatNumber(asked) });
}
