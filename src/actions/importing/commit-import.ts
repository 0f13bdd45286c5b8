import { backend } from '../../backend/index.ts';
import type { Failure, RefusedWrite, StagedWrite } from '../../backend/index.ts';
import type { RefusedRow, Totals, Write } from '../../core/import/desk/index.ts';
import { serverNow } from '../../state/clock.ts';
import { useImport } from '../../state/import.ts';
import { useSession } from '../../state/session.ts';
import { PortClosed } from '../../workers/port.ts';
import { syncNow } from '../start-sync.ts';
import { desk } from './import-worker.ts';

/** Writes sent at once. */
const STAGED = 1000;

/** The batch of the difference in hand: the same one until it is written, so that a lost answer makes no second one. */
let batch: { id: string; revision: number } | null = null;

function stop(failure: Failure | { tag: 'gone' }): void {
  const code = failure.tag === 'refused' ? failure.code : null;
  useImport.setState({ stage: { tag: 'stopped', trouble: { tag: 'server', reason: failure.tag, code } } });
}

const REASONS = {
  version: 'changed_meanwhile',
  gone: 'changed_meanwhile',
  taken: 'already_there',
  geometry: 'bad_geometry',
  refused: 'refused_by_register',
} as const;

const asRefusedRow = ({ row, reason, what }: RefusedWrite): RefusedRow => ({
  row,
  reason: REASONS[reason],
  params: { text: what ?? '' },
});

/** Line 0 stands for a record that is not in the file. */
const staged = ({ row, ...write }: Write): StagedWrite => ({ ...write, row: row ?? 0 });

const counted = (totals: Totals): Record<string, number> => ({ ...totals });

async function sendAll(id: string, kind: string, fileName: string, district: string, totals: Totals): Promise<void> {
  const opened = await backend().openImport({ id, kind, districtCode: district, fileName, totals: counted(totals) });
  if (opened.tag !== 'ok') return stop(opened);
  const total = await desk().call('prepareWrites', [new Date(serverNow()).toISOString()]);
  // Written already: only the answer was lost on the way.
  const from = opened.value.state === 'committed' ? total : 0;
  for (let done = from; done < total; done += STAGED) {
    useImport.setState({ stage: { tag: 'sending', step: 'stage', done, total } });
    const writes = await desk().call('writes', [done, STAGED]);
    const sent = await backend().stageImport(id, writes.map(staged));
    if (sent.tag !== 'ok') return stop(sent);
  }
  useImport.setState({ stage: { tag: 'sending', step: 'commit', done: total, total } });
  const committed = await backend().commitImport(id);
  if (committed.tag !== 'ok') return stop(committed);
  const refused = committed.refused.filter(({ row }) => row > 0).map(asRefusedRow);
  const difference = refused.length > 0 ? await desk().call('refuse', [refused]) : useImport.getState().difference;
  const { auth } = useSession.getState();
  const result = {
    batchId: id,
    at: new Date(serverNow()).toISOString(),
    byName: auth.tag === 'signed-in' ? auth.account.displayName : '',
    created: committed.created,
    changed: committed.changed,
    refused: committed.refused.length,
  };
  batch = null;
  useImport.setState({ stage: { tag: 'done', result }, difference, undo: { tag: 'none' }, past: { tag: 'none' } });
  syncNow();
}

/**
 * Write everything that is accepted: staged in parts, then written in one transaction. After a failure the same call
 * goes on where it stopped; what was staged is not sent twice into the register.
 */
export async function commitImport(): Promise<void> {
  const { difference, understood, file, settings, revision } = useImport.getState();
  if (difference === null || understood === null || file === null) return;
  if (batch?.revision !== revision) batch = { id: crypto.randomUUID(), revision };
  useImport.setState({ stage: { tag: 'sending', step: 'stage', done: 0, total: 0 } });
  try {
    await sendAll(batch.id, understood.kind, file.name, settings.district, difference.totals);
  } catch (error) {
    if (error instanceof PortClosed) return;
    const message = error instanceof Error ? error.message : String(error);
    useImport.setState({ stage: { tag: 'broken', trouble: { tag: 'worker', message } } });
  }
}

/** From a stopped sending back to the difference; what was staged is thrown away by the register's housekeeping. */
export function backToDifference(): void {
  if (batch !== null) void backend().discardImport(batch.id);
  batch = null;
  useImport.setState({ stage: { tag: 'difference' } });
}
