import type { Slowing } from '../../../core/ranking/types.ts';
import { t } from '../../../messages/index.ts';
import { useSession } from '../../../state/session.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import { formatSource } from '../../../ui/format/sources.ts';

/** What lengthens the routes now and who says by how much; night that changes nothing is not worth a line. */
export const slowedText = (slowed: readonly Slowing[]): string[] =>
  slowed
    .filter(({ cause, factor }) => cause === 'rain' || (factor ?? 1) !== 1)
    .map(({ cause, factor, source, clause }) => {
      const name = t(`answer.slowed.${cause}`);
      if (factor === null) return t('answer.slowed.unset', { name });
      const from = [
        source === null ? null : formatSource(source, useSession.getState().language),
        clause,
      ]
        .filter((part) => part !== null && part !== '')
        .join(t('answer.text.comma'));
      const words = { name, factor: formatNumber(factor), source: from };
      return factor === 1 ? t('answer.slowed.same', words) : t('answer.slowed.by', words);
    });
