import { useState } from 'react';
import { loadHistory } from '../../../actions/upkeep/load-history.ts';
import { lookBack } from '../../../actions/upkeep/restore-version.ts';
import { fieldChanges, goingBack } from '../../../core/history/index.ts';
import type { RecordChange, RememberedKind } from '../../../core/model/index.ts';
import { t } from '../../../messages/index.ts';
import { useDraft } from '../../../state/register.ts';
import { useKept } from '../../../state/upkeep.ts';
import { formatAge } from '../../../ui/format/times.ts';
import { RecordConflict } from '../fields/conflict.tsx';
import { useTextContext } from '../register/use-text-context.ts';
import type { TextContext } from '../register/register-text.ts';
import styles from '../../../ui/form/form.module.css';
import { columnText, valueText } from './change-text.ts';
import own from './history.module.css';
import { RestorePanel } from './restore-panel.tsx';

interface HistorySectionProps {
  kind: RememberedKind;
  id: string;
  now: number;
  /** Whether this person may write the record, so that a version can be brought back. */
  canRestore: boolean;
}

/** Who changed what, when and from where; read when somebody asks for it. */
export function HistorySection({ kind, id, now, canRestore }: HistorySectionProps) {
  const [open, setOpen] = useState(false);
  const toggle = () => {
    if (!open) void loadHistory(kind, id);
    setOpen(!open);
  };
  return (
    <section className={styles.section} aria-label={t('history.title')}>
      <div className={styles.head}>
        <h3>{t('history.title')}</h3>
        <button type="button" className={styles.quiet} aria-expanded={open} onClick={toggle}>
          {open ? t('stock.fold') : t('history.show')}
        </button>
      </div>
      {open && <History kind={kind} id={id} now={now} canRestore={canRestore} />}
    </section>
  );
}

function History({ kind, id, now, canRestore }: HistorySectionProps) {
  const kept = useKept('histories', id);
  const draft = useDraft(id);
  const restore = useKept('restores', id);
  const words = useTextContext();
  const changes = kept?.value ?? null;
  if (draft?.save.tag === 'conflict')
    return <RecordConflict draft={draft} theirs={draft.save.theirs} />;
  if (changes === null)
    return kept?.status === 'failed' ? (
      <p role="alert" className={styles.bad}>
        {t('history.failed')}{' '}
        <button type="button" className={styles.quiet} onClick={() => void loadHistory(kind, id)}>
          {t('history.retry')}
        </button>
      </p>
    ) : (
      <p role="status" className={styles.soft}>
        {t('history.loading')}
      </p>
    );
  if (changes.length === 0) return <p className={styles.soft}>{t('history.none')}</p>;
  return (
    <ol className={own.list} aria-label={t('history.list')}>
      {changes.map((change, i) => (
        <li key={change.id}>
          <Entry change={change} isCurrent={i === 0} now={now} words={words} />
          {restore?.toVersion === change.version && i > 0 ? (
            <RestorePanel kind={kind} id={id} changes={changes} draft={restore} words={words} />
          ) : (
            canRestore &&
            i > 0 &&
            goingBack(changes, change.version).length > 0 && (
              <button
                type="button"
                className={styles.quiet}
                onClick={() => lookBack(id, change.version)}
              >
                {t('history.restore')}
              </button>
            )
          )}
        </li>
      ))}
    </ol>
  );
}

interface EntryProps {
  change: RecordChange;
  isCurrent: boolean;
  now: number;
  words: TextContext;
}

function Entry({ change, isCurrent, now, words }: EntryProps) {
  const { action, at, byName, origin, version, kind } = change;
  const fields = fieldChanges(change);
  return (
    <>
      <div className={own.entryHead}>
        <strong>{t(`history.action.${action}`)}</strong>
        <span>{byName ?? t('history.byNobody')}</span>
        <time dateTime={at}>{formatAge(at, now, words.zone)}</time>
        {(byName !== null || origin !== 'tool') && <span>{t(`history.origin.${origin}`)}</span>}
        <span>{t('history.version', { version })}</span>
        {isCurrent && <span>{t('history.current')}</span>}
      </div>
      {fields.length > 0 && (
        <dl className={own.fields}>
          {fields.map(({ column, from, to }) => (
            <div key={column}>
              <dt>{columnText(kind, column)}</dt>
              <dd>
                {change.before !== null && (
                  <>
                    <del>
                      <span className="m-visually-hidden">{t('history.before')} </span>
                      {valueText(kind, column, from, words) ?? t('history.empty')}
                    </del>
                    <span aria-hidden="true"> → </span>
                  </>
                )}
                <ins>
                  {change.before !== null && (
                    <span className="m-visually-hidden">{t('history.after')} </span>
                  )}
                  {valueText(kind, column, to, words) ?? t('history.empty')}
                </ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
