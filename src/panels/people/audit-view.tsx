import { Button, NativeSelect } from '@mantine/core';
import { useEffect } from 'react';
import { loadAudit, loadOlderAudit } from '../../actions/people/load-audit.ts';
import { AUDIT_ACTIONS } from '../../core/model/index.ts';
import type { AuditAction, AuditEvent } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useZone } from '../../state/districts.ts';
import { usePeople } from '../../state/people.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatFullClock } from '../../ui/format/times.ts';
import { HostedNote } from '../parts/hosted/hosted-note.tsx';
import { auditText } from './audit-text.ts';
import { useDistrictText } from '../parts/districts/use-district-text.ts';
import { ReadAgain } from '../../ui/read-again.tsx';
import kit from '../../ui/form/form.module.css';
import styles from '../../ui/list-and-detail.module.css';

/** 操作记录: who signed in, imported, exported and gave rights, newest first. */
export function AuditView() {
  const { status, value, action, more } = usePeople((state) => state.audit);
  useEffect(() => void loadAudit(usePeople.getState().audit.action), []);
  const events = value ?? [];
  return (
    <div className={styles.alone}>
      <h2>{t('people.view.audit')}</h2>
      <p className={kit.soft}>{t('people.audit.explain')}</p>
      <HostedNote about="failedSignIns" className={kit.soft} />
      <div className={styles.head}>
        <NativeSelect
          size="sm"
          label={t('people.audit.action')}
          value={action ?? ''}
          onChange={({ currentTarget: { value: chosen } }) =>
            void loadAudit(chosen === '' ? null : (chosen as AuditAction))
          }
        >
          <option value="">{t('people.audit.all')}</option>
          {AUDIT_ACTIONS.map((one) => (
            <option key={one} value={one}>
              {t(`people.audit.act.${one}`)}
            </option>
          ))}
        </NativeSelect>
        <span className={kit.soft}>{t('people.audit.count', { count: events.length })}</span>
      </div>
      {status === 'failed' && <ReadAgain onAgain={() => void loadAudit(action)} />}
      {status === 'loading' && value === null && <EmptyState title={t('people.loading')} />}
      {status === 'loaded' && events.length === 0 && <EmptyState title={t('people.audit.none')} />}
      {events.length > 0 && <Events events={events} />}
      {more && (
        <Button size="sm" mt={8} variant="default" onClick={() => void loadOlderAudit()}>
          {t('people.audit.older')}
        </Button>
      )}
    </div>
  );
}

function Events({ events }: { events: readonly AuditEvent[] }) {
  const zone = useZone();
  const district = useDistrictText();
  return (
    <table className={styles.table} aria-label={t('people.audit.list')}>
      <thead>
        <tr>
          <th scope="col">{t('people.audit.at')}</th>
          <th scope="col">{t('people.audit.who')}</th>
          <th scope="col">{t('people.audit.action')}</th>
          <th scope="col">{t('people.audit.what')}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <td>
              <time dateTime={event.at}>{formatFullClock(event.at, zone)}</time>
            </td>
            <td>
              {event.byName ??
                (event.action === 'sign_in_failed'
                  ? t('people.audit.nobody')
                  : t('people.audit.tool'))}
            </td>
            <td>{t(`people.audit.act.${event.action}`)}</td>
            <td>{auditText(event, district)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
