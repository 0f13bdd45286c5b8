import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { openConsole } from '../../actions/open-console.ts';
import { t } from '../../messages/index.ts';
import { HostedNote } from '../hosted/hosted-note.tsx';
import { AuthFrame } from './auth-frame.tsx';
import styles from './sign-in.module.css';

const PAUSES_S = [5, 10, 20, 30];

/** The page is here but its server is not: says so, tries again by itself, and lets the person try. */
export function UnreachableScreen() {
  const [tries, setTries] = useState(0);
  const [left, setLeft] = useState(PAUSES_S[0] ?? 5);
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
      setLeft(PAUSES_S[Math.min(tries + 1, PAUSES_S.length - 1)] ?? 30);
    });
    return () => {
      gone = true;
    };
  }, [left, tries]);

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
