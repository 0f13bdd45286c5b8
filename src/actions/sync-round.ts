import { backend } from '../backend/index.ts';
import type { Failure, SyncState } from '../backend/index.ts';
import type { RecordKind } from '../core/model/index.ts';
import { dropRecords, mergeRecords, replaceRecords, useRecords } from '../state/records.ts';
import type { LoadedTables } from './load-records.ts';
import { loadRecords } from './load-records.ts';

/** Up to where this console knows the register; null = it knows nothing. */
export type SyncPoint = { epoch: string; cursor: string } | null;

/** `account` as the register gave it (see SyncState). */
type RoundResult =
  { tag: 'ok'; point: Exclude<SyncPoint, null>; account: string | undefined } | Failure;

/** The server's clock against this machine's, taking half the way there and back for the journey. */
function measureClock(state: SyncState, askedAt: number, answeredAt: number): void {
  const offset = Date.parse(state.now) - (askedAt + answeredAt) / 2;
  const { clockOffsetMs } = useRecords.getState();
  // A jitter of the line shall not make every age on the screen jump.
  if (Math.abs(offset - clockOffsetMs) > 250) useRecords.setState({ clockOffsetMs: offset });
}

/** What left goes first: what is still to be seen of it is among what changed. */
function merge(gone: SyncState['gone'], tables: LoadedTables): void {
  for (const kind of Object.keys(gone) as RecordKind[]) dropRecords(kind, gone[kind] ?? []);
  for (const kind of Object.keys(tables) as RecordKind[]) mergeRecords(kind, tables[kind] ?? []);
}

/**
 * One round: ask what changed since `point`, load it, put it on the screen at once. When the server's history was
 * rewritten (another epoch), everything is loaded anew and replaces what is held.
 */
export async function syncRound(
  point: SyncPoint,
  patience: number | null = null,
): Promise<RoundResult> {
  const askedAt = Date.now();
  let asked = await backend().syncState(point?.cursor ?? null, patience);
  if (asked.tag !== 'ok') return asked;
  measureClock(asked.value, askedAt, Date.now());
  let since = point?.cursor ?? null;
  if (point !== null && asked.value.epoch !== point.epoch) {
    since = null;
    asked = await backend().syncState(null);
    if (asked.tag !== 'ok') return asked;
  }
  const state = asked.value;
  const first = since === null;
  const loaded = await loadRecords(state, since, (count, total) => {
    if (first) useRecords.setState({ status: { tag: 'loading', loaded: count, total } });
  });
  if (loaded.tag !== 'ok') return loaded;
  if (first) replaceRecords(loaded.value.tables);
  else merge(state.gone, loaded.value.tables);
  useRecords.setState((held) => ({
    status: { tag: 'live' },
    lastSyncAt: state.now,
    unreadable: first ? loaded.value.unreadable : held.unreadable + loaded.value.unreadable,
  }));
  return { tag: 'ok', point: { epoch: state.epoch, cursor: state.cursor }, account: state.account };
}
