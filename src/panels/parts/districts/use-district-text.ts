import { t } from '../../../messages/index.ts';
import { useRecordMap } from '../../../state/records.ts';
import { districtText } from './district-text.ts';

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
