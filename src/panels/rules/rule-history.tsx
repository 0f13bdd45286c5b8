import { useState } from 'react';
import { loadHistory } from '../../actions/upkeep/load-history.ts';
import type { RecordChange } from '../../core/model/index.ts';
import type { ThresholdSpec } from '../../core/thresholds/index.ts';
import { t } from '../../messages/index.ts';
import { useKept } from '../../state/upkeep.ts';
import { formatAge } from '../../ui/format/times.ts';
import kit from '../../ui/form/form.module.css';
import styles from '../../ui/list-and-detail.module.css';
import { valueText } from './rule-words.ts';
import own from './rules.module.css';

interface RuleHistoryProps {
  rule: ThresholdSpec;
  /** The district's own row; null = it has none now. */
  id: string | null;
  now: number;
  zone: string;
}

/** Who set it to what, when, and on which ground. */
export function RuleHistory({ rule, id, now, zone }: RuleHistoryProps) {
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.part} aria-label={t('rules.history.list')}>
      {id === null ? (
        <p className={kit.soft}>{t('rules.history.none')}</p>
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
            {open ? t('rules.history.hide') : t('rules.history.show')}
          </button>
          {open && <Changes rule={rule} id={id} now={now} zone={zone} />}
        </>
      )}
    </section>
  );
}

function Changes({ rule, id, now, zone }: RuleHistoryProps & { id: string }) {
  const kept = useKept('histories', id);
  const changes = kept?.value ?? null;
  if (changes === null)
    return kept?.status === 'failed' ? (
      <p role="alert" className={styles.fault}>
        {t('rules.history.failed')}
      </p>
    ) : (
      <p role="status" className={kit.soft}>
        {t('rules.history.loading')}
      </p>
    );
  return (
    <ol className={own.history} aria-label={t('rules.history.list')}>
      {changes.map((change) => (
        <li key={change.id}>
          <span>{changeText(rule, change)}</span>
          <span className={kit.soft}>
            {change.byName ?? t('rules.history.nobody')} · {formatAge(change.at, now, zone)}
            {typeof change.after['source'] === 'string' && ` · ${change.after['source']}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

function changeText(rule: ThresholdSpec, { action, after }: RecordChange): string {
  if (action === 'archive') return t('rules.history.archive');
  const said = after['value'];
  if (typeof said !== 'number' && typeof said !== 'string') return t('rules.history.other');
  const value = valueText(rule, Number(said));
  if (action === 'create') return t('rules.history.create', { value });
  return action === 'restore'
    ? t('rules.history.restore', { value })
    : t('rules.history.update', { value });
}
