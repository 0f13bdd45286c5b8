import type { AccountSaved } from '../../actions/people/change-account.ts';
import { PASSWORD_LENGTH } from '../../core/rights/password.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { districtText } from '../parts/districts/district-text.ts';

/** Why something was not done, in words that say what to do; null when it was. */
export function faultOf(result: AccountSaved): string | null {
  if (result.tag === 'ok') return null;
  return t(`people.why.${result.tag === 'not' ? result.why : result.tag}`, {
    length: PASSWORD_LENGTH,
  });
}

/** Names districts by their codes; the code itself where the name was not read. */
export function useDistrictText(): (code: string) => string {
  const districts = useRecordMap('district');
  return (code) => {
    const district = districts.get(code);
    return district === undefined
      ? t('people.accounts.unknownDistrict', { code })
      : districtText(district);
  };
}
