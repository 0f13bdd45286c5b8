import type { ReactNode } from 'react';
import { t } from '../../messages/index.ts';
import { useHomeDistrict } from '../../state/districts.ts';
import { AccountMenu } from './account-menu.tsx';
import { Clock } from './clock.tsx';
import { CopyLink } from './copy-link.tsx';
import { DemoBadge } from './demo-badge.tsx';
import { LinkState } from './link-state.tsx';
import styles from './top-bar.module.css';

/** Where to look for something, whose district this is, what time it is there and how old the data is. */
export function TopBar({ search, onShortcuts }: { search: ReactNode; onShortcuts: () => void }) {
  const district = useHomeDistrict();
  const name = district?.level === 'root' ? t('shell.wholeRegister') : (district?.name ?? '');
  return (
    <header className={styles.bar} aria-label={t('shell.region.bar')}>
      <h1 className="m-visually-hidden">{t('shell.product')}</h1>
      <div id="search" className={styles.search} role="search">
        {search}
      </div>
      <div className={styles.where}>
        <span className={styles.district} title={t('shell.district')}>
          {name}
        </span>
        <DemoBadge />
      </div>
      <div className={styles.state}>
        <LinkState />
        <Clock />
        <CopyLink />
        <AccountMenu onShortcuts={onShortcuts} />
      </div>
    </header>
  );
}
