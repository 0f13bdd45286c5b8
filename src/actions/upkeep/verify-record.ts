/** "Still true" and "not true, because …". */
import { backend } from '../../backend/index.ts';
import { nameOf } from '../../core/model/index.ts';
import type { RecordOf, VerifiedKind } from '../../core/model/index.ts';
import { mergeRecords, useRecords } from '../../state/records.ts';
import { keepFor, keptFor, useUpkeep } from '../../state/upkeep.ts';
import { notify } from '../notify.ts';
import { loadHistory } from './load-history.ts';

const recordOf = <K extends VerifiedKind>(kind: K, id: string): RecordOf[K] | undefined =>
  useRecords.getState().tables[kind].get(id) as RecordOf[K] | undefined;

const refreshHistory = (kind: VerifiedKind, id: string): void => {
  if (keptFor('histories', id) !== null) void loadHistory(kind, id);
};

/** Say that a record, as it is on this screen, is still true. @returns whether the server has taken it */
export async function verifyRecord(kind: VerifiedKind, id: string): Promise<boolean> {
  const record = recordOf(kind, id);
  if (record === undefined || keptFor('verifying', id)?.tag === 'saving') return false;
  keepFor('verifying', id, { tag: 'saving' });
  const result = await backend().verifyRecord(kind, id, record.version);
  if (result.tag === 'ok') {
    mergeRecords(kind, [result.record]);
    keepFor('verifying', id, null);
    keepFor('disputes', id, null);
    useUpkeep.setState(({ verified }) => ({ verified: verified + 1 }));
    notify({ tag: 'record-verified', name: nameOf(kind, result.record) });
    refreshHistory(kind, id);
    return true;
  }
  if (result.tag === 'conflict') mergeRecords(kind, [result.theirs]);
  keepFor('verifying', id, {
    tag: 'failed',
    reason: result.tag === 'conflict' ? 'changed' : result.tag,
  });
  return false;
}

/** Open the form that asks for the reason; what was typed before stays. */
export function startDispute(id: string): void {
  if (keptFor('disputes', id) !== null) return;
  keepFor('disputes', id, { reason: '', tried: false, save: { tag: 'editing' } });
}

export function changeDispute(id: string, reason: string): void {
  const held = keptFor('disputes', id);
  if (held !== null && held.save.tag !== 'saving')
    keepFor('disputes', id, { ...held, reason, save: { tag: 'editing' } });
}

export const dropDispute = (id: string): void => keepFor('disputes', id, null);

/** Say that a record is not true, with the reason typed. @returns whether the server has taken it */
export async function disputeRecord(kind: VerifiedKind, id: string): Promise<boolean> {
  const record = recordOf(kind, id);
  const held = keptFor('disputes', id);
  if (record === undefined || held === null || held.save.tag === 'saving') return false;
  const reason = held.reason.trim();
  keepFor('disputes', id, {
    ...held,
    tried: true,
    save: { tag: reason === '' ? 'editing' : 'saving' },
  });
  if (reason === '') return false;
  const result = await backend().disputeRecord(kind, id, reason, record.version);
  if (result.tag === 'ok') {
    mergeRecords(kind, [result.record]);
    keepFor('disputes', id, null);
    keepFor('verifying', id, null);
    notify({ tag: 'record-disputed', name: nameOf(kind, result.record) });
    refreshHistory(kind, id);
    return true;
  }
  if (result.tag === 'conflict') mergeRecords(kind, [result.theirs]);
  const failed = {
    tag: 'failed',
    reason: result.tag === 'conflict' ? 'changed' : result.tag,
  } as const;
  keepFor('disputes', id, { ...held, tried: true, save: failed });
  return false;
}
