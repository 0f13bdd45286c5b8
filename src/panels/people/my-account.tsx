import { Button, PasswordInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import { changeMyPassword } from '../../actions/people/change-account.ts';
import { loadSessions } from '../../actions/people/load-accounts.ts';
import { PASSWORD_LENGTH } from '../../core/rights/password.ts';
import { t } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import { AbilitiesList } from './abilities-list.tsx';
import { faultOf } from './people-text.ts';
import { SessionsList } from './sessions-list.tsx';
import kit from '../../ui/form/form.module.css';
import styles from '../../ui/list-and-detail.module.css';

/** One's own account: what one may do, where one is signed in, one's password. */
export function MyAccount() {
  const account = useSession((state) =>
    state.auth.tag === 'signed-in' ? state.auth.account : null,
  );
  const userId = account?.userId ?? null;
  useEffect(() => {
    if (userId !== null) void loadSessions(userId);
  }, [userId]);
  if (account === null) return null;
  return (
    <div className={styles.alone}>
      <div className={styles.narrow}>
        <h2>{account.displayName}</h2>
        <p className={kit.soft}>{account.email}</p>
        <section className={styles.part} aria-label={t('people.rights.mine')}>
          <h3>{t('people.rights.mine')}</h3>
          <AbilitiesList role={account.role} districtCode={account.districtCode} />
        </section>
        <SessionsList userId={account.userId} />
        <MyPassword userId={account.userId} />
      </div>
    </div>
  );
}

function MyPassword({ userId }: { userId: string }) {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [said, setSaid] = useState<{ good: boolean; text: string } | null>(null);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const fault = faultOf(await changeMyPassword(userId, current, password));
    setSaid(
      fault === null
        ? { good: true, text: t('people.password.changed') }
        : { good: false, text: fault },
    );
    if (fault !== null) return;
    setCurrent('');
    setPassword('');
  }

  return (
    <form
      className={styles.part}
      aria-label={t('people.password.mine')}
      onSubmit={(event) => void save(event)}
    >
      <h3>{t('people.password.mine')}</h3>
      <PasswordInput
        size="sm"
        label={t('people.password.current')}
        autoComplete="current-password"
        value={current}
        onChange={({ currentTarget }) => setCurrent(currentTarget.value)}
      />
      <PasswordInput
        size="sm"
        label={t('people.password.new')}
        description={t('people.password.rules', { length: PASSWORD_LENGTH })}
        autoComplete="new-password"
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      {said !== null && (
        <p role={said.good ? 'status' : 'alert'} className={said.good ? styles.good : styles.fault}>
          {said.text}
        </p>
      )}
      <div className={kit.buttons}>
        <Button type="submit" size="sm" variant="default">
          {t('people.password.change')}
        </Button>
      </div>
    </form>
  );
}
