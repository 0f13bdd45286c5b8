import { Button } from '@mantine/core';
import { useState } from 'react';
import { endSessions } from '../../actions/people/change-account.ts';
import { loadSessions } from '../../actions/people/load-accounts.ts';
import type { AccountSession } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useZone } from '../../state/districts.ts';
import { usePeople } from '../../state/people.ts';
import { Age } from '../../ui/age.tsx';
import { HostedNote } from '../parts/hosted/hosted-note.tsx';
import { deviceText } from './device-text.ts';
import { ReadAgain } from '../../ui/read-again.tsx';
import kit from '../../ui/form/form.module.css';
import styles from '../../ui/list-and-detail.module.css';

/** Where an account is signed in, each to be ended. */
export function SessionsList({ userId }: { userId: string }) {
  const sessions = usePeople((state) => state.sessions);
  const [failed, setFailed] = useState(false);
  if (sessions.userId !== userId) return null;
  const list = sessions.value ?? [];
  const here = list.some(({ current }) => current);
  const end = async (id: string | null): Promise<void> =>
    setFailed(!(await endSessions(userId, id)));
  return (
    <section className={styles.part} aria-label={t('people.sessions.title')}>
      <h3>{t('people.sessions.title')}</h3>
      <HostedNote about="sessions" className={kit.soft} />
      {sessions.status === 'failed' && <ReadAgain onAgain={() => void loadSessions(userId)} />}
      {sessions.status === 'loaded' && list.length === 0 && (
        <p className={kit.soft}>{t('people.sessions.none')}</p>
      )}
      {list.length > 0 && (
        <ul className={styles.sessions} aria-label={t('people.sessions.list')}>
          {list.map((session) => (
            <SessionRow key={session.id} session={session} onEnd={() => void end(session.id)} />
          ))}
        </ul>
      )}
      {failed && (
        <p role="alert" className={styles.fault}>
          {t('people.sessions.failed')}
        </p>
      )}
      {list.length > (here ? 1 : 0) && (
        <div className={kit.buttons}>
          <Button size="xs" variant="default" onClick={() => void end(null)}>
            {here ? t('people.sessions.endOthers') : t('people.sessions.endAll')}
          </Button>
        </div>
      )}
    </section>
  );
}

function SessionRow({ session, onEnd }: { session: AccountSession; onEnd: () => void }) {
  const now = useServerNowEvery(60_000);
  const zone = useZone();
  const device = deviceText(session.userAgent) ?? t('people.sessions.unknownDevice');
  return (
    <li>
      <span>
        <strong>{device}</strong> · {session.ip ?? t('people.sessions.unknownPlace')}
        {session.current && <> · {t('people.sessions.here')}</>}
        <br />
        <span className={kit.soft}>
          {t('people.sessions.since')} <Age at={session.createdAt} now={now} zone={zone} />
          {' · '}
          {t('people.sessions.seen')} <Age at={session.lastSeenAt} now={now} zone={zone} />
        </span>
      </span>
      {!session.current && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('people.sessions.endOne', { device })}
          onClick={onEnd}
        >
          {t('people.sessions.end')}
        </Button>
      )}
    </li>
  );
}
