import { isInUse, unused } from '../../core/districts/use.ts';
import { usePeople } from '../../state/people.ts';
import { archiveRecord } from '../register/archive-record.ts';
import { loadDistrictUse } from './load-district-use.ts';

/**
 * Take a district out of use, unless something is in use there: counted anew first, so that the screen says what. The
 * database refuses it by itself.
 */
export async function retireDistrict(code: string): Promise<void> {
  await loadDistrictUse();
  const { status, value } = usePeople.getState().districtUse;
  if (status === 'loaded' && isInUse(value?.get(code) ?? unused)) return;
  await archiveRecord('district', code);
  await loadDistrictUse();
}
