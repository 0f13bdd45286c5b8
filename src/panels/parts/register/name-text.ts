/** What is shown where a record's name stands. */
import type { RecordKind } from '../../../core/model/index.ts';
import { t } from '../../../messages/index.ts';

/**
 * A record's name, or in the person's language that nobody wrote one.
 * @param kind lets a closure say that its reason is missing, because that is what it is called by
 */
export function nameText(name: string | null | undefined, kind?: RecordKind): string {
  if (name !== null && name !== undefined && name.trim() !== '') return name;
  return kind === 'closure' ? t('closure.card.unnamed') : t('register.unnamed');
}
