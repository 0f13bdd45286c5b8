import type { ReactNode } from 'react';
import { t } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import { AnswerSheet } from './answer-sheet.tsx';
import { useRegister } from '../../state/register.ts';
import { DemoPrint } from './demo-badge.tsx';
import { DrawingBanner } from './drawing-banner.tsx';
import { Notices } from './notices.tsx';
import { PlacingBanner } from './placing-banner.tsx';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';
import { useLayout } from '../../state/layout.ts';
import { SkipLinks } from './skip-links.tsx';
import { Strips } from './strips.tsx';
import { TopBar } from './top-bar.tsx';

interface ShellFrameProps {
  search: ReactNode;
  map: ReactNode;
  legend: ReactNode;
  /** What is selected, read beside the answer. */
  card: ReactNode;
  /** The register's table, while records are kept; it stands beside the map. */
  table: ReactNode;
  /** The incident and its answer, or the record that is open. */
  answer: ReactNode;
  /** Opens the list of shortcuts. */
  onShortcuts: () => void;
}

/** Whether the panel beside the register's table has something to show. */
function useAside(layout: ReturnType<typeof useLayout>): boolean {
  const task = useRegister((state) => state.task);
  const selected = useSession((state) => state.selection?.kind ?? null);
  if (layout === 'districts') return selected === 'district';
  return selected !== null || task !== 'record';
}

/** The console: the map owns the screen, one panel answers, everything else stays narrow. */
export function ShellFrame({
  search,
  map,
  legend,
  card,
  table,
  answer,
  onShortcuts,
}: ShellFrameProps) {
  const drawing = useRegister((state) => state.drawing !== null);
  const placing = useSession((state) => state.focus.tag === 'placing') || drawing;
  const sheet = useSession((state) => state.sheetOpen && state.focus.tag !== 'placing') && !drawing;
  const layout = useLayout();
  const aside = useAside(layout);
  return (
    <div
      className={styles.shell}
      data-mode={layout === 'districts' ? 'records' : layout}
      data-aside={aside}
      data-placing={placing}
      data-sheet={sheet}
    >
      <SkipLinks />
      <Rail onShortcuts={onShortcuts} />
      <TopBar search={search} onShortcuts={onShortcuts} />
      <Strips />
      {table !== null && (
        <main id="table" tabIndex={-1} className={styles.table}>
          {table}
        </main>
      )}
      {/* One element in every mode, so that the map stays alive; what the page is about is the table where there is one. */}
      <div
        id="map"
        role={table === null ? 'main' : 'region'}
        tabIndex={-1}
        className={styles.map}
        aria-label={t('shell.region.map')}
      >
        {map}
        <div className={styles.legend} data-over-map>
          {legend}
        </div>
        <PlacingBanner />
        <DrawingBanner />
        <Notices />
      </div>
      <AnswerSheet card={card}>{answer}</AnswerSheet>
      <DemoPrint />
    </div>
  );
}
