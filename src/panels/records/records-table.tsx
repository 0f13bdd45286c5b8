import { Button } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { chooseRows } from '../../actions/register/choose-rows.ts';
import { addToTable } from '../../actions/register/add-to-table.ts';
import { loadArchived } from '../../actions/register/load-archived.ts';
import { lookAtTable, sortTable } from '../../actions/register/look-at-table.ts';
import { openRecord } from '../../actions/register/open-table.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { t } from '../../messages/index.ts';
import { useRegister } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatNumber } from '../../ui/format/numbers.ts';
import { ChosenBar } from './bulk/chosen-bar.tsx';
import styles from './records.module.css';
import { useRights } from '../parts/register/rights.ts';
import { KindTabs } from './table/kind-tabs.tsx';
import { RecordTable } from './table/record-table.tsx';
import { TableBar } from './table/table-bar.tsx';
import tableStyles from './table/table.module.css';
import { useTableRows } from './table/use-rows.ts';
import type { TableRows } from './table/use-rows.ts';

/** The register: one table per kind, and what can be done with it. */
export function RecordsTable() {
  const kind = useRegister((state) => state.kind);
  return (
    <div className={styles.table}>
      <KindTabs />
      <OneTable key={kind} kind={kind} />
    </div>
  );
}

function OneTable({ kind }: { kind: RegisterKind }) {
  const view = useRegister((state) => state.views[kind]);
  const chosen = useRegister((state) => state.chosen);
  const drafts = useRegister((state) => state.drafts);
  const openId = useSession((state) =>
    state.selection?.kind === kind ? state.selection.id : null,
  );
  const table = useTableRows(kind);
  const rights = useRights(kind);
  const [filtersOpen, setFiltersOpen] = useState(Object.keys(view.filters).length > 0);
  const unsaved = useMemo(() => new Set(drafts.keys()), [drafts]);
  const open = useCallback((id: string) => openRecord(kind, id), [kind]);
  const sort = useCallback((column: string) => sortTable(kind, column), [kind]);
  const filter = (column: string, typed: string) => {
    const others = Object.fromEntries(
      Object.entries(view.filters).filter(([name]) => name !== column),
    );
    lookAtTable(kind, { filters: typed === '' ? others : { ...others, [column]: typed } });
  };
  return (
    <>
      <TableBar
        kind={kind}
        view={view}
        table={table}
        filtersOpen={filtersOpen}
        onFilters={setFiltersOpen}
      />
      {chosen.size > 0 && <ChosenBar />}
      {view.archived && <ArchivedRest kind={kind} />}
      {table.rows.length === 0 && !filtersOpen ? (
        <NoRows kind={kind} table={table} canAdd={rights.create} />
      ) : (
        <RecordTable
          kind={kind}
          columns={table.shown}
          rows={table.rows}
          view={view}
          choosing={rights.change !== 'none'}
          chosen={chosen}
          unsaved={unsaved}
          openId={openId}
          onOpen={open}
          onChoose={chooseRows}
          onSort={sort}
          onFilter={filter}
          filtersOpen={filtersOpen}
        />
      )}
      <p className={tableStyles.foot}>
        {t('register.keys')}
        {filtersOpen && ` · ${t('register.filterHelp')}`}
      </p>
    </>
  );
}

/** While not everything that was archived is in the table: how much is, and how to go on. */
function ArchivedRest({ kind }: { kind: RegisterKind }) {
  const archived = useRegister((state) => state.archived);
  if (archived.tag !== 'loaded' || archived.kind !== kind || archived.rest === 'none') return null;
  const count = { shown: formatNumber(archived.rows.size), total: formatNumber(archived.total) };
  return (
    <p className={tableStyles.chosenBar} role={archived.rest === 'failed' ? 'alert' : 'status'}>
      <span>
        {archived.rest === 'failed'
          ? t('register.archivedPart', count)
          : t('register.archivedComing', count)}
      </span>
      {archived.rest === 'failed' && (
        <Button size="compact-sm" variant="default" onClick={() => void loadArchived(kind)}>
          {t('register.archivedFailed.again')}
        </Button>
      )}
    </p>
  );
}

/** Why there is nothing to see, and what to do about it. */
function NoRows({
  kind,
  table,
  canAdd,
}: {
  kind: RegisterKind;
  table: TableRows;
  canAdd: boolean;
}) {
  const view = useRegister((state) => state.views[kind]);
  const archived = useRegister((state) => state.archived);
  const name = t(`register.kind.${kind}`);
  if (table.total > 0)
    return (
      <EmptyState
        title={t('register.noneFound.title')}
        detail={t('register.noneFound.detail')}
        action={
          <Button
            size="xs"
            variant="default"
            onClick={() => lookAtTable(kind, { text: '', filters: {} })}
          >
            {t('register.clearFilters')}
          </Button>
        }
      />
    );
  if (!view.archived)
    return (
      <EmptyState
        title={t('register.empty.title', { kind: name })}
        detail={t('register.empty.detail')}
        action={
          canAdd && kind !== 'incident' ? (
            <Button size="xs" onClick={addToTable}>
              {t('register.add', { kind: name })}
            </Button>
          ) : undefined
        }
      />
    );
  if (archived.tag === 'failed')
    return (
      <EmptyState
        title={t('register.archivedFailed.title')}
        detail={t('register.archivedFailed.detail')}
        action={
          <Button size="xs" variant="default" onClick={() => void loadArchived(kind)}>
            {t('register.archivedFailed.again')}
          </Button>
        }
      />
    );
  return archived.tag === 'loading' ? (
    <EmptyState title={t('register.archivedLoading')} />
  ) : (
    <EmptyState
      title={t('register.noneArchived.title', { kind: name })}
      detail={t('register.noneArchived.detail')}
    />
  );
}
