import { Button, Popover } from '@mantine/core';
import { lookAtTable } from '../../../actions/register/look-at-table.ts';
import { FIRST_COLUMNS } from '../../../core/register/index.ts';
import type { RegisterKind } from '../../../core/schema/index.ts';
import { t } from '../../../messages/index.ts';
import type { TableView } from '../../../state/register.ts';
import type { RegisterColumn } from './columns.ts';
import styles from './table.module.css';

/** Which columns the table shows, in the order of the form. */
export function ColumnChoice({
  kind,
  view,
  all,
}: {
  kind: RegisterKind;
  view: TableView;
  all: readonly RegisterColumn[];
}) {
  const shown = view.columns ?? FIRST_COLUMNS[kind];
  const toggle = (name: string, show: boolean) => {
    const kept = new Set(shown.filter((column) => column !== name));
    if (show) kept.add(name);
    // Shown columns keep their order; a new one comes where the form has it.
    const order = all.map((column) => column.name);
    const columns = show ? order.filter((column) => kept.has(column)) : [...kept];
    if (columns.length > 0) lookAtTable(kind, { columns });
  };
  return (
    <Popover position="bottom-start" withArrow shadow="md" trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="default">
          {t('register.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={styles.columnList} role="group" aria-label={t('register.columns')}>
          {all.map((column) => (
            <label key={column.name}>
              <input
                type="checkbox"
                checked={shown.includes(column.name)}
                onChange={(event) => toggle(column.name, event.currentTarget.checked)}
              />
              {column.head}
            </label>
          ))}
        </div>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => lookAtTable(kind, { columns: null })}
        >
          {t('register.columnsReset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
