import type { ReactNode } from 'react';
import { t } from '../../messages/index.ts';
import { useRecords } from '../../state/records.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** Its content once anything is loaded. Before that nothing is known, and an empty list would say that there is nothing. */
export function WhenLoaded({ children }: { children: ReactNode }) {
  const loaded = useRecords((state) => state.lastSyncAt !== null);
  const offline = useRecords((state) => state.status.tag === 'offline');
  if (loaded) return children;
  return offline ? (
    <EmptyState title={t('shell.nothingLoaded')} detail={t('shell.nothingLoadedDetail')} />
  ) : (
    <EmptyState title={t('shell.loadingTitle')} detail={t('shell.loadingDetail')} />
  );
}
