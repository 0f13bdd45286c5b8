import type { ReactNode } from 'react';
import { t } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import { AnswerSheet } from './answer-sheet.tsx';
import { DemoPrint } from './demo-badge.tsx';
import { Notices } from './notices.tsx';
import { PlacingBanner } from './placing-banner.tsx';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';
import { Strips } from './strips.tsx';
import { TopBar } from './top-bar.tsx';

export interface ShellFrameProps {
  search: ReactNode;
  map: ReactNode;
  legend: ReactNode;
  /** What is selected, read beside the answer. */
  card: ReactNode;
  /** The incident and its answer. */
  answer: ReactNode;
  /** Opens the list of shortcuts. */
  onShortcuts: () => void;
}

/** The console: the map owns the screen, one panel answers, everything else stays narrow. */
export function ShellFrame({ search, map, legend, card, answer, onShortcuts }: ShellFrameProps) {
  const placing = useSession((state) => state.focus.tag === 'placing');
  const sheet = useSession((state) => state.sheetOpen && state.focus.tag !== 'placing');
  return (
    <div className={styles.shell} data-placing={placing} data-sheet={sheet}>
      <nav className={styles.skips}>
        <a href="#answer">{t('shell.skip.answer')}</a>
        <a href="#search">{t('shell.skip.search')}</a>
        <a href="#map">{t('shell.skip.map')}</a>
      </nav>
      <Rail onShortcuts={onShortcuts} />
      <TopBar search={search} onShortcuts={onShortcuts} />
      <Strips />
      <main id="map" tabIndex={-1} className={styles.map} aria-label={t('shell.region.map')}>
        {map}
        <div className={styles.legend}>{legend}</div>
        <PlacingBanner />
        <Notices />
      </main>
      <AnswerSheet card={card}>{answer}</AnswerSheet>
      <DemoPrint />
    </div>
  );
}
