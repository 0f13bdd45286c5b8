import { Button } from '@mantine/core';
import { useState } from 'react';
import { checkAccount } from '../../actions/sign-in.ts';
import { signOut } from '../../actions/console/sign-out.ts';
import { t } from '../../messages/index.ts';
import { serverNow } from '../../state/clock.ts';
import { DEFAULT_ZONE } from '../../state/districts.ts';
import { useSaving } from '../../ui/form/use-saving.ts';
import { formatClock } from '../../ui/format/times.ts';
import { AuthFrame } from './auth-frame.tsx';
import styles from './sign-in.module.css';

/** The password was right, but the account may see nothing: no role yet, or disabled. */
export function NoRoleScreen({ email, disabled }: { email: string; disabled: boolean }) {
  const [checked, setChecked] = useState<number | null>(null);
  const { saving: checking, once } = useSaving();

  const again = (): Promise<void> =>
    once(async () => {
      await checkAccount();
      setChecked(serverNow());
    });

  const clock =
    checked === null ? '' : formatClock(new Date(checked).toISOString(), checked, DEFAULT_ZONE);
  return (
    <AuthFrame>
      <div className={styles.form} role="alert">
        <h1 className={styles.title}>
          {disabled ? t('signIn.disabled.title') : t('signIn.noRole.title')}
        </h1>
        <p>
          {disabled ? t('signIn.disabled.detail', { email }) : t('signIn.noRole.detail', { email })}
        </p>
      </div>
      <div className={styles.choices}>
        <Button disabled={checking} onClick={() => void again()}>
          {t('signIn.noRole.again')}
        </Button>
        <Button variant="default" onClick={() => void signOut()}>
          {t('signIn.noRole.other')}
        </Button>
      </div>
      <p className={styles.quiet} role="status">
        {checked !== null &&
          (disabled ? t('signIn.disabled.still', { clock }) : t('signIn.noRole.still', { clock }))}
      </p>
    </AuthFrame>
  );
}
