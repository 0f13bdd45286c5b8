import { memo } from 'react';
import { t } from '../../../messages/index.ts';
import { disputeOf } from '../../parts/register/disputed-mark.tsx';
import type { AnyRecord, RegisterColumn } from './columns.ts';
import { PickBox } from '../../../ui/pick-box.tsx';
import { nameText } from '../../parts/register/name-text.ts';
import styles from './table.module.css';

interface TableRowProps {
  row: AnyRecord;
  index: number;
  name: string;
  columns: readonly RegisterColumn[];
  choosing: boolean;
  chosen: boolean;
  unsaved: boolean;
  open: boolean;
  active: boolean;
  onOpen: (id: string) => void;
  onChoose: (ids: readonly string[], choose: boolean) => void;
  onActive: (index: number) => void;
}

/** One record. What is unknown is hatched and said to whoever cannot see it; it is never an empty cell or a 0. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const {
    row,
    index,
    name,
    columns,
    choosing,
    chosen,
    unsaved,
    open,
    active,
    onOpen,
    onChoose,
    onActive,
  } = props;
  const dispute = disputeOf(row);
  return (
    <tr
      className={styles.row}
      data-index={index}
      data-id={row.id}
      data-open={open}
      data-chosen={chosen}
      aria-rowindex={index + 2}
      aria-current={open ? 'true' : undefined}
      tabIndex={active ? 0 : -1}
      onFocus={() => onActive(index)}
      onClick={() => onOpen(row.id)}
    >
      {choosing && (
        <td className={styles.choice} onClick={(event) => event.stopPropagation()}>
          <PickBox
            tabIndex={-1}
            checked={chosen}
            aria-label={t('register.chooseRow', {
              name: nameText(name),
            })}
            onChange={(event) => onChoose([row.id], event.currentTarget.checked)}
          />
        </td>
      )}
      {columns.map((column, i) => {
        const text = column.text(row);
        return (
          <td
            key={column.name}
            data-numeric={column.numeric}
            title={text.length > 14 ? text : undefined}
          >
            {text === '' ? <Unsaid /> : text}
            {i === 0 && unsaved && <span className={styles.mark}>{t('register.draftMark')}</span>}
            {i === 0 && dispute !== null && (
              <span className={styles.mark} title={dispute}>
                {t('verification.class.disputed')}
                <span className="m-visually-hidden"> {dispute}</span>
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
});

function Unsaid() {
  return (
    <span className={styles.unsaid}>
      <span className="m-visually-hidden">{t('register.unknown')}</span>
    </span>
  );
}
