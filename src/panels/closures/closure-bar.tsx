import { useId, useState } from 'react';
import { t } from '../../messages/index.ts';
import { useRoads } from '../../state/roads.ts';
import { KindSymbol } from '../../ui/kind-symbol.tsx';
import { useRights } from '../parts/register/rights.ts';
import { CloseRoadMenu } from './close-road-menu.tsx';
import { ClosureList } from './closure-list.tsx';
import kit from '../../ui/form/form.module.css';
import styles from './closures.module.css';
import { useClosures } from './use-closures.ts';
import type { ListedClosure } from './use-closures.ts';

/** How many roads are closed now, the list of them, and the way to close one more. */
export function ClosureBar() {
  const closures = useClosures();
  const areas = useRoads((state) => state.areas.length);
  const { create } = useRights('closure');
  const [open, setOpen] = useState(false);
  const list = useId();
  return (
    <section className={styles.bar} aria-label={t('closure.title')}>
      <div className={styles.barHead}>
        <button
          type="button"
          className={styles.disclose}
          aria-expanded={open}
          aria-controls={list}
          onClick={() => setOpen(!open)}
        >
          <KindSymbol kind="closure" size={18} />
          <span>{t('closure.title')}</span>
          <span className={`${kit.soft} ${styles.counts}`}>{countsText(closures, areas)}</span>
        </button>
        {create && <CloseRoadMenu />}
      </div>
      <div id={list} hidden={!open}>
        {open && <ClosureList closures={closures} />}
      </div>
    </section>
  );
}

function countsText(closures: readonly ListedClosure[], areas: number): string {
  const count = (wanted: (one: ListedClosure) => boolean): number => closures.filter(wanted).length;
  const drafts = count(({ draft }) => draft);
  const inForce = count(({ draft, phase }) => !draft && phase === 'in-force');
  const upcoming = count(({ draft, phase }) => !draft && phase === 'upcoming');
  const parts = [
    ...(inForce === 0 ? [] : [t('closure.count', { count: inForce })]),
    ...(upcoming === 0 ? [] : [t('closure.upcomingCount', { count: upcoming })]),
    ...(areas === 0 ? [] : [t('areas.count', { count: areas })]),
    ...(drafts === 0 ? [] : [t('closure.draftCount', { count: drafts })]),
  ];
  return parts.length === 0 ? t('closure.none') : parts.join(' · ');
}
