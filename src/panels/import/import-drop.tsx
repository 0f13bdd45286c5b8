import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { importableKinds } from '../../actions/importing/import-context.ts';
import { openImport } from '../../actions/importing/open-import.ts';
import { t } from '../../messages/index.ts';
import { useImport } from '../../state/import.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { lazyPart } from '../../ui/loading/lazy-part.ts';
import { whenIdle } from '../../ui/loading/when-idle.ts';
import styles from './import.module.css';
import type { ImportScreen as Screen } from './import-screen.tsx';

// Most days nobody imports; whoever opens the register gets the screen for it while he looks around.
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
  return <EmptyState title={missing ? t('importing.screen.missing') : t('importing.screen.coming')} />;
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Takes files dropped anywhere on what it holds, and shows the import in its place while one is open. */
export function ImportDrop({ children }: { children: ReactNode }) {
  const open = useImport((state) => state.open);
  const [over, setOver] = useState(false);
  /** A pointer enters a child before it leaves its parent. */
  const depth = useRef(0);

  useEffect(() => whenIdle(screenPart.fetchAhead), []);

  function enter(event: DragEvent, step: 1 | -1): void {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0);
  }

  return (
    <div
      className={styles.dropZone}
      onDragEnter={(event) => enter(event, 1)}
      onDragLeave={(event) => enter(event, -1)}
      onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        if (importableKinds().length > 0) openImport([...event.dataTransfer.files]);
      }}
    >
      {open ? (
        <Suspense fallback={<ScreenComing />}>
          <ImportScreen />
        </Suspense>
      ) : (
        children
      )}
      {over && (
        <div className={styles.dropOver} aria-hidden="true">
          {importableKinds().length > 0 ? t('importing.drop.over') : t('importing.drop.mayNot')}
        </div>
      )}
    </div>
  );
}
