import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { createAccount } from '../../actions/people/change-account.ts';
import { openAccount } from '../../actions/people/load-accounts.ts';
import { t } from '../../messages/index.ts';
import { AbilitiesList } from './abilities-list.tsx';
import { PasswordField } from './password-field.tsx';
import { faultOf } from './people-text.ts';
import { RightsFields } from './rights-fields.tsx';
import type { Rights } from './rights-fields.tsx';
import kit from '../../ui/form/form.module.css';
import { useSaving } from '../../ui/form/use-saving.ts';
import styles from '../../ui/list-and-detail.module.css';

/** A new account; what is typed stays until the server has made it. */
export function AccountForm() {
  const [displayName, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [rights, setRights] = useState<Rights>({ role: null, districtCode: null });
  const [fault, setFault] = useState<string | null>(null);
  const { saving, once } = useSaving();
  const { role, districtCode } = rights;

  function save(event: FormEvent): void {
    event.preventDefault();
    if (role === null) return setFault(t('people.why.role_unknown'));
    if (districtCode === null) return setFault(t('people.why.district_out_of_reach'));
    void once(async () => {
      setFault(faultOf(await createAccount({ email, password, role, districtCode, displayName })));
    });
  }

  return (
    <form aria-label={t('people.form.newTitle')} onSubmit={save}>
      <h2>{t('people.form.newTitle')}</h2>
      <p className={kit.soft}>{t('people.form.newExplain')}</p>
      <div className={styles.part}>
        <TextInput
          size="sm"
          label={t('people.form.name')}
          value={displayName}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <TextInput
          size="sm"
          type="email"
          label={t('people.form.email')}
          autoComplete="off"
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        />
        <RightsFields rights={rights} onChange={setRights} />
        <PasswordField label={t('people.form.password')} value={password} onChange={setPassword} />
      </div>
      {role !== null && districtCode !== null && (
        <section className={styles.part} aria-label={t('people.rights.title')}>
          <AbilitiesList role={role} districtCode={districtCode} />
        </section>
      )}
      {fault !== null && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      <div className={kit.buttons}>
        <Button type="submit" size="sm" loading={saving}>
          {t('people.form.create')}
        </Button>
        <Button size="sm" variant="default" onClick={() => openAccount({ tag: 'none' })}>
          {t('people.form.cancel')}
        </Button>
      </div>
    </form>
  );
}
