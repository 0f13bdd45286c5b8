import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import {
  changeDispute,
  confirmRecord,
  disputeRecord,
  dropDispute,
  startDispute,
} from '../../actions/upkeep/trust-record.ts';
import type { RecordOf, TrustedKind } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useMay } from '../../state/role.ts';
import { useSession } from '../../state/session.ts';
import { useKept } from '../../state/upkeep.ts';
import type { DisputeDraft, TrustSave } from '../../state/upkeep.ts';
import { formatAgo, formatFullClock } from '../../ui/format/times.ts';
import { SubForm } from '../../ui/form/sub-form.tsx';
import styles from '../../ui/form/form.module.css';

interface TrustBarProps {
  kind: TrustedKind;
  record: RecordOf[TrustedKind];
  now: number;
  zone: string;
}

/** Who last said that it is true; one press says so again, or opens the question why not. */
export function TrustBar({ kind, record, now, zone }: TrustBarProps) {
  const mayRecord = useMay('record');
  const { id } = record;
  const confirming = useKept('confirming', id);
  const dispute = useKept('disputes', id);
  return (
    <section className={styles.section} aria-label={t('trust.region')}>
      <Disputed record={record} now={now} />
      <div className={styles.head}>
        <LastSaid record={record} now={now} zone={zone} />
        {mayRecord && (
          <div className={styles.buttons}>
            <Button
              size="compact-sm"
              variant="default"
              loading={confirming?.tag === 'saving'}
              onClick={() => void confirmRecord(kind, id)}
            >
              {t('trust.confirm')}
            </Button>
            {dispute === null && (
              <Button size="compact-sm" variant="default" onClick={() => startDispute(id)}>
                {t('trust.dispute')}
              </Button>
            )}
          </div>
        )}
      </div>
      <NotTaken save={confirming} />
      {dispute !== null && <DisputeForm kind={kind} id={id} draft={dispute} />}
    </section>
  );
}

export function Disputed({ record, now }: Pick<TrustBarProps, 'record' | 'now'>) {
  const { disputedAt, disputeReason } = record;
  if (disputedAt === null) return null;
  return (
    <div className={styles.alert}>
      <p>{t('trust.banner', { ago: formatAgo(disputedAt, now), reason: disputeReason ?? '' })}</p>
      <p className={styles.soft}>{t('trust.bannerMeans')}</p>
    </div>
  );
}

function LastSaid({ record, now, zone }: Pick<TrustBarProps, 'record' | 'now' | 'zone'>) {
  const me = useSession((state) =>
    state.auth.tag === 'signed-in' ? state.auth.account.userId : null,
  );
  const { verifiedAt, verifiedBy } = record;
  if (verifiedAt === null) return <span className={styles.soft}>{t('trust.never')}</span>;
  const age = formatAgo(verifiedAt, now);
  return (
    <span className={styles.soft} title={formatFullClock(verifiedAt, zone)}>
      {me !== null && verifiedBy === me ? t('trust.lastByMe', { age }) : t('trust.last', { age })}
    </span>
  );
}

export function NotTaken({ save }: { save: TrustSave | null }) {
  if (save?.tag !== 'failed') return null;
  return (
    <p role="alert" className={styles.alert}>
      {t(`trust.failed.${save.reason}`)}
    </p>
  );
}

interface DisputeFormProps {
  kind: TrustedKind;
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
    <SubForm label={t('trust.disputeTitle')} onSubmit={() => void send()}>
      <Textarea
        ref={field}
        size="sm"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        label={t('trust.disputeTitle')}
        description={t('trust.disputeHint')}
        value={reason}
        error={tried && reason.trim() === '' ? t('trust.reasonMissing') : null}
        readOnly={busy}
        onChange={(event) => changeDispute(id, event.currentTarget.value)}
      />
      <NotTaken save={save} />
      <div className={styles.buttons}>
        <Button size="xs" loading={busy} onClick={() => void send()}>
          {t('trust.disputeSave')}
        </Button>
        <Button size="xs" variant="default" disabled={busy} onClick={() => dropDispute(id)}>
          {t('trust.disputeCancel')}
        </Button>
      </div>
    </SubForm>
  );
}
