import type { District } from '../../../core/model/index.ts';
import { t } from '../../../messages/index.ts';

/** Name of a district; the root is said to be all of them. */
export const districtText = ({ level, name }: District): string =>
  level === 'root' ? t('shell.wholeRegister') : name;
