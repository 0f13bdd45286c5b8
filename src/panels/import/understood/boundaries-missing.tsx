import { Button } from '@mantine/core';
import { showDistricts } from '../../../actions/districts/show-districts.ts';
import { t } from '../../../messages/index.ts';
import { useRecordMap } from '../../../state/records.ts';
import { useMay } from '../../../state/role.ts';
import { districtText } from '../../parts/districts/district-text.ts';
import styles from './understood.module.css';

/** Before records are imported where no district has a boundary: what that means, and what to do first. */
export function BoundariesMissing({ code }: { code: string }) {
  const districts = useRecordMap('district');
  const mayDraw = useMay('districts');
  const district = districts.get(code);
  if (district === undefined) return null;
  for (const { path, geometry } of districts.values())
    if (geometry !== null && path.startsWith(district.path)) return null;
  return (
    <div className={styles.missing} role="status">
      <p>{t('districts.empty.importing', { name: districtText(district) })}</p>
      {mayDraw ? (
        <Button size="compact-sm" variant="default" onClick={showDistricts}>
          {t('districts.empty.open')}
        </Button>
      ) : (
        <p>{t('districts.empty.ask')}</p>
      )}
    </div>
  );
}
