import { Button, CloseButton, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { openImport } from '../../../actions/importing/open-import.ts';
import { lookAtTable } from '../../../actions/register/look-at-table.ts';
import { addToTable } from '../../../actions/register/add-to-table.ts';
import { showTask } from '../../../actions/register/show-task.ts';
import type { RegisterKind } from '../../../core/schema/index.ts';
import { t } from '../../../messages/index.ts';
import { useRegister } from '../../../state/register.ts';
import type { TableView } from '../../../state/register.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import { Icon } from '../../../ui/icon.tsx';
import { MERGED, useRights } from '../../parts/register/rights.ts';
import { ExportMenu } from '../../parts/export/export-menu.tsx';
import { ColumnChoice } from './column-choice.tsx';
import { SavedViews } from './saved-views.tsx';
import styles from './table.module.css';
import type { TableRows } from './use-rows.ts';

interface TableBarProps {
  kind: RegisterKind;
  view: TableView;
  table: TableRows;
  filtersOpen: boolean;
  onFilters: (open: boolean) => void;
}

/**
 * What can be done with a table: find, filter, choose columns, look at what was archived, find duplicates, add. On a
 * telephone what is not finding or adding waits behind one button, so that the table has the screen.
 */
export function TableBar({ kind, view, table, filtersOpen, onFilters }: TableBarProps) {
  const rights = useRights(kind);
  const filters = Object.values(view.filters).filter((filter) => filter !== '').length;
  const narrowed = filters > 0 || view.text !== '';
  const chosen = useRegister((state) => state.chosen);
  const ticked = useMemo(() => table.rows.filter(({ id }) => chosen.has(id)), [table.rows, chosen]);
  const addText = t('register.add', { kind: t(`register.kind.${kind}`) });
  const [toolsOpen, setToolsOpen] = useState(false);
  const shown = formatNumber(table.rows.length);
  const total = formatNumber(table.total);
  return (
    <div className={styles.bar} role="group" aria-label={t('register.region.tools')}>
      <TextInput
        className={styles.find}
        size="xs"
        type="search"
        aria-label={t('register.search')}
        placeholder={t('register.search')}
        leftSection={<Icon name="search" size={16} />}
        rightSection={
          view.text === '' ? null : (
            <CloseButton
              size="sm"
              aria-label={t('register.clearFilters')}
              onClick={() => lookAtTable(kind, { text: '' })}
            />
          )
        }
        value={view.text}
        onChange={(event) => lookAtTable(kind, { text: event.currentTarget.value })}
      />
      <span className={styles.count} role="status" data-narrowed={narrowed}>
        {narrowed ? t('register.count', { shown, total }) : t('register.countAll', { total })}
      </span>
      {narrowed && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => lookAtTable(kind, { text: '', filters: {} })}
        >
          {t('register.clearFilters')}
        </Button>
      )}
      <Button
        className={styles.toolsOpener}
        size="compact-sm"
        variant={toolsOpen ? 'light' : 'default'}
        aria-expanded={toolsOpen}
        onClick={() => setToolsOpen(!toolsOpen)}
      >
        {t('register.tools')}
      </Button>
      <div className={styles.tools} data-open={toolsOpen}>
        <Button
          size="compact-sm"
          variant={filtersOpen ? 'light' : 'default'}
          aria-pressed={filtersOpen}
          onClick={() => onFilters(!filtersOpen)}
        >
          {filters === 0 ? t('register.filters') : `${t('register.filters')} ${filters}`}
        </Button>
        <ColumnChoice kind={kind} view={view} all={table.all} />
        <SavedViews kind={kind} view={view} />
        <Button
          size="compact-sm"
          variant={view.archived ? 'light' : 'default'}
          aria-pressed={view.archived}
          onClick={() => lookAtTable(kind, { archived: !view.archived })}
        >
          {view.archived ? t('register.current') : t('register.archived')}
        </Button>
        <span className={styles.spring} />
        {rights.change !== 'none' && chosen.size === 0 && (
          <Button size="compact-sm" variant="default" onClick={() => showTask('bulk')}>
            {t('register.bulk.open')}
          </Button>
        )}
        {rights.change === 'all' && MERGED.some((merged) => merged === kind) && (
          <Button size="compact-sm" variant="default" onClick={() => showTask('duplicates')}>
            {t('register.duplicates.open')}
          </Button>
        )}
        <ExportMenu
          kind={kind}
          records={table.rows}
          chosen={ticked}
          part={narrowed ? t('register.count', { shown, total }) : null}
        />
        {rights.create && (
          <Button size="compact-sm" variant="default" onClick={() => openImport()}>
            {t('importing.open')}
          </Button>
        )}
      </div>
      {rights.create && kind !== 'incident' && (
        <Button className={styles.add} size="compact-sm" aria-label={addText} onClick={addToTable}>
          <Icon name="plus" size={14} />
          <span>{addText}</span>
        </Button>
      )}
    </div>
  );
}
