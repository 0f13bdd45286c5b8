import type { StoredKind } from '../../core/import/difference/tables.ts';
import { initialImport, plainSettings, useImport } from '../../state/import.ts';
import { useSession } from '../../state/session.ts';
import { forgetFile } from './import-worker.ts';
import { chooseImportFiles } from './read-import.ts';
import { waitingFiles } from './waiting-files.ts';

/** Show the import; with files, begin with them. An import in hand stays as it is unless other files come. */
export function openImport(
  files: readonly File[] = [],
  kind: StoredKind | null = useImport.getState().presetKind,
): void {
  useSession.setState({ mode: 'records' });
  useImport.setState({ open: true, list: false, presetKind: kind });
  if (files.length === 0) return;
  // Other files while some wait: they go first, and none is forgotten.
  if (waitingFiles().length === 0) useImport.setState({ outcomes: [] });
  void chooseImportFiles(files);
}

/** Put the screen away; the file stays in hand and is there again when it is opened. */
export function closeImport(): void {
  useImport.setState({ open: false, presetKind: null });
}

/** Let the file go and be ready for another; files that wait go on waiting. */
export function dropImport(): void {
  forgetFile();
  const { open, mappings, settings, queue, outcomes } = useImport.getState();
  const kept = { ...plainSettings(''), withoutPlaces: settings.withoutPlaces ?? false };
  useImport.setState({
    ...initialImport,
    open,
    mappings,
    settings: kept,
    queue,
    outcomes: queue.length === 0 ? [] : outcomes,
  });
}
