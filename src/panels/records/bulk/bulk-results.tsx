import { Button, Progress } from '@mantine/core';
import { changeMany } from '../../../actions/register/change-many.ts';
import { t } from '../../../messages/index.ts';
import type { Many } from '../../../state/register.ts';
import formStyles from '../../parts/fields/form.module.css';
import { nameText } from '../../parts/register/name-text.ts';
import styles from './bulk.module.css';

const MOST_SHOWN = 500;

/** What became of every record: first those that need a second look. */
export function BulkResults({ many, onDone }: { many: Many; onDone: () => void }) {
  const { kind, change, results, names, running } = many;
  const entries = [...results];
  const open = entries.filter(([, result]) => result === 'waiting').length;
  const failed = entries.filter(
    ([, result]) => result !== 'done' && result !== 'same' && result !== 'waiting',
  );
  const others = entries.filter(([, result]) => result === 'done' || result === 'same');
  const done = entries.length - open;
  return (
    <>
      <div className={formStyles.body}>
        {running && (
          <div role="status">
            {t('register.bulk.working', { done, total: entries.length })}
            <Progress
              value={(100 * done) / entries.length}
              size="sm"
              aria-label={t('register.bulk.open')}
            />
          </div>
        )}
        <ul className={styles.results} aria-label={t('register.bulk.results')}>
          {[...failed, ...others].slice(0, MOST_SHOWN).map(([id, result]) => {
            const name = names.get(id) ?? '';
            return (
              <li key={id} data-failed={result !== 'done' && result !== 'same'}>
                <span>{nameText(name)}</span>
                <span>{t(`register.bulk.result.${result}`)}</span>
              </li>
            );
          })}
        </ul>
      </div>
      {!running && (
        <footer className={formStyles.foot}>
          <Button size="xs" onClick={onDone}>
            {t('register.close')}
          </Button>
          {failed.length > 0 && (
            <Button
              size="xs"
              variant="default"
              onClick={() =>
                void changeMany(
                  kind,
                  failed.map(([id]) => id),
                  change,
                )
              }
            >
              {t('register.bulk.again')}
            </Button>
          )}
        </footer>
      )}
    </>
  );
}
