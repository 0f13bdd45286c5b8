import type { ReactNode } from 'react';
import { t } from '../../messages/index.ts';
import { Mark } from '../../ui/mark.tsx';
import { LanguageButton, ThemeButton } from '../parts/preferences-buttons.tsx';
import styles from './sign-in.module.css';

/** The frame of every screen before the console: who we are, the language, and one thing to do. */
export function AuthFrame({ children }: { children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        <span className={styles.brand}>
          <Mark />
          <span>
            <strong>{t('shell.product')}</strong>
            <span className={styles.tagline}>{t('signIn.tagline')}</span>
          </span>
        </span>
        <span className={styles.tools}>
          <LanguageButton />
          <ThemeButton />
        </span>
      </header>
      <main className={styles.main}>
        <div className={styles.card}>{children}</div>
      </main>
    </div>
  );
}
