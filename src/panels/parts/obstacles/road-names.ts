import type { RoadStretch } from '../../../core/arrival/index.ts';
import { t } from '../../../messages/index.ts';
import { formatDistance } from '../../../ui/format/numbers.ts';

const NAMES_TOLD = 4;

/** The roads that something closes by their names, the first few of many. */
export function namesText(names: readonly string[]): string {
  const told = names.slice(0, NAMES_TOLD).join(t('closing.effect.comma'));
  return names.length > NAMES_TOLD
    ? t('closing.effect.more', { names: told, count: names.length })
    : told;
}

/** The road that a click would close. */
export const aimedText = ({ names, meters }: RoadStretch): string =>
  t('closing.drawing.aimed', {
    road: names.length === 0 ? t('closing.unnamedRoad') : namesText(names),
    length: formatDistance(meters),
  });
