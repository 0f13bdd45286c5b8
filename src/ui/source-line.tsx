import type { Provenance } from '../core/model/index.ts';
import { t } from '../messages/index.ts';
import { Age } from './age.tsx';
import styles from './parts.module.css';

interface SourceLineProps {
  fact: Pick<Provenance, 'source' | 'observedAt' | 'verifiedAt'>;
  now: number;
  zone: string;
  maxAge?: number | null;
}

/** Where a fact is from, when it was observed, and whether someone has verified it since. */
export function SourceLine({ fact, now, zone, maxAge = null }: SourceLineProps) {
  return (
    <span className={styles.source}>
      <span>{t('units.source', { source: fact.source })}</span>
      <span>
        {t('units.observed')} <Age at={fact.observedAt} now={now} zone={zone} maxAge={maxAge} />
      </span>
      <span>
        {fact.verifiedAt === null ? (
          t('units.neverVerified')
        ) : (
          <>
            {t('units.verified')} <Age at={fact.verifiedAt} now={now} zone={zone} maxAge={maxAge} />
          </>
        )}
      </span>
    </span>
  );
}
