import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { loadImports, openWaiting } from '../../actions/importing/undo-import.ts';
import type { ImportBatch } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useZone } from '../../state/districts.ts';
import { useImport } from '../../state/import.ts';
import { formatFullClock } from '../../ui/format/times.ts';
import tone from './tone.module.css';
import styles from './choose.module.css';

const SHOWN = 3;

const isUnfinished = ({ state }: ImportBatch): boolean =>
  state === 'staged' || state === 'writing' || state === 'undoing';

/** Imports that stopped halfway, so that nobody begins anew what only has to be ended. */
export function Unfinished() {
  const past = useImport((state) => state.past);
  const zone = useZone();
  useEffect(() => void loadImports(), []);
  const open = past.tag === 'loaded' ? past.rows.filter(isUnfinished).slice(0, SHOWN) : [];
  if (open.length === 0) return null;
  return (
    <section className={styles.unfinished} aria-label={t('importing.unfinished.title')}>
      <h3>{t('importing.unfinished.title')}</h3>
      <ul>
        {open.map((batch) => (
          <li key={batch.id}>
            <span>
              <strong>{batch.fileName}</strong>{' '}
              <span className={tone.soft}>
                {t(`importing.list.${batch.state}`)} ·{' '}
                {t('importing.done.who', {
                  name: batch.byName ?? '',
                  clock: formatFullClock(batch.createdAt, zone),
                })}
              </span>
            </span>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('importing.unfinished.openOf', { file: batch.fileName })}
              onClick={() => openWaiting(batch)}
            >
              {t('importing.unfinished.open')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
