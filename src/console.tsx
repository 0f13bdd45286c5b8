import { useCallback, useState } from 'react';
import { MapView } from './map/map-view.tsx';
import { AnswerPanel } from './panels/answer-panel.tsx';
import { FailedBoundary } from './panels/shell/failed-boundary.tsx';
import { ShellFrame } from './panels/shell/shell-frame.tsx';
import { ShortcutsDialog } from './panels/shell/shortcuts-dialog.tsx';
import { useShortcuts } from './panels/shell/use-shortcuts.ts';

/** The console of someone who is signed in: the map and the panels, which know each other only through state. */
export default function Console() {
  const [keysOpen, setKeysOpen] = useState(false);
  const openKeys = useCallback(() => setKeysOpen(true), []);
  useShortcuts(openKeys);
  return (
    <>
      <ShellFrame
        search={null}
        map={
          <FailedBoundary scope="part">
            <MapView />
          </FailedBoundary>
        }
        legend={null}
        card={null}
        answer={
          <FailedBoundary scope="part">
            <AnswerPanel />
          </FailedBoundary>
        }
        onShortcuts={openKeys}
      />
      <ShortcutsDialog open={keysOpen} onClose={() => setKeysOpen(false)} />
    </>
  );
}
