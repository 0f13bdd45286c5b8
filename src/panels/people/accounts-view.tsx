import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { loadAccounts, openAccount } from '../../actions/people/load-accounts.ts';
import type { Account } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { usePeople } from '../../state/people.ts';
import { useSession } from '../../state/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AccountDetail } from './account-detail.tsx';
import { AccountForm } from './account-form.tsx';
import { AccountsTable } from './accounts-table.tsx';
import { ReadAgain } from '../../ui/read-again.tsx';
import { useDistrictText } from '../parts/districts/use-district-text.ts';
import kit from '../../ui/form/form.module.css';
import styles from '../../ui/list-and-detail.module.css';

/** Accounts of the admin's districts at the left, the open one at the right. */
export function AccountsView() {
  const { accounts, open } = usePeople();
  const me = useSession((state) =>
    state.auth.tag === 'signed-in' ? state.auth.account.userId : null,
  );
  useEffect(() => void loadAccounts(), []);
  const chosen =
    open.tag === 'account'
      ? accounts.value?.find(({ userId }) => userId === open.userId)
      : undefined;
  return (
    <div className={styles.halves}>
      <div className={styles.main}>
        <h2>{t('people.view.accounts')}</h2>
        <p className={kit.soft}>{t('people.accounts.explain')}</p>
        {accounts.status === 'failed' && <ReadAgain onAgain={() => void loadAccounts()} />}
        {accounts.value === null ? (
          accounts.status === 'loading' && <EmptyState title={t('people.loading')} />
        ) : (
          <Found accounts={accounts.value} openId={chosen?.userId ?? null} myId={me} />
        )}
      </div>
      <div className={styles.side}>
        {open.tag === 'new' && <AccountForm />}
        {chosen !== undefined && (
          <AccountDetail key={chosen.userId} account={chosen} own={chosen.userId === me} />
        )}
        {open.tag !== 'new' && chosen === undefined && (
          <p className={kit.soft}>{t('people.accounts.choose')}</p>
        )}
      </div>
    </div>
  );
}

interface FoundProps {
  accounts: readonly Account[];
  openId: string | null;
  myId: string | null;
}

function Found({ accounts, openId, myId }: FoundProps) {
  const [sought, setSought] = useState('');
  const district = useDistrictText();
  const words = sought.trim().toLowerCase();
  const found = accounts.filter(({ displayName, email, districtCode }) =>
    `${displayName ?? ''} ${email} ${districtCode ?? ''} ${districtCode === null ? '' : district(districtCode)}`
      .toLowerCase()
      .includes(words),
  );
  const active = accounts.filter(
    ({ disabledAt, role }) => disabledAt === null && role !== null,
  ).length;
  return (
    <>
      <div className={styles.head}>
        <TextInput
          size="sm"
          type="search"
          label={t('people.accounts.find')}
          value={sought}
          onChange={({ currentTarget }) => setSought(currentTarget.value)}
        />
        <Button size="sm" onClick={() => openAccount({ tag: 'new' })}>
          {t('people.accounts.add')}
        </Button>
        <span className={kit.soft}>
          {t('people.accounts.count', { count: accounts.length, active })}
        </span>
      </div>
      {found.length === 0 ? (
        <EmptyState title={t('people.accounts.none')} />
      ) : (
        <AccountsTable accounts={found} openId={openId} myId={myId} />
      )}
    </>
  );
}
