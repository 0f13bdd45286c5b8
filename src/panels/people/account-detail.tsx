import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import {
  changeAccount,
  resetPassword,
  setAccountDisabled,
} from '../../actions/people/change-account.ts';
import type { AccountSaved } from '../../actions/people/change-account.ts';
import type { Account } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { AbilitiesList } from './abilities-list.tsx';
import { PasswordField } from './password-field.tsx';
import { faultOf } from './people-text.ts';
import { RightsFields } from './rights-fields.tsx';
import type { Rights } from './rights-fields.tsx';
import { SessionsList } from './sessions-list.tsx';
import kit from '../../ui/form/form.module.css';
import styles from '../../ui/list-and-detail.module.css';

interface DetailProps {
  account: Account;
  /** Whether it is the signed-in person's own: role, district and being disabled are not for oneself to change. */
  own: boolean;
}

/** What came of the last thing done here. */
type Said = { good: boolean; text: string } | null;

/** An account: what it may do, and everything an admin does with it. */
export function AccountDetail({ account, own }: DetailProps) {
  return (
    <>
      <h2>{account.displayName ?? account.email}</h2>
      <p className={kit.soft}>{account.email}</p>
      <section className={styles.part} aria-label={t('people.rights.title')}>
        <h3>{t('people.rights.title')}</h3>
        <RightsInWords account={account} />
      </section>
      <RightsForm account={account} own={own} />
      <SessionsList userId={account.userId} />
      {!own && <PasswordForm account={account} />}
      <DisablePart account={account} own={own} />
    </>
  );
}

function RightsInWords({ account: { role, districtCode, disabledAt } }: { account: Account }) {
  if (disabledAt !== null) return <p className={styles.off}>{t('people.rights.disabled')}</p>;
  if (role === null || districtCode === null) return <p>{t('people.rights.none')}</p>;
  return <AbilitiesList role={role} districtCode={districtCode} />;
}

function Outcome({ said }: { said: Said }) {
  if (said === null) return null;
  return (
    <p role={said.good ? 'status' : 'alert'} className={said.good ? styles.good : styles.fault}>
      {said.text}
    </p>
  );
}

const outcome = (result: AccountSaved, good: string): Said => {
  const fault = faultOf(result);
  return fault === null ? { good: true, text: good } : { good: false, text: fault };
};

function RightsForm({ account, own }: DetailProps) {
  const [name, setName] = useState(account.displayName ?? '');
  const [rights, setRights] = useState<Rights>({
    role: account.role,
    districtCode: account.districtCode,
  });
  const [said, setSaid] = useState<Said>(null);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const anew = <T,>(value: T | null, before: T | null): T | null =>
      value === before ? null : value;
    const result = await changeAccount(account.userId, {
      role: anew(rights.role, account.role),
      districtCode: anew(rights.districtCode, account.districtCode),
      displayName: anew(name.trim(), account.displayName),
    });
    setSaid(outcome(result, t('people.form.saved')));
  }

  return (
    <form className={styles.part} onSubmit={(event) => void save(event)}>
      <TextInput
        size="sm"
        label={t('people.form.name')}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <RightsFields rights={rights} disabled={own} onChange={setRights} />
      {own && <p className={kit.soft}>{t('people.form.ownRole')}</p>}
      <Outcome said={said} />
      <div className={kit.buttons}>
        <Button type="submit" size="sm">
          {t('people.form.save')}
        </Button>
      </div>
    </form>
  );
}

function PasswordForm({ account }: { account: Account }) {
  const [password, setPassword] = useState('');
  const [said, setSaid] = useState<Said>(null);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const result = await resetPassword(account.userId, password);
    setSaid(outcome(result, t('people.password.resetDone')));
  }

  return (
    <form
      className={styles.part}
      aria-label={t('people.password.title')}
      onSubmit={(event) => void save(event)}
    >
      <h3>{t('people.password.title')}</h3>
      <PasswordField label={t('people.password.new')} value={password} onChange={setPassword} />
      <p className={kit.soft}>{t('people.password.ends')}</p>
      <Outcome said={said} />
      <div className={kit.buttons}>
        <Button type="submit" size="sm" variant="default">
          {t('people.password.reset')}
        </Button>
      </div>
    </form>
  );
}

function DisablePart({ account, own }: DetailProps) {
  const [said, setSaid] = useState<Said>(null);
  const disabled = account.disabledAt !== null;

  async function toggle(): Promise<void> {
    const result = await setAccountDisabled(account.userId, !disabled);
    setSaid(outcome(result, t('people.form.saved')));
  }

  return (
    <section className={styles.part} aria-label={t('people.disable.title')}>
      <h3>{t('people.disable.title')}</h3>
      <p className={kit.soft}>{own ? t('people.disable.own') : t('people.disable.explain')}</p>
      <Outcome said={said} />
      {!own && (
        <div className={kit.buttons}>
          <Button size="sm" variant="default" onClick={() => void toggle()}>
            {disabled ? t('people.disable.enable') : t('people.disable.disable')}
          </Button>
        </div>
      )}
    </section>
  );
}
