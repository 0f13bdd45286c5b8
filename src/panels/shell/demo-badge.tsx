import { t } from '../../messages/index.ts';
import { useIsDemo } from '../../state/districts.ts';
import styles from './top-bar.module.css';

/** Says that what is on the screen is invented, as long as any of it is. */
export function DemoBadge() {
  const isDemo = useIsDemo();
  if (!isDemo) return null;
  return (
    <span className={styles.demo} title={t('shell.demo.explain')}>
      {t('shell.demo.badge')}
    </span>
  );
}

/** The same on every printed page. */
export function DemoPrint() {
  const isDemo = useIsDemo();
  if (!isDemo) return null;
  return <div className={styles.demoPrint}>{t('shell.demo.print')}</div>;
}
