import { Button } from '@mantine/core';
import { useId } from 'react';
import { t } from '../../messages/index.ts';
import type { DemoAccount } from '../../state/session.ts';
import styles from './sign-in.module.css';

interface DemoAccountsProps {
  accounts: readonly DemoAccount[];
  disabled: boolean;
  onUse: (account: DemoAccount) => void;
}

/** Only where the server says that this is a demonstration: one button per role. */
export function DemoAccounts({ accounts, disabled, onUse }: DemoAccountsProps) {
  const title = useId();
  return (
    <section className={styles.demo} aria-labelledby={title}>
      <h2 id={title} className={styles.demoTitle}>
        {t('signIn.demoTitle')}
      </h2>
      <p className={styles.quiet}>{t('signIn.demoHint')}</p>
      <div className={styles.demoRoles}>
        {accounts.map((account) => (
          <Button
            key={account.email}
            variant="default"
            disabled={disabled}
            title={account.email}
            aria-label={t('signIn.demoUse', { role: t(`kinds.role.${account.role}`) })}
            onClick={() => onUse(account)}
          >
            {t(`kinds.role.${account.role}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
