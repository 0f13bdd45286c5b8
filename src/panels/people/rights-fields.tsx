import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { ROLES } from '../../core/model/index.ts';
import type { Role } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { useSession } from '../../state/session.ts';
import { useDistrictText } from './people-words.ts';
import styles from './people.module.css';

/** A full-width space: options of a list take no style. */
const INDENT = '\u3000';

export interface Rights {
  role: Role | null;
  districtCode: string | null;
}

interface RightsFieldsProps {
  rights: Rights;
  disabled?: boolean;
  onChange: (rights: Rights) => void;
}

/** The districts in which the signed-in person gives rights: his own and those below. */
function useMyDistricts() {
  const table = useRecordMap('district');
  const home = useSession((state) => (state.auth.tag === 'signed-in' ? state.auth.account.districtCode : null));
  return useMemo(() => {
    const path = home === null ? undefined : table.get(home)?.path;
    if (path === undefined) return [];
    return [...table.values()]
      .filter((district) => district.path.startsWith(path))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }, [table, home]);
}

/** What an account is: a role, in a district. */
export function RightsFields({ rights, disabled = false, onChange }: RightsFieldsProps) {
  const districts = useMyDistricts();
  const named = useDistrictText();
  const depth = (path: string): number => path.split('/').length;
  const least = Math.min(...districts.map(({ path }) => depth(path)));
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
        onChange={({ currentTarget: { value } }) => onChange({ ...rights, districtCode: value === '' ? null : value })}
      >
        <option value="">{t('people.form.chooseDistrict')}</option>
        {districts.map(({ code, path }) => (
          <option key={code} value={code}>
            {`${INDENT.repeat(depth(path) - least)}${named(code)}`}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}
