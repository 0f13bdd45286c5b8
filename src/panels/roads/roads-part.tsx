import { lazy, Suspense, useEffect, useState } from 'react';
import { t } from '../../messages/index.ts';
import { useMay } from '../../state/role.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { lazyPart } from '../../ui/loading/lazy-part.ts';
import type { RoadsScreen as Screen } from './roads-screen.tsx';

// An admin imports roads a few times a year: nobody waits for the screen of it.
const part = lazyPart(() => import('./roads-screen.tsx'));
const RoadsScreen = lazy(
  () =>
    new Promise<{ default: typeof Screen }>(
      (resolve) => void part.want((found) => resolve({ default: found.RoadsScreen })),
    ),
);

function Coming() {
  const [missing, setMissing] = useState(false);
  useEffect(
    () =>
      part.want(
        () => setMissing(false),
        () => setMissing(true),
      ),
    [],
  );
  return (
    <EmptyState title={missing ? t('importing.screen.missing') : t('importing.screen.coming')} />
  );
}

/** 路网: for admins alone; an address that leads here says so to everybody else. */
export function RoadsPart() {
  const mayKeep = useMay('roads');
  if (!mayKeep) return <EmptyState title={t('roadNetworks.onlyAdmin')} />;
  return (
    <Suspense fallback={<Coming />}>
      <RoadsScreen />
    </Suspense>
  );
}
