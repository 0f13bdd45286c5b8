import type { AccountSaved } from '../../actions/people/change-account.ts';
import { PASSWORD_LENGTH } from '../../core/rights/password.ts';
import { t } from '../../messages/index.ts';

/** Why something was not done, in words that say what to do; null when it was. */
export function faultOf(result: AccountSaved): string | null {
  if (result.tag === 'ok') return null;
  return t(`people.why.${result.tag === 'not' ? result.why : result.tag}`, {
    length: PASSWORD_LENGTH,
  });
}
