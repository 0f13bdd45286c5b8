import { lazy, Suspense, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { importableKinds } from '../../actions/importing/import-context.ts';
import { openImport } from '../../actions/importing/open-import.ts';
import { t } from '../../messages/index.ts';
import { useImport } from '../../state/import.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { lazyPart } from '../../ui/loading/lazy-part.ts';
import { whenIdle } from '../../ui/loading/when-idle.ts';

import type { ImportScreen as Screen } from './import-screen.tsx';

// Most days nobody imports, so the import screen is loaded only when the browser is idle after the register was opened.
const screenPart = lazyPart(() => import('./import-screen.tsx'));
const ImportScreen = lazy(
  () =>
    new Promise<{ default: typeof Screen }>(
      (resolve) => void screenPart.want((part) => resolve({ default: part.ImportScreen })),
    ),
);

/** The wait for the import screen; says so when the line keeps it. */
function ScreenComing() {
  const [missing, setMissing] = useState(false);
  useEffect(
    () =>
      screenPart.want(
        () => setMissing(false),
        () => setMissing(true),
      ),
    [],
  );
  return (
    <EmptyState title={missing ? t('importing.screen.missing') : t('importing.screen.coming')} />
  );
}

/** Takes files dropped anywhere on what it holds, and shows the import in its place while one is open. */
export function ImportDrop({ children }: { children: ReactNode }) {
  const open = useImport((state) => state.open);
  useEffect(() => whenIdle(screenPart.fetchAhead), []);
  const may = importableKinds().length > 0;
  return (
    <FileDrop
      over={may ? t('importing.drop.over') : t('importing.drop.mayNot')}
      onFiles={(files) => may && openImport(files)}
    >
      {open ? (
        <Suspense fallback={<ScreenComing />}>
          <ImportScreen />
        </Suspense>
      ) : (
        children
      )}
    </FileDrop>
  );
}
