import type { RecordKind, RecordOf } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { SourceLine } from '../../ui/source-line.tsx';
import type { CardContext } from './card-facts.ts';
import kit from '../../ui/form/form.module.css';
import styles from './card.module.css';

/** From whom, when observed, when verified; and the note and id the source gave. */
export function Provenance({
  record,
  context,
}: {
  record: RecordOf[RecordKind];
  context: CardContext;
}) {
  const note = 'externalId' in record && 'note' in record ? record.note : null;
  const externalId = 'externalId' in record ? record.externalId : null;
  if (!('source' in record) || record.source === null) return null;
  const { now, zone, factMaxAge } = context;
  const limit = Number.isFinite(factMaxAge) ? factMaxAge : null;
  const observedAt = 'observedAt' in record ? record.observedAt : null;
  const verifiedAt = 'verifiedAt' in record ? record.verifiedAt : null;
  const isFact = 'observedAt' in record;
  return (
    <section className={styles.section} aria-label={t('card.sections.source')}>
      {note !== null && note.trim() !== '' && <p className={styles.text}>{note}</p>}
      {isFact ? (
        <SourceLine
          fact={{ source: record.source, observedAt, verifiedAt }}
          now={now}
          zone={zone}
          maxAge={limit}
        />
      ) : (
        <p className={kit.soft}>{t('units.source', { source: record.source })}</p>
      )}
      {externalId !== null && (
        <p className={kit.soft}>
          {t('card.field.externalId')} {externalId}
        </p>
      )}
    </section>
  );
}
