/** Why a record was not saved, and what to mend. */
import { refusedColumn } from '../../../core/register/index.ts';
import type { RegisterKind } from '../../../core/schema/index.ts';
import { t } from '../../../messages/index.ts';
import type { RecordSave } from '../../../state/register.ts';
import { fieldLabel } from './register-text.ts';

/** PostgreSQL's codes that say who has to do what. */
const DUPLICATE = '23505';
const NOT_THERE = '23503';
const NO_RIGHT = '42501';
/** The gateway's, before a body is read. */
const TOO_LARGE = 'too_large';

export function notSavedText(
  kind: RegisterKind,
  failed: Extract<RecordSave, { tag: 'failed' }>,
): string {
  const { reason, code = null, about = null } = failed;
  if (reason !== 'refused') return t(`register.failed.${reason}`);
  if (code === DUPLICATE) return t('register.failed.duplicate');
  if (code === NOT_THERE) return t('register.failed.missing');
  if (code === NO_RIGHT) return t('register.failed.noRight');
  if (code === TOO_LARGE) return t('register.failed.tooLarge');
  if (about === 'corners' || code === 'too_many_corners') return t('register.failed.corners');
  const column = refusedColumn(kind, about);
  if (column === 'geom') return t('register.failed.geometry');
  if (column !== null) return t('register.failed.value', { field: fieldLabel(column) });
  return t('register.failed.refused', { code: about ?? code ?? '' });
}
