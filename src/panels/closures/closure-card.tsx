import { CloseButton } from '@mantine/core';
import { useState } from 'react';
import { select } from '../../actions/select.ts';
import { t } from '../../messages/index.ts';
import { useRecord } from '../../state/records.ts';
import { useDraft } from '../../state/register.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { KindSymbol } from '../../ui/kind-symbol.tsx';
import { useRights } from '../parts/register/rights.ts';
import { ClosureForm } from './closure-form.tsx';
import { ClosureSummary } from './closure-summary.tsx';
import styles from './closures.module.css';
import { useClosures } from './use-closures.ts';

/** The closure that is selected: what it is and does, or the form while it is written. */
export function ClosureCard({ id }: { id: string }) {
  const saved = useRecord('closure', id);
  const draft = useDraft(id);
  const { create, change } = useRights('closure');
  const [editing, setEditing] = useState(false);
  const listed = useClosures().find(({ closure }) => closure.id === id) ?? null;
  const now = useServerNowEvery(10_000);
  if (saved === null && draft === null) return null;
  const mayWrite = saved === null ? create : change === 'all';
  const written = draft?.inputs.reason;
  const name = typeof written === 'string' ? written.trim() : (saved?.reason ?? '');
  const heading = name === '' ? t('closure.card.newHeading') : name;
  const showForm = mayWrite && (draft !== null || editing);
  return (
    <section className={styles.card} aria-label={t('closure.card.region', { reason: heading })}>
      <header className={styles.head}>
        <KindSymbol
          kind="closure"
          size={26}
          state={listed?.phase === 'in-force' ? 'plain' : 'hollow'}
        />
        <h2>{heading}</h2>
        <CloseButton size="sm" aria-label={t('closure.card.close')} onClick={() => select(null)} />
      </header>
      {showForm ? (
        <ClosureForm
          id={id}
          saved={saved}
          draft={draft}
          listed={listed}
          onDone={() => setEditing(false)}
        />
      ) : (
        saved !== null && (
          <ClosureSummary
            closure={saved}
            listed={listed}
            now={now}
            onEdit={() => setEditing(true)}
          />
        )
      )}
    </section>
  );
}
