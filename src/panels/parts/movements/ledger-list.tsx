import { useEffect } from 'react';
import { LEDGER_LIMIT } from '../../../actions/upkeep/load-ledger.ts';
import { ledger } from '../../../core/stock/index.ts';
import type { LedgerLine, StockAct } from '../../../core/stock/index.ts';
import { t } from '../../../messages/index.ts';
import { useKept } from '../../../state/upkeep.ts';
import { formatNumber, quantityText } from '../../../ui/format/numbers.ts';
import { formatAgo, formatClock } from '../../../ui/format/times.ts';
import { Unknown } from '../../../ui/quantities.tsx';
import styles from '../../../ui/form/form.module.css';

interface LedgerListProps {
  /** The lot or shelter. */
  of: string;
  name: string;
  unit: string;
  now: number;
  zone: string;
  actLabel: (act: StockAct) => string;
  load: (of: string) => Promise<void>;
}

const SIGNS = { in: '+', out: '−', count: '=' } as const;

/** Every movement, newest first, with what there was afterwards, who recorded it and why. */
export function LedgerList({ of, name, unit, now, zone, actLabel, load }: LedgerListProps) {
  const kept = useKept('ledgers', of);
  useEffect(() => void load(of), [of, load]);
  const entries = kept?.value ?? null;
  if (kept?.status === 'failed' && entries === null)
    return (
      <p role="alert" className={styles.bad}>
        {t('stock.list.failed')}{' '}
        <button type="button" className={styles.quiet} onClick={() => void load(of)}>
          {t('stock.list.retry')}
        </button>
      </p>
    );
  if (entries === null)
    return (
      <p role="status" className={styles.soft}>
        {t('stock.list.loading')}
      </p>
    );
  if (entries.length === 0) return <p className={styles.soft}>{t('stock.list.none')}</p>;
  const complete = entries.length < LEDGER_LIMIT;
  return (
    <>
      <table className={styles.table}>
        <caption className="m-visually-hidden">{t('stock.list.of', { name })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('stock.list.when')}</th>
            <th scope="col" className={styles.number}>
              {t('stock.list.what')}
            </th>
            <th scope="col" className={styles.number}>
              {t('stock.list.after')}
            </th>
            <th scope="col" style={{ paddingInlineStart: 'var(--m-gap-3)' }}>
              {t('stock.list.who')}
            </th>
          </tr>
        </thead>
        <tbody>
          {ledger(entries, complete).map((line) => (
            <Line key={line.id} line={line} unit={unit} now={now} zone={zone} actLabel={actLabel} />
          ))}
        </tbody>
      </table>
      {!complete && <p className={styles.soft}>{t('stock.list.more', { count: LEDGER_LIMIT })}</p>}
    </>
  );
}

type LineProps = Pick<LedgerListProps, 'unit' | 'now' | 'zone' | 'actLabel'> & { line: LedgerLine };

function Line({ line, unit, now, zone, actLabel }: LineProps) {
  const { movement, quantity, at, undated, after, difference, reason, byName, isTransfer } = line;
  return (
    <tr>
      <td>
        <time dateTime={at} title={formatAgo(at, now)}>
          {formatClock(at, now, zone)}
        </time>
        {undated && <div className={styles.soft}>{t('card.stock.countUndated')}</div>}
      </td>
      <td className={styles.number}>
        {actLabel(isTransfer ? 'transfer' : movement)} {SIGNS[movement]}
        {formatNumber(quantity)}
        {difference !== null && difference !== 0 && (
          <div className={styles.soft}>
            {t('stock.list.difference', {
              difference: `${difference > 0 ? '+' : '−'}${formatNumber(Math.abs(difference))}`,
            })}
          </div>
        )}
      </td>
      <td className={styles.number}>{after === null ? <Unknown /> : quantityText(after, unit)}</td>
      <td style={{ paddingInlineStart: 'var(--m-gap-3)' }}>
        {reason ?? <span className={styles.soft}>{t('stock.list.noReason')}</span>}
        <div className={styles.soft}>{byName ?? t('stock.list.tool')}</div>
      </td>
    </tr>
  );
}
