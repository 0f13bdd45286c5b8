import type { AccountSaved } from '../../actions/people/change-account.ts';
import { PASSWORD_LENGTH } from '../../actions/people/change-account.ts';
import type { District } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';

/** Why something was not done, in words that say what to do; null when it was. */
export function faultOf(result: AccountSaved): string | null {
  if (result.tag === 'ok') return null;
  return t(`people.why.${result.tag === 'not' ? result.why : result.tag}`, { length: PASSWORD_LENGTH });
}

/** Name of a district; its code where the name was not read. */
export function districtText(districts: ReadonlyMap<string, District>, code: string): string {
  const district = districts.get(code);
  if (district === undefined) return t('people.accounts.unknownDistrict', { code });
  return district.level === 'root' ? t('people.rights.everywhere') : district.name;
}

/** {@link districtText} of what is loaded. */
export function useDistrictText(): (code: string) => string {
  const districts = useRecordMap('district');
  return (code) => districtText(districts, code);
}
