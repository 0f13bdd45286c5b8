import type { Instant, StockLot } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { formatNumber, quantityText } from '../../ui/format/numbers.ts';
import { formatAgo } from '../../ui/format/times.ts';

/** A lot in words. */
export interface LotView {
  id: string;
  item: string;
  spec: string | null;
  /** null = never counted. */
  quantity: string | null;
  belowMinimum: string | null;
  expiry: { text: string; expired: boolean };
  details: string[];
}

/** The lots of a depot by item, the first to expire first, those without a date last. `today` is YYYY-MM-DD there. */
export function lotViews(
  lots: Iterable<StockLot>,
  depotId: string,
  today: string,
  now: number,
): LotView[] {
  const own = [...lots].filter((lot) => lot.depotId === depotId);
  own.sort(
    (a, b) =>
      a.item.localeCompare(b.item, 'zh-Hans-CN') ||
      (a.expiresOn ?? '9999').localeCompare(b.expiresOn ?? '9999') ||
      (a.id < b.id ? -1 : 1),
  );
  return own.map((lot) => lotView(lot, today, now));
}

function lotView(lot: StockLot, today: string, now: number): LotView {
  const { quantity, unit, minimum, expiresOn, batch, quantityAt } = lot;
  const expired = expiresOn !== null && expiresOn < today;
  return {
    id: lot.id,
    item: lot.item,
    spec: lot.spec,
    quantity: quantity === null ? null : quantityText(quantity, unit),
    belowMinimum:
      quantity !== null && minimum !== null && quantity < minimum
        ? t('card.stock.belowMinimum', { minimum: formatNumber(minimum) })
        : null,
    expiry: { text: expiryText(expiresOn, expired), expired },
    details: [
      ...(batch === null ? [] : [t('card.stock.batch', { batch })]),
      countedText(quantity, quantityAt, now),
    ],
  };
}

function countedText(quantity: number | null, at: Instant | null, now: number): string {
  if (quantity === null) return t('card.stock.neverCounted');
  return at === null
    ? t('card.stock.countUndated')
    : t('card.stock.counted', { ago: formatAgo(at, now) });
}

function expiryText(date: string | null, expired: boolean): string {
  if (date === null) return t('card.stock.noExpiry');
  return expired ? t('card.stock.expired', { date }) : t('card.stock.expires', { date });
}
