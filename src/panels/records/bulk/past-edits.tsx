import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { loadBulkEdits, takeBulkEditBack } from '../../../actions/register/bulk-edits.ts';
import type { BulkEdit } from '../../../core/model/index.ts';
import { formColumns } from '../../../core/register/index.ts';
import type { RegisterKind } from '../../../core/schema/index.ts';
import { t } from '../../../messages/index.ts';
import { useServerNowEvery } from '../../../state/clock.ts';
import { useRegister } from '../../../state/register.ts';
import { formatAge } from '../../../ui/format/times.ts';
import { columnText, valueText } from '../../parts/history/change-text.ts';
import formStyles from '../../parts/fields/form.module.css';
import { useTextContext } from '../../parts/register/use-text-context.ts';
import type { TextContext } from '../../parts/register/register-text.ts';
import styles from './bulk.module.css';

/** What one changed at once before, and the way back: the history knows it, so a reload or another computer does too. */
export function PastEdits({ kind }: { kind: RegisterKind }) {
  const held = useRegister((state) => state.bulkEdits);
  const [failed, setFailed] = useState(false);
  const now = useServerNowEvery(10_000);
  const words = useTextContext();
  useEffect(() => void loadBulkEdits(kind), [kind]);
  const edits = held.tag !== 'none' && held.kind === kind ? held : null;
  return (
    <section className={styles.past} aria-label={t('register.bulk.past.title')}>
      <h3>{t('register.bulk.past.title')}</h3>
      {failed && (
        <p role="alert" className={formStyles.warning}>
          {t('register.bulk.past.backFailed')}
        </p>
      )}
      {edits?.tag === 'failed' && (
        <p role="alert">
          {t('register.bulk.past.failed')}{' '}
          <Button size="compact-sm" variant="default" onClick={() => void loadBulkEdits(kind)}>
            {t('register.bulk.past.again')}
          </Button>
        </p>
      )}
      {(edits === null || edits.tag === 'loading') && (
        <p role="status">{t('register.bulk.past.loading')}</p>
      )}
      {edits?.tag === 'loaded' && edits.rows.length === 0 && <p>{t('register.bulk.past.none')}</p>}
      {edits?.tag === 'loaded' && edits.rows.length > 0 && (
        <ul>
          {edits.rows.map((edit) => (
            <li key={edit.id}>
              <PastEdit
                edit={edit}
                what={whatText(kind, edit, words)}
                when={formatAge(edit.at, now, words.zone)}
                onBack={() => void takeBulkEditBack(kind, edit.id).then((done) => setFailed(!done))}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface PastEditProps {
  edit: BulkEdit;
  what: string;
  when: string;
  onBack: () => void;
}

function PastEdit({ edit: { records, standing, at }, what, when, onBack }: PastEditProps) {
  return (
    <>
      <div>
        <strong>{what}</strong>
        <span>
          {t('register.bulk.past.count', { count: records })} · <time dateTime={at}>{when}</time>
        </span>
        {standing < records && (
          <span>
            {standing === 0
              ? t('register.bulk.past.overtaken')
              : t('register.bulk.past.standing', { count: standing })}
          </span>
        )}
      </div>
      {standing > 0 && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('register.bulk.past.backOf', { count: standing, what })}
          onClick={onBack}
        >
          {t('register.bulk.past.back', { count: standing })}
        </Button>
      )}
    </>
  );
}

/** "Source set to …", "archived". A change of many changes one field; what follows from it goes unsaid. */
function whatText(kind: RegisterKind, { action, after }: BulkEdit, words: TextContext): string {
  if (action === 'archive' || action === 'restore') return t(`register.bulk.past.${action}`);
  const column = formColumns(kind).find((one) => one in after) ?? Object.keys(after)[0] ?? '';
  const field = columnText(kind, column);
  const value = valueText(kind, column, after[column], words);
  return value === null
    ? t('register.bulk.past.cleared', { field })
    : t('register.bulk.past.set', { field, value });
}
