import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { decideImport } from '../../../actions/importing/compare-import.ts';
import { focusPlace } from '../../../actions/focus-place.ts';
import type { DifferenceGroup, DifferenceRow } from '../../../core/import/session/types.ts';
import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useTextContext } from '../../parts/register/use-text-context.ts';
import styles from './difference.module.css';
import tone from '../tone.module.css';
import { DifferenceLine } from './difference-line.tsx';
import { useDifferenceRows } from './use-difference-rows.ts';

const ROW_PX = 40;
/** Groups in which a line can be taken or left. */
const DECIDED: ReadonlySet<DifferenceGroup> = new Set(['alike', 'changed', 'new', 'missing']);

/**
 * A real table of any length: only the lines in sight are in the page, `aria-rowcount` tells how many there are. One
 * line is in the order of Tab; arrows, Page, Home and End move, Space ticks, Enter shows the place.
 */
export function DifferenceTable({ group, count }: { group: DifferenceGroup; count: number }) {
  const kind = useImport((state) => state.understood?.kind ?? 'shelter');
  const words = useTextContext();
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const [active, setActive] = useState(0);
  const moved = useRef(false);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    scrollPaddingStart: ROW_PX,
  });
  const items = virtual.getVirtualItems();
  const rowAt = useDifferenceRows(group, items[0]?.index ?? 0, items[items.length - 1]?.index ?? 0);
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items[items.length - 1]?.end ?? 0);
  const decided = DECIDED.has(group);

  useEffect(() => {
    if (!moved.current) return;
    const line = body.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    if (line === null || line === undefined) return;
    moved.current = false;
    line.focus({ preventScroll: true });
  });

  function moveTo(index: number): void {
    const next = Math.max(0, Math.min(count - 1, index));
    moved.current = true;
    virtual.scrollToIndex(next);
    setActive(next);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.target instanceof HTMLSelectElement) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW_PX) / ROW_PX) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    };
    const row = rowAt(active);
    const step = steps[event.key];
    if (step !== undefined) moveTo(step);
    else if (event.key === ' ' && row !== null && decided) toggle(row);
    else if (event.key === 'Enter' && row?.place != null) focusPlace(row.place);
    else return;
    event.preventDefault();
  }

  if (count === 0) return <EmptyState title={t('importing.table.empty')} />;
  return (
    <div
      id="import-difference"
      role="tabpanel"
      className={styles.difference}
      aria-label={t(`importing.group.${group}`)}
    >
      <div ref={scroller} className={tone.scroller} data-difference-rows={count}>
        <table
          className={styles.lines}
          aria-rowcount={count + 1}
          aria-label={t('importing.table.label', { group: t(`importing.group.${group}`) })}
        >
          <thead>
            <tr aria-rowindex={1}>
              {decided ? (
                <th scope="col" className={styles.choiceHead} data-wide={group === 'alike'}>
                  {group === 'missing' ? t('importing.table.archive') : t('importing.table.take')}
                </th>
              ) : (
                <td className={styles.choiceHead} />
              )}
              <th scope="col" className={styles.rowHead}>
                {t('importing.table.row')}
              </th>
              <th scope="col" className={styles.nameHead}>
                {t('importing.table.name')}
              </th>
              <th scope="col">{t('importing.table.what')}</th>
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onKey}>
            {before > 0 && (
              <tr aria-hidden="true">
                <td colSpan={4} style={{ height: before, padding: 0 }} />
              </tr>
            )}
            {items.map(({ index, key }) => (
              <DifferenceLine
                key={key}
                at={index}
                row={rowAt(index)}
                kind={kind}
                words={words}
                decided={decided}
                active={index === active}
                measure={virtual.measureElement}
                onActive={setActive}
                onToggle={toggle}
              />
            ))}
            {after > 0 && (
              <tr aria-hidden="true">
                <td colSpan={4} style={{ height: after, padding: 0 }} />
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <p className={styles.keys}>{t('importing.table.keys')}</p>
    </div>
  );
}

function toggle({ index, decision }: DifferenceRow): void {
  void decideImport([index], decision === 'leave' ? 'take' : 'leave');
}
