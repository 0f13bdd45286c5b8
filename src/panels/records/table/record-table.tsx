import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { nameOf } from '../../../core/model/index.ts';
import { t } from '../../../messages/index.ts';
import styles from './table.module.css';
import type { RecordTableProps } from './record-table-props.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';

const ROW_PX = 32;
const TOUCH_ROW_PX = 44;
const CHOICE_PX = 36;

const isNarrow = (): boolean => window.matchMedia('(max-width: 760px)').matches;

/**
 * A real table of any length: only the rows in sight are in the page, `aria-rowcount` tells how many there are. One
 * row at a time is in the order of Tab; arrows, Page, Home and End move, Enter opens, Space chooses.
 */
export function RecordTable(props: RecordTableProps) {
  const { kind, columns, rows, choosing, chosen, unsaved, openId, onOpen, onChoose } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const [active, setActive] = useState(0);
  const moved = useRef(false);
  const height = isNarrow() ? TOUCH_ROW_PX : ROW_PX;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 4,
    // Drawn with the next frame: scrolling never waits for rows.
    useFlushSync: false,
    // The head covers the top of the scroller: a row moved to shall stand below it.
    scrollPaddingStart: (props.filtersOpen ? 2 : 1) * height + 8,
  });
  const at = Math.min(active, Math.max(rows.length - 1, 0));
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items[items.length - 1]?.end ?? 0);

  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    body.current
      ?.querySelector<HTMLElement>(`[data-index="${at}"]`)
      ?.focus({ preventScroll: true });
  });

  function moveTo(index: number): void {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    moved.current = true;
    virtual.scrollToIndex(next);
    setActive(next);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.target instanceof HTMLInputElement && event.key !== 'Escape') return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 2);
    const row = rows[at];
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    };
    const step = steps[event.key];
    if (step !== undefined) moveTo(step);
    else if (event.key === 'Enter' && row !== undefined) onOpen(row.id);
    else if (event.key === ' ' && row !== undefined && choosing)
      onChoose([row.id], !chosen.has(row.id));
    else return;
    event.preventDefault();
  }

  const span = columns.length + (choosing ? 1 : 0);
  const width = columns.reduce((sum, column) => sum + column.width, choosing ? CHOICE_PX : 0);
  return (
    <div ref={scroller} className={styles.scroller} data-rows={rows.length}>
      <table
        className={styles.table}
        style={{ minWidth: width }}
        aria-rowcount={rows.length + 1}
        aria-label={t('register.region.table', { kind: t(`register.kind.${kind}`) })}
      >
        <colgroup>
          {choosing && <col style={{ width: CHOICE_PX }} />}
          {columns.map((column) => (
            <col key={column.name} style={{ width: column.width }} />
          ))}
        </colgroup>
        <TableHead {...props} />
        <tbody
          ref={body}
          onKeyDown={onKey}
          style={{ '--row-height': `${height}px` } as React.CSSProperties}
        >
          {before > 0 && (
            <tr aria-hidden="true">
              <td colSpan={span} style={{ height: before, padding: 0 }} />
            </tr>
          )}
          {items.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <TableRow
                key={row.id}
                row={row}
                index={index}
                name={nameOf(kind, row)}
                columns={columns}
                choosing={choosing}
                chosen={chosen.has(row.id)}
                unsaved={unsaved.has(row.id)}
                open={row.id === openId}
                active={index === at}
                onOpen={onOpen}
                onChoose={onChoose}
                onActive={setActive}
              />
            );
          })}
          {after > 0 && (
            <tr aria-hidden="true">
              <td colSpan={span} style={{ height: after, padding: 0 }} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
