import { Button } from '@mantine/core';
import { letGoOfRows } from '../../../actions/register/choose-rows.ts';
import { showTask } from '../../../actions/register/show-task.ts';
import { t } from '../../../messages/index.ts';
import { useRegister } from '../../../state/register.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import styles from '../table/table.module.css';

/** While rows are chosen: how many, and what can be done with all of them. */
export function ChosenBar() {
  const count = useRegister((state) => state.chosen.size);
  return (
    <div className={styles.chosenBar} role="status">
      <span>{t('register.chosenCount', { count: formatNumber(count) })}</span>
      <Button size="compact-sm" onClick={() => showTask('bulk')}>
        {t('register.bulk.open')}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={letGoOfRows}>
        {t('register.letGo')}
      </Button>
    </div>
  );
}
