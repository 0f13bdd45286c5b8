import { backend } from '../../backend/index.ts';
import { useImport } from '../../state/import.ts';
import { syncNow } from '../start-sync.ts';

/** Take a whole import back: what it made is archived, what it changed is as before, unless somebody changed it since. */
export async function undoImport(batchId: string): Promise<void> {
  if (useImport.getState().undo.tag === 'undoing') return;
  useImport.setState({ undo: { tag: 'undoing', batchId } });
  const undone = await backend().undoImport(batchId);
  if (undone.tag !== 'ok') {
    useImport.setState({ undo: { tag: 'failed', batchId, reason: undone.tag } });
    return;
  }
  const { archived, restored, kept } = undone;
  useImport.setState({ undo: { tag: 'undone', batchId, result: { archived, restored, kept } } });
  syncNow();
  if (useImport.getState().list) void loadImports();
}

/** The imports the register remembers. */
export async function loadImports(): Promise<void> {
  if (useImport.getState().past.tag !== 'loaded') useImport.setState({ past: { tag: 'loading' } });
  const batches = await backend().importBatches();
  useImport.setState({
    past: batches.tag === 'ok' ? { tag: 'loaded', rows: batches.value } : { tag: 'failed', reason: batches.tag },
  });
}

/** Show the list of imports, or the file in hand again. */
export function showImports(list: boolean): void {
  useImport.setState({ list, undo: { tag: 'none' } });
  if (list) void loadImports();
}

/** Throw away an import that was staged and never written. */
export async function discardImport(batchId: string): Promise<void> {
  await backend().discardImport(batchId);
  await loadImports();
}
