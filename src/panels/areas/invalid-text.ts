import type { Invalid } from '../../core/ranking/shelter-validity.ts';
import { t } from '../../messages/index.ts';
import { countedNames } from '../parts/obstacles/counted-names.ts';
import { inAreaText } from '../parts/obstacles/area-text.ts';

/** So many names are told; where there are more, the obstacles are counted. */
const NAMED = 2;

/** Why a shelter cannot be used now, in one phrase. */
export function invalidText(invalid: Invalid, nameOf: (id: string) => string): string {
  switch (invalid.reason) {
    case 'unsuitable':
      return t('answer.because.unsuitable', { event: t(`kinds.event.${invalid.eventKind}`) });
    case 'in-area':
      return inAreaText(invalid.area);
    case 'cut-off': {
      const { closures } = invalid;
      const { text, names } = countedNames(closures, nameOf);
      if (names === 0 || names > NAMED)
        return t('areas.shelters.cutOffCount', { count: closures.length });
      return t('areas.shelters.cutOff', { by: text });
    }
  }
}
