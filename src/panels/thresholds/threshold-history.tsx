import { useState } from 'react';
import { loadHistory } from '../../actions/upkeep/load-history.ts';
import type { RecordChange } from '../../core/model/index.ts';
import type { ThresholdSpec } from '../../core/thresholds/index.ts';
import { t } from '../../messages/index.ts';
import { useKept } from '../../state/upkeep.ts';
import { formatAge } from '../../ui/format/times.ts';
import kit from '../../ui/form/form.module.css';
import styles from '../../ui/list-and-detail.module.css';
import { valueText } from './threshold-text.ts';
import own from './thresholds.module.css';

interface ThresholdHistoryProps {
  threshold: ThresholdSpec;
  /** The district's own row; null = it has none now. */
  id: string | null;
  now: number;
  zone: string;
}

/** Who set it to what, when, and on which ground. */
export function ThresholdHistory({ threshold, id, now, zone }: ThresholdHistoryProps) {
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.part} aria-label={t('thresholds.history.list')}>
      {id === null ? (
        <p className={kit.soft}>{t('thresholds.history.none')}</p>
      ) : (
        <>
          <button
            type="button"
            className={kit.quiet}
            aria-expanded={open}
            onClick={() => {
              if (!open) void loadHistory('district_setting', id);
              setOpen(!open);
            }}
          >
            {open ? t('thresholds.history.hide') : t('thresholds.history.show')}
          </button>
          {open && <Changes threshold={threshold} id={id} now={now} zone={zone} />}
        </>
      )}
    </section>
  );
}

function Changes({ threshold, id, now, zone }: ThresholdHistoryProps & { id: string }) {
  const kept = useKept('histories', id);
  const changes = kept?.value ?? null;
  if (changes === null)
    return kept?.status === 'failed' ? (
      <p role="alert" className={styles.fault}>
        {t('thresholds.history.failed')}
      </p>
    ) : (
      <p role="status" className={kit.soft}>
        {t('thresholds.history.loading')}
      </p>
    );
  return (
    <ol className={own.history} aria-label={t('thresholds.history.list')}>
      {changes.map((change) => (
        <li key={change.id}>
          <span>{changeText(threshold, change)}</span>
          <span className={kit.soft}>
            {change.byName ?? t('thresholds.history.nobody')} · {formatAge(change.at, now, zone)}
            {typeof change.after['source'] === 'string' && ` · ${change.after['source']}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

function changeText(threshold: ThresholdSpec, { action, after }: RecordChange): string {
  if (action === 'archive') return t('thresholds.history.archive');
  const said = after['value'];
  if (typeof said !== 'number' && typeof said !== 'string') return t('thresholds.history.other');
  const value = valueText(threshold, Number(said));
  if (action === 'create') return t('thresholds.history.create', { value });
  return action === 'restore'
    ? t('thresholds.history.restore', { value })
    : t('thresholds.history.update', { value });
}
