import type { District } from '../../core/model/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useZone } from '../../state/districts.ts';
import { Contacts } from '../contacts/contacts.tsx';
import { DistrictSection } from '../districts/district-section.tsx';
import { RecordHistory } from '../parts/history/record-history.tsx';
import { RecordVerification, RecordWork } from './record-upkeep.tsx';
import styles from '../../ui/form/form.module.css';
import type { AnyRecord } from '../records/table/columns.ts';

/** What else is known of a saved record, below its fields: one line for each section. */
export function RecordSections({ kind, record }: { kind: RegisterKind; record: AnyRecord }) {
  const now = useServerNowEvery(10_000);
  const zone = useZone();
  if (record.archivedAt !== null) return <RecordHistory kind={kind} record={record} now={now} />;
  return (
    <div className={styles.inForm}>
      <Contacts kind={kind} record={record} now={now} />
      <RecordWork kind={kind} record={record} now={now} zone={zone} />
      {kind === 'district' && <DistrictSection district={record as District} />}
      <RecordHistory kind={kind} record={record} now={now} />
    </div>
  );
}

/** Above the fields: who last said that they are true, and the way to say so again or to doubt it. */
export function SavedRecordVerification({
  kind,
  record,
}: {
  kind: RegisterKind;
  record: AnyRecord;
}) {
  const now = useServerNowEvery(10_000);
  const zone = useZone();
  if (record.archivedAt !== null) return null;
  return (
    <div className={styles.inForm}>
      <RecordVerification kind={kind} record={record} now={now} zone={zone} />
    </div>
  );
}
