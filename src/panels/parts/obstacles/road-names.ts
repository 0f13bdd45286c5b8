import type { RoadStretch } from '../../../core/arrival/index.ts';
import { t } from '../../../messages/index.ts';
import { formatDistance } from '../../../ui/format/numbers.ts';

const MOST_NAMED = 4;

/** The roads that something closes by their names, the first few of many. */
export function namesText(names: readonly string[]): string {
  const named = names.slice(0, MOST_NAMED).join(t('closure.effect.comma'));
  return names.length > MOST_NAMED
    ? t('closure.effect.more', { names: named, count: names.length })
    : named;
}

/** The road that a click would close. */
export const aimedText = ({ names, meters }: RoadStretch): string =>
  t('closure.drawing.aimed', {
    road: names.length === 0 ? t('closure.unnamedRoad') : namesText(names),
    length: formatDistance(meters),
  });
