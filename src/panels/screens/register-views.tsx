import type { ReactNode } from 'react';
import { setUpkeepView } from '../../actions/upkeep/views.ts';
import { t } from '../../messages/index.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import { UPKEEP_VIEWS, useUpkeep } from '../../state/upkeep.ts';
import type { UpkeepView } from '../../state/upkeep.ts';
import { EvacuationView } from '../evacuation/evacuation-view.tsx';
import { LocatingView, useUnplaced } from '../locating/locating-view.tsx';
import { ReportView } from '../rectification/report-view.tsx';
import { StockView } from '../stock/stock-view.tsx';
import { QueueView } from '../verification/queue-view.tsx';
import styles from './register-views.module.css';

/** Ways of looking at the register: its tables, and what has to be done so that they stay true. */
export function RegisterViews({ children }: { children: ReactNode }) {
  const view = useUpkeep((state) => state.view);
  return (
    <div className={styles.views}>
      <nav className={styles.tabs} aria-label={t('upkeep.views')}>
        {UPKEEP_VIEWS.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={one === view ? 'page' : undefined}
            onClick={() => setUpkeepView(one)}
          >
            {t(`upkeep.view.${one}`)}
            {one === 'locate' && <Unplaced />}
          </button>
        ))}
      </nav>
      <View view={view}>{children}</View>
    </div>
  );
}

/** How many wait for a place. */
function Unplaced() {
  const { length } = useUnplaced();
  return length === 0 ? null : <span className={styles.badge}>{formatNumber(length)}</span>;
}

function View({ view, children }: { view: UpkeepView; children: ReactNode }) {
  switch (view) {
    case 'tables':
      return children;
    case 'locate':
      return <LocatingView />;
    case 'verify':
      return <QueueView />;
    case 'stock':
      return <StockView />;
    case 'rectification':
      return <ReportView />;
    case 'evacuation':
      return <EvacuationView />;
  }
}
