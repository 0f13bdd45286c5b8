/** What the screen of road networks says of lengths, sizes, notes and refusals. */
import type { RoadTrouble } from '../../core/roads/import-session.ts';
import type { Noted } from '../../core/roads/incoming.ts';
import { t } from '../../messages/index.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import { failureText } from '../parts/files/file-text.ts';

/** @param meters of road */
export const kilometresText = (meters: number): string =>
  t('roadNetworks.km', {
    km: formatNumber(meters < 100_000 ? Math.round(meters / 100) / 10 : Math.round(meters / 1000)),
  });

/** Unknown digits are not shown: a small share is not none. */
export function shareText(share: number): string {
  if (share > 0 && share < 0.001) return '< 0.1%';
  if (share < 1 && share > 0.999) return '> 99.9%';
  return `${Number((share * 100).toFixed(1))}%`;
}

/** The command's words for these speak of its options. */
export function noteText({ note, params }: Noted): string {
  const said = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' && value >= 1 ? formatNumber(value) : value,
    ]),
  );
  return note === 'crossings_not_joined' || note === 'crs_assumed'
    ? t(`roadNetworks.note.${note}`, said)
    : t(`roads.note.${note}`, said);
}

export const refusalText = (trouble: RoadTrouble): string =>
  trouble.by === 'roads'
    ? t(`roads.failure.${trouble.code}`, trouble.params)
    : failureText(trouble.code, trouble.params);
