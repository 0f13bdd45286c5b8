import { Loader } from '@mantine/core';
import { t } from '../../messages/index.ts';
import { AuthFrame } from './auth-frame.tsx';
import styles from './sign-in.module.css';

/** The moment in which the server is asked who this is. */
export function CheckingScreen() {
  return (
    <AuthFrame>
      <div className={styles.checking} role="status">
        <Loader size="sm" />
        {t('signIn.checking')}
      </div>
    </AuthFrame>
  );
}
