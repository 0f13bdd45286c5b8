import { abilitiesOf, missingOf } from '../../core/rights/abilities.ts';
import type { Role } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useRecord } from '../../state/records.ts';
import { useDistrictText } from '../parts/districts/use-district-text.ts';
import kit from '../../ui/form/form.module.css';
import styles from '../../ui/list-and-detail.module.css';

/** Every permission of a role in a district, in words; what it may not do is said as well. */
export function AbilitiesList({ role, districtCode }: { role: Role; districtCode: string }) {
  const district = useRecord('district', districtCode);
  const named = useDistrictText();
  const missing = missingOf(role);
  return (
    <>
      <p className={kit.soft}>{t('people.rights.role', { role: t(`kinds.role.${role}`) })}</p>
      <p>
        {district?.level === 'root'
          ? t('people.rights.canEverywhere')
          : t('people.rights.can', { district: named(districtCode) })}
      </p>
      <ul className={styles.abilities}>
        {abilitiesOf(role).map((ability) => (
          <li key={ability}>
            <span aria-hidden="true">✓</span>
            {t(`people.ability.${ability}`)}
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <>
          <p>{t('people.rights.cannot')}</p>
          <ul className={styles.abilities}>
            {missing.map((ability) => (
              <li key={ability} className={kit.soft}>
                <span aria-hidden="true">✕</span>
                {t(`people.ability.${ability}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
