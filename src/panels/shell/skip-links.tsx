import type { MouseEvent } from 'react';
import { t } from '../../messages/index.ts';
import { focusPart } from '../../ui/focus-part.ts';
import styles from './shell.module.css';

const TARGETS = { answer: '#answer', search: '#search input', map: '#map' } as const;
const ORDER = ['answer', 'search', 'map'] as const;

/** Ways past the rail for the keyboard. They move the focus alone: the address is the picture and stays as it is. */
export function SkipLinks() {
  const go = (event: MouseEvent, target: keyof typeof TARGETS) => {
    event.preventDefault();
    focusPart(TARGETS[target]);
  };
  return (
    <nav className={styles.skips} aria-label={t('shell.skip.label')}>
      {ORDER.map((target) => (
        <a key={target} href={`#${target}`} onClick={(event) => go(event, target)}>
          {t(`shell.skip.${target}`)}
        </a>
      ))}
    </nav>
  );
}
