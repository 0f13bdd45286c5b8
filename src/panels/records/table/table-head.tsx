import { memo } from 'react';
import { t } from '../../../messages/index.ts';
import { UNKNOWN_FILTER } from '../../../core/table/index.ts';
import { wordText } from '../../parts/register/register-text.ts';
import type { RegisterColumn } from './columns.ts';
import type { RecordTableProps } from './record-table-props.ts';
import { PickBox } from '../../../ui/pick-box.tsx';
import styles from './table.module.css';

const ARROW = { up: '▲', down: '▼', no: '' } as const;

const directionOf = ({ down }: { down: boolean }): 'up' | 'down' => (down ? 'down' : 'up');

const ARIA_SORT = { up: 'ascending', down: 'descending', no: 'none' } as const;

/** Names of the columns, by which rows are ordered, and below them what each column is filtered by. */
export const TableHead = memo(function TableHead(props: RecordTableProps) {
  const { kind, columns, rows, view, choosing, chosen, onChoose, onSort, onFilter, filtersOpen } =
    props;
  const all = choosing && rows.length > 0 && rows.every(({ id }) => chosen.has(id));
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1}>
        {choosing && (
          <td className={styles.choice}>
            <PickBox
              checked={all}
              ref={(box) => {
                if (box !== null) box.indeterminate = !all && chosen.size > 0;
              }}
              aria-label={t('register.chooseAll', { count: rows.length })}
              onChange={() =>
                onChoose(
                  rows.map(({ id }) => id),
                  !all,
                )
              }
            />
          </td>
        )}
        {columns.map((column) => {
          const sorted = view.sort?.column === column.name ? directionOf(view.sort) : 'no';
          return (
            <th
              key={column.name}
              scope="col"
              aria-sort={ARIA_SORT[sorted]}
              data-numeric={column.numeric}
            >
              <button
                type="button"
                title={t('register.sortBy', { field: column.head })}
                onClick={() => onSort(column.name)}
              >
                <span>{column.head}</span>
                <span aria-hidden="true">{ARROW[sorted]}</span>
              </button>
            </th>
          );
        })}
      </tr>
      {filtersOpen && (
        <tr className={styles.filters}>
          {choosing && <td />}
          {columns.map((column) => (
            <td key={column.name}>
              <ColumnFilter
                kind={kind}
                column={column}
                value={view.filters[column.name] ?? ''}
                onChange={(filter) => onFilter(column.name, filter)}
              />
            </td>
          ))}
        </tr>
      )}
    </thead>
  );
});

interface ColumnFilterProps {
  kind: RecordTableProps['kind'];
  column: RegisterColumn;
  value: string;
  onChange: (filter: string) => void;
}

function ColumnFilter({ kind, column, value, onChange }: ColumnFilterProps) {
  const label = t('register.filterOf', { field: column.head });
  const { words } = column;
  if (column.filter === 'words' && words !== null && words.length > 0)
    return (
      <select
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{t('register.filterHint.words')}</option>
        {words.map((word) => (
          <option key={word} value={word}>
            {wordText(kind, column.name, word)}
          </option>
        ))}
        {!words.includes('unknown') && (
          <option value={UNKNOWN_FILTER}>{t('register.filterUnknown')}</option>
        )}
      </select>
    );
  return (
    <input
      type="text"
      aria-label={label}
      placeholder={
        column.filter === 'number' ? t('register.filterHint.number') : t('register.filterHint.text')
      }
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
