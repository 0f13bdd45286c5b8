import { useMemo } from 'react';
import { showThreshold } from '../../actions/people/show-people.ts';
import { STOPS_BIT, VEHICLES } from '../../core/arrival/active-areas.ts';
import { thresholdFor } from '../../core/thresholds/index.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { useMay } from '../../state/role.ts';
import buttons from '../../ui/buttons.module.css';
import styles from '../../ui/form/form.module.css';

/** What the office's rule makes of water whose depth is left open, and the way to change it for whoever may. */
export function UnknownDepthRule({ districtCode }: { districtCode: string }) {
  const district = useRecordMap('district');
  const district_setting = useRecordMap('district_setting');
  const maySet = useMay('thresholds');
  const value = useMemo(
    () =>
      thresholdFor({ district, district_setting }, 'flood_unknown_depth', districtCode)?.value ?? 0,
    [district, district_setting, districtCode],
  );
  const who = VEHICLES.filter((by) => (value & STOPS_BIT[by]) !== 0).map((by) =>
    t(`areas.who.${by}`),
  );
  const rule =
    who.length === 0
      ? t('thresholds.value.nobody')
      : t('thresholds.value.stops', { who: who.join(t('areas.comma')) });
  return (
    <p className={styles.soft}>
      {t('areas.card.depthUnknown', { rule })}{' '}
      {maySet && (
        <button
          type="button"
          className={buttons.quiet}
          onClick={() => showThreshold('flood_unknown_depth', districtCode)}
        >
          {t('areas.card.depthRule')}
        </button>
      )}
    </p>
  );
}
