import { openTable } from '../../../actions/register/open-table.ts';
import { TABLE_KINDS } from '../../../core/schema/index.ts';
import { t } from '../../../messages/index.ts';
import { useRecords } from '../../../state/records.ts';
import { useRegister } from '../../../state/register.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import styles from './table.module.css';

/** Which table is open, and how many records each holds. */
export function KindTabs() {
  const open = useRegister((state) => state.kind);
  const tables = useRecords((state) => state.tables);
  return (
    <nav className={styles.kinds} aria-label={t('register.region.kinds')}>
      {TABLE_KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-current={kind === open ? 'true' : undefined}
          onClick={() => openTable(kind)}
        >
          <span>{t(`register.kind.${kind}`)}</span>
          <span>{formatNumber(tables[kind].size)}</span>
        </button>
      ))}
    </nav>
  );
}
