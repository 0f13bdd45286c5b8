import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import {
  changeDispute,
  verifyRecord,
  disputeRecord,
  dropDispute,
  startDispute,
} from '../../actions/upkeep/verify-record.ts';
import type { RecordOf, VerifiedKind } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useMay } from '../../state/role.ts';
import { useSession } from '../../state/session.ts';
import { useKept } from '../../state/upkeep.ts';
import type { DisputeDraft, VerificationSave } from '../../state/upkeep.ts';
import { formatAgo, formatFullClock } from '../../ui/format/times.ts';
import { SubForm } from '../../ui/form/sub-form.tsx';
import styles from '../../ui/form/form.module.css';

interface VerificationBarProps {
  kind: VerifiedKind;
  record: RecordOf[VerifiedKind];
  now: number;
  zone: string;
}

/** Who last said that it is true; one press says so again, or opens the question why not. */
export function VerificationBar({ kind, record, now, zone }: VerificationBarProps) {
  const mayRecord = useMay('record');
  const { id } = record;
  const verifying = useKept('verifying', id);
  const dispute = useKept('disputes', id);
  return (
    <section className={styles.section} aria-label={t('verification.region')}>
      <Disputed record={record} now={now} />
      <div className={styles.head}>
        <LastSaid record={record} now={now} zone={zone} />
        {mayRecord && (
          <div className={styles.buttons}>
            <Button
              size="compact-sm"
              variant="default"
              loading={verifying?.tag === 'saving'}
              onClick={() => void verifyRecord(kind, id)}
            >
              {t('verification.stillTrue')}
            </Button>
            {dispute === null && (
              <Button size="compact-sm" variant="default" onClick={() => startDispute(id)}>
                {t('verification.dispute')}
              </Button>
            )}
          </div>
        )}
      </div>
      <NotTaken save={verifying} />
      {dispute !== null && <DisputeForm kind={kind} id={id} draft={dispute} />}
    </section>
  );
}

function Disputed({ record, now }: Pick<VerificationBarProps, 'record' | 'now'>) {
  const { disputedAt, disputeReason } = record;
  if (disputedAt === null) return null;
  return (
    <div className={styles.alert}>
      <p>
        {t('verification.banner', { ago: formatAgo(disputedAt, now), reason: disputeReason ?? '' })}
      </p>
      <p className={styles.soft}>{t('verification.bannerMeans')}</p>
    </div>
  );
}

function LastSaid({ record, now, zone }: Pick<VerificationBarProps, 'record' | 'now' | 'zone'>) {
  const me = useSession((state) =>
    state.auth.tag === 'signed-in' ? state.auth.account.userId : null,
  );
  const { verifiedAt, verifiedBy } = record;
  if (verifiedAt === null) return <span className={styles.soft}>{t('verification.never')}</span>;
  const age = formatAgo(verifiedAt, now);
  return (
    <span className={styles.soft} title={formatFullClock(verifiedAt, zone)}>
      {me !== null && verifiedBy === me
        ? t('verification.lastByMe', { age })
        : t('verification.last', { age })}
    </span>
  );
}

export function NotTaken({ save }: { save: VerificationSave | null }) {
  if (save?.tag !== 'failed') return null;
  return (
    <p role="alert" className={styles.alert}>
      {t(`verification.failed.${save.reason}`)}
    </p>
  );
}

interface DisputeFormProps {
  kind: VerifiedKind;
  id: string;
  draft: DisputeDraft;
  onDone?: () => void;
}

/** Why it is not true. The reason is shown to everybody who sees the record. */
export function DisputeForm({ kind, id, draft, onDone }: DisputeFormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { reason, tried, save } = draft;
  const busy = save.tag === 'saving';
  async function send() {
    if (await disputeRecord(kind, id)) onDone?.();
  }
  return (
    <SubForm label={t('verification.disputeTitle')} onSubmit={() => void send()}>
      <Textarea
        ref={field}
        size="sm"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        label={t('verification.disputeTitle')}
        description={t('verification.disputeHint')}
        value={reason}
        error={tried && reason.trim() === '' ? t('verification.reasonMissing') : null}
        readOnly={busy}
        onChange={(event) => changeDispute(id, event.currentTarget.value)}
      />
      <NotTaken save={save} />
      <div className={styles.buttons}>
        <Button size="xs" loading={busy} onClick={() => void send()}>
          {t('verification.disputeSave')}
        </Button>
        <Button size="xs" variant="default" disabled={busy} onClick={() => dropDispute(id)}>
          {t('verification.disputeCancel')}
        </Button>
      </div>
    </SubForm>
  );
}
