import { NativeSelect } from '@mantine/core';
import { ROLES } from '../../core/model/index.ts';
import type { Role } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useOwnDistricts } from '../../state/districts.ts';
import { DistrictOptions } from '../parts/districts/district-options.tsx';
import styles from '../../ui/list-and-detail.module.css';

export interface Rights {
  role: Role | null;
  districtCode: string | null;
}

interface RightsFieldsProps {
  rights: Rights;
  disabled?: boolean;
  onChange: (rights: Rights) => void;
}

/** What an account is: a role, in a district. */
export function RightsFields({ rights, disabled = false, onChange }: RightsFieldsProps) {
  const districts = useOwnDistricts();
  return (
    <div className={styles.pair}>
      <NativeSelect
        size="sm"
        label={t('people.form.role')}
        disabled={disabled}
        value={rights.role ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...rights, role: value === '' ? null : (value as Role) })
        }
      >
        <option value="">{t('people.form.chooseRole')}</option>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`kinds.role.${role}`)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        size="sm"
        label={t('people.form.district')}
        disabled={disabled}
        value={rights.districtCode ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...rights, districtCode: value === '' ? null : value })
        }
      >
        <option value="">{t('people.form.chooseDistrict')}</option>
        <DistrictOptions districts={districts} />
      </NativeSelect>
    </div>
  );
}
