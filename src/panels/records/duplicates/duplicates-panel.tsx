import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { showTask } from '../../../actions/register/show-task.ts';
import type { DuplicatePair } from '../../../core/duplicates/find-duplicates.ts';
import type { MergedKind } from '../../../core/model/index.ts';
import { t } from '../../../messages/index.ts';
import { useRecordMap } from '../../../state/records.ts';
import { useSession } from '../../../state/session.ts';
import { useRegister } from '../../../state/register.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { formatDistance, formatNumber } from '../../../ui/format/numbers.ts';
import { formatSource } from '../../../ui/format/sources.ts';
import kit from '../../../ui/form/form.module.css';
import formStyles from '../../parts/fields/form.module.css';
import { nameText } from '../../parts/register/name-text.ts';
import styles from './duplicates.module.css';
import { MergePanel } from './merge-panel.tsx';
import { MERGED } from '../../parts/register/rights.ts';
import { useDuplicates } from './use-duplicates.ts';

const MOST_SHOWN = 200;

/** Records that may be one thing recorded twice, and the way to make one of two. */
export function DuplicatesPanel() {
  const open = useRegister((state) => state.kind);
  const kind = MERGED.find((one) => one === open);
  const [pair, setPair] = useState<DuplicatePair | null>(null);
  const name = t(`register.kind.${open}`);
  return (
    <section className={formStyles.form} aria-label={t('register.duplicates.open')}>
      <header className={formStyles.head}>
        <div>
          <h2>{t('register.duplicates.heading', { kind: name })}</h2>
        </div>
        <CloseButton aria-label={t('register.close')} onClick={() => showTask('record')} />
      </header>
      {kind === undefined && <EmptyState title={t('register.duplicates.none')} />}
      {kind !== undefined && pair === null && <PairList kind={kind} onCompare={setPair} />}
      {kind !== undefined && pair !== null && (
        <MergePanel
          key={`${pair.a} ${pair.b}`}
          kind={kind}
          pair={pair}
          onBack={() => setPair(null)}
        />
      )}
    </section>
  );
}

function PairList({
  kind,
  onCompare,
}: {
  kind: MergedKind;
  onCompare: (pair: DuplicatePair) => void;
}) {
  const { pairs, distance, likeness } = useDuplicates(kind);
  const language = useSession((state) => state.language);
  const table = useRecordMap(kind) as ReadonlyMap<string, { name: string }>;
  return (
    <div className={formStyles.body}>
      {distance !== null && likeness !== null && (
        <p className={kit.small}>
          {t('register.duplicates.rule', {
            similarity: Math.round(100 * likeness.value),
            distance: formatDistance(distance.value),
            source: formatSource(distance.source, language),
          })}
        </p>
      )}
      <p role="status">
        {pairs.length === 0
          ? t('register.duplicates.none')
          : t('register.duplicates.found', { count: formatNumber(pairs.length) })}
      </p>
      <ul className={styles.pairs}>
        {pairs.slice(0, MOST_SHOWN).map((pair) => (
          <li key={`${pair.a} ${pair.b}`}>
            <div>
              <strong>{nameText(table.get(pair.a)?.name)}</strong>
              <strong>{nameText(table.get(pair.b)?.name)}</strong>
              <span className={kit.small}>
                {[
                  apartText(pair),
                  t('register.duplicates.alike', { percent: Math.round(100 * pair.likeness) }),
                ].join(' · ')}
              </span>
            </div>
            <Button size="compact-sm" variant="default" onClick={() => onCompare(pair)}>
              {t('register.duplicates.compare')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function apartText({ distance }: DuplicatePair): string {
  if (distance === null) return t('register.duplicates.noPlace');
  if (distance < 1) return t('register.duplicates.samePlace');
  return t('register.duplicates.apart', { distance: formatDistance(distance) });
}
