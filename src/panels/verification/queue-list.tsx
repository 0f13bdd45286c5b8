import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { verifyRecord, startDispute } from '../../actions/upkeep/verify-record.ts';
import type { QueueItem } from '../../core/trust/index.ts';
import { t } from '../../messages/index.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import styles from '../../ui/form/form.module.css';
import { QueueRow } from './queue-row.tsx';
import own from './verification.module.css';

const STEP = 50;

interface QueueListProps {
  items: readonly QueueItem[];
  now: number;
  canRecord: boolean;
}

/**
 * The queue: one Tab stop, arrows inside; Y = still true and on to the next, N = why not, Enter = open the record. A
 * verified row leaves the list, and whatever then stands in its place has the focus.
 */
export function QueueList({ items, now, canRecord }: QueueListProps) {
  const [shown, setShown] = useState(STEP);
  const [current, setCurrent] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const rows = items.slice(0, shown);
  const reached = rows.some(({ id }) => id === current) ? current : rows[0]?.id;

  function focusAt(index: number): void {
    const buttons = list.current?.querySelectorAll<HTMLElement>('[data-row]');
    buttons?.[Math.max(0, Math.min(index, buttons.length - 1))]?.focus();
  }

  async function verify(item: QueueItem, index: number): Promise<void> {
    // On to the next at once: the answer of the server comes while the person already reads on.
    focusAt(index + 1);
    if (!(await verifyRecord(item.kind, item.id))) focusAt(index);
  }

  function onKey(event: KeyboardEvent<HTMLElement>): void {
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      !(event.target as HTMLElement).matches('[data-row]')
    )
      return;
    const index = rows.findIndex(({ id }) => id === (event.target as HTMLElement).dataset['row']);
    const item = rows[index];
    if (item === undefined) return;
    const key = event.key.toLowerCase();
    if (key === 'arrowdown') focusAt(index + 1);
    else if (key === 'arrowup') focusAt(index - 1);
    else if (key === 'home') focusAt(0);
    else if (key === 'end') focusAt(rows.length - 1);
    else if (key === 'y' && canRecord) void verify(item, index);
    else if (key === 'n' && canRecord) startDispute(item.id);
    else return;
    event.preventDefault();
  }

  return (
    <>
      {canRecord && (
        <p className={`${styles.soft} ${styles.keys}`}>{t('verification.queue.keys')}</p>
      )}
      <ol
        ref={list}
        className={own.queue}
        aria-label={t('verification.queue.list')}
        onKeyDown={onKey}
        onFocus={(event) =>
          setCurrent((event.target as HTMLElement).closest('li')?.dataset['id'] ?? null)
        }
      >
        {rows.map((item, i) => (
          <QueueRow
            key={`${item.kind} ${item.id}`}
            item={item}
            now={now}
            canRecord={canRecord}
            tabbable={item.id === reached}
            onVerify={() => void verify(item, i)}
            onDone={() => focusAt(i)}
          />
        ))}
      </ol>
      {items.length > shown && (
        <button type="button" className={styles.quiet} onClick={() => setShown(shown + STEP)}>
          {t('verification.queue.more', {
            count: formatNumber(Math.min(STEP, items.length - shown)),
          })}
        </button>
      )}
    </>
  );
}
