import { newId } from '../../core/new-id.ts';
import { backend } from '../../backend/index.ts';
import type { Failure, Result, StagedWrite } from '../../backend/index.ts';
import { asRefusedRow } from '../../core/import/session/refused.ts';
import type { RefusedRow, Totals, Write } from '../../core/import/session/types.ts';
import { serverNow } from '../../state/clock.ts';
import { useImport } from '../../state/import.ts';
import { useSession } from '../../state/session.ts';
import { PortClosed } from '../../workers/port.ts';
import { syncNow } from '../start-sync.ts';
import { importSession } from './import-worker.ts';
import { endFile, takeNext } from './queue.ts';

/** Writes sent at once. */
const STAGED = 1000;
const STAGED_TEXT = 2_000_000;
const REFUSED_SHOWN = 20;

/** The batch of the difference in hand: the same one until it is written, so that a lost answer makes no second one. */
let batch: { id: string; revision: number } | null = null;

function stop(failure: Failure | { tag: 'gone' }, batchId: string): void {
  const code = failure.tag === 'refused' ? failure.code : null;
  const { stage } = useImport.getState();
  if (stage.tag !== 'sending') return;
  const { step, done, total } = stage;
  const trouble = { tag: 'server', reason: failure.tag, code } as const;
  useImport.setState({ stage: { tag: 'stopped', trouble, at: { step, done, total }, batchId } });
}

/** Line 0 stands for a record that is not in the file. */
const staged = ({ row, ...write }: Write): StagedWrite => ({ ...write, row: row ?? 0 });

const sending = (step: 'stage' | 'commit', done: number, total: number): void =>
  useImport.setState({ stage: { tag: 'sending', step, done, total } });

/** Sends some rows; in two halves where their lines and areas would make one request too large for the server. */
async function stage(id: string, writes: readonly StagedWrite[]): Promise<Result<null>> {
  const half = Math.floor(writes.length / 2);
  if (half === 0 || JSON.stringify(writes).length < STAGED_TEXT)
    return backend().stageImport(id, writes);
  const first = await stage(id, writes.slice(0, half));
  return first.tag === 'ok' ? stage(id, writes.slice(half)) : first;
}

/** Writes what is staged, portion by portion. @returns what the register did not take; null when it stopped */
async function writeBatch(id: string, total: number): Promise<RefusedRow[] | null> {
  sending('commit', 0, total);
  const committed = await backend().commitImport(id, (done, all) => sending('commit', done, all));
  if (committed.tag !== 'ok') {
    stop(committed, id);
    return null;
  }
  const refused = committed.refused.filter(({ row }) => row > 0).map(asRefusedRow);
  const { auth } = useSession.getState();
  const result = {
    batchId: id,
    at: new Date(serverNow()).toISOString(),
    byName: auth.tag === 'signed-in' ? auth.account.displayName : '',
    created: committed.created,
    changed: committed.changed,
    refused: committed.refused.length,
    refusedRows: refused.slice(0, REFUSED_SHOWN),
  };
  useImport.setState({
    stage: { tag: 'done', result },
    undo: { tag: 'none' },
    past: { tag: 'none' },
  });
  syncNow();
  return refused;
}

async function sendAll(
  id: string,
  kind: string,
  fileName: string,
  district: string,
  totals: Totals,
): Promise<void> {
  const total = await importSession().call('prepareWrites', [new Date(serverNow()).toISOString()]);
  sending('stage', 0, total);
  const opened = await backend().openImport({
    id,
    kind,
    districtCode: district,
    fileName,
    totals: { ...totals, writes: total },
  });
  if (opened.tag !== 'ok') return stop(opened, id);
  // Being written or written already: only the answer was lost on the way.
  const from = opened.value.state === 'staged' ? 0 : total;
  for (let done = from; done < total; done += STAGED) {
    sending('stage', done, total);
    const writes = await importSession().call('writes', [done, STAGED]);
    const sent = await stage(id, writes.map(staged));
    if (sent.tag !== 'ok') return stop(sent, id);
  }
  const refused = await writeBatch(id, total);
  if (refused === null) return;
  batch = null;
  if (refused.length > 0)
    useImport.setState({ difference: await importSession().call('refuse', [refused]) });
  await endFile('written');
  // What the register did not take is looked at before the next file is.
  if (refused.length === 0 && useImport.getState().queue.length > 0) await takeNext();
}

/**
 * Write everything that is accepted: staged in parts, then written. After a failure the same call goes on where it
 * stopped; nothing is written twice.
 */
export async function commitImport(): Promise<void> {
  const { difference, understood, file, settings, revision } = useImport.getState();
  if (difference === null || understood === null || file === null) return;
  if (batch?.revision !== revision) batch = { id: newId(), revision };
  sending('stage', 0, 0);
  try {
    await sendAll(batch.id, understood.kind, file.name, settings.district, difference.totals);
  } catch (error) {
    if (error instanceof PortClosed) return;
    const message = error instanceof Error ? error.message : String(error);
    useImport.setState({ stage: { tag: 'broken', trouble: { tag: 'worker', message } } });
  }
}

/** Write an import that was staged whole by an earlier visit, or go on with one that was half written. */
export const writeWaiting = async (id: string, total: number): Promise<void> =>
  void (await writeBatch(id, total));

/** Go on after a failure, with the file in hand or without one. */
export function goOnImport(): Promise<void> {
  const { stage, difference } = useImport.getState();
  if (stage.tag !== 'stopped') return Promise.resolve();
  return difference !== null && batch?.id === stage.batchId
    ? commitImport()
    : writeWaiting(stage.batchId, stage.at.total);
}

/** From a stopped sending back to the difference; nothing is written yet, and what was staged is thrown away. */
export function backToDifference(): void {
  if (batch !== null) void backend().discardImport(batch.id);
  batch = null;
  useImport.setState({ stage: { tag: 'difference' } });
}
