import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { openConsole } from '../../actions/console/open-console.ts';
import { t } from '../../messages/index.ts';
import { HostedNote } from '../parts/hosted/hosted-note.tsx';
import { AuthFrame } from './auth-frame.tsx';
import styles from './sign-in.module.css';

/** Seconds between tries: growing, and short enough that who waits at the desk is in within a quarter of a minute. */
const PAUSES_S = [2, 4, 8, 12];

/** The page is here but its server is not: says so, tries again by itself, and lets the person try. */
export function UnreachableScreen() {
  const [tries, setTries] = useState(0);
  const [left, setLeft] = useState(PAUSES_S[0] ?? 2);
  const trying = left === 0;

  useEffect(() => {
    if (left > 0) {
      const timer = setTimeout(() => setLeft(left - 1), 1000);
      return () => clearTimeout(timer);
    }
    let gone = false;
    void openConsole().then(() => {
      if (gone) return;
      setTries(tries + 1);
      setLeft(PAUSES_S[Math.min(tries + 1, PAUSES_S.length - 1)] ?? 12);
    });
    return () => {
      gone = true;
    };
  }, [left, tries]);

  // Looked at again, or the line is back: at once.
  useEffect(() => {
    const now = (): void => {
      if (!document.hidden) setLeft(0);
    };
    window.addEventListener('online', now);
    document.addEventListener('visibilitychange', now);
    return () => {
      window.removeEventListener('online', now);
      document.removeEventListener('visibilitychange', now);
    };
  }, []);

  return (
    <AuthFrame>
      <div className={styles.form} role="alert">
        <h1 className={styles.title}>{t('signIn.away.title')}</h1>
        <p>{t('signIn.away.detail')}</p>
        <p className={styles.quiet}>{t('signIn.away.advice')}</p>
        <HostedNote about="asleep" className={styles.quiet} />
      </div>
      <div className={styles.choices}>
        <Button disabled={trying} onClick={() => setLeft(0)}>
          {t('signIn.away.retry')}
        </Button>
        <span className={styles.quiet}>
          {trying ? t('signIn.away.retrying') : t('signIn.away.next', { seconds: left })}
        </span>
      </div>
    </AuthFrame>
  );
}
