import { backend } from '../../backend/index.ts';
import type { ImportBatch } from '../../core/model/index.ts';
import { useImport } from '../../state/import.ts';
import { syncNow } from '../start-sync.ts';

/**
 * Take a whole import back, or the half that was written: what it made is archived, what it changed is as before, unless
 * somebody changed it since. After a failure the same call goes on where it stopped.
 */
export async function undoImport(batchId: string): Promise<void> {
  if (useImport.getState().undo.tag === 'undoing') return;
  const report = (done: number, total: number): void =>
    useImport.setState({ undo: { tag: 'undoing', batchId, done, total } });
  report(0, 0);
  const undone = await backend().undoImport(batchId, report);
  if (undone.tag !== 'ok') {
    useImport.setState({ undo: { tag: 'failed', batchId, reason: undone.tag } });
    if (useImport.getState().list) void loadImports();
    return;
  }
  const { archived, restored, kinds, kept } = undone;
  useImport.setState({
    undo: { tag: 'undone', batchId, result: { archived, restored, kinds, kept } },
  });
  syncNow();
  if (useImport.getState().list) void loadImports();
}

/** The imports the register remembers. */
export async function loadImports(): Promise<void> {
  if (useImport.getState().past.tag !== 'loaded') useImport.setState({ past: { tag: 'loading' } });
  const batches = await backend().importBatches();
  useImport.setState({
    past:
      batches.tag === 'ok'
        ? { tag: 'loaded', rows: batches.value }
        : { tag: 'failed', reason: batches.tag },
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
  const { stage } = useImport.getState();
  if (stage.tag === 'waiting' && stage.batch.id === batchId)
    useImport.setState({ stage: { tag: 'choose' } });
  await loadImports();
}

/** Show what an import that was never finished holds, so that a person can go on with it. */
export function openWaiting(batch: ImportBatch): void {
  useImport.setState({ stage: { tag: 'waiting', batch }, list: false, undo: { tag: 'none' } });
}
