/** One change for many records: each with its own version, so that none is overwritten unseen, and each with its result. */
import { inputOf, readDraft, sameInput, withDefaults } from '../../core/register/index.ts';
import type { Input, ReverseWrite } from '../../core/register/index.ts';
import { nameOf } from '../../core/model/index.ts';
import type { RecordOf } from '../../core/model/index.ts';
import { columnOf } from '../../core/schema/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { newId } from '../../core/new-id.ts';
import type { RecordColumns } from '../../backend/index.ts';
import { serverNow } from '../../state/clock.ts';
import { useRegister } from '../../state/register.ts';
import type { Many, ManyResult } from '../../state/register.ts';
import { notify } from '../notify.ts';
import { heldRecord } from './held-record.ts';
import { notWritten, writeBack, writeRecord } from './write-record.ts';
import type { RecordWrite } from './write-record.ts';

/** What is asked of every record: a field's new content, or out of use or into it again. */
type ManyChange = Many['change'];

/** So many calls at a time: quick, and the line stays free for everybody else. */
const AT_ONCE = 4;

/** The columns to send for one record; empty = it says so already, null = what it holds makes no sense with it. */
function columnsFor(
  kind: RegisterKind,
  record: RecordOf[RegisterKind],
  change: Exclude<ManyChange, { tag: 'back' }>,
): RecordColumns | null {
  if (change.tag === 'archive')
    return record.archivedAt === null ? { archived_at: new Date(serverNow()).toISOString() } : {};
  if (change.tag === 'restore') return record.archivedAt === null ? {} : { archived_at: null };
  const { changes, faults } = readDraft(
    kind,
    record,
    { [change.column]: change.input },
    serverNow(),
  );
  return Object.keys(faults).length > 0 ? null : withDefaults(kind, changes);
}

/** The write for one of many, or what became of it without one. */
function writeFor(
  kind: RegisterKind,
  id: string,
  change: ManyChange,
  bulk: string | null,
): RecordWrite<RegisterKind> | ReverseWrite | ManyResult {
  if (change.tag === 'back') return change.to.get(id) ?? 'gone';
  const before = heldRecord(kind, id);
  if (before === null) return 'gone';
  const columns = columnsFor(kind, before, change);
  if (columns === null) return 'refused';
  return Object.keys(columns).length === 0 ? 'same' : { kind, id, before, columns, bulk };
}

/** A second try knows the names of the first: what came back or left may be in no table that is loaded. */
function nameBefore(kind: RegisterKind, id: string): string {
  const record = heldRecord(kind, id);
  return record === null
    ? (useRegister.getState().many?.names.get(id) ?? '')
    : nameOf(kind, record);
}

/** How many of the chosen records a change would change, and how many say so already. */
export function previewMany(
  kind: RegisterKind,
  ids: Iterable<string>,
  column: string,
  input: Input,
): { change: number; same: number } {
  const spec = columnOf(kind, column);
  let change = 0;
  let same = 0;
  for (const id of ids) {
    const record = heldRecord(kind, id);
    if (record === null || spec === null) continue;
    if (sameInput(inputOf(record, spec), input)) same += 1;
    else change += 1;
  }
  return { change, same };
}

/**
 * Change every one of `ids`; results come in as they are known. The notice at the end takes all of it back, and so does
 * the list of earlier changes, as the history remembers them by `bulk`.
 */
export async function changeMany(
  kind: RegisterKind,
  ids: readonly string[],
  change: ManyChange,
  bulk: string | null = change.tag === 'back' ? null : newId(),
): Promise<void> {
  const results = new Map<string, ManyResult>(ids.map((id) => [id, 'waiting']));
  const names = new Map(ids.map((id) => [id, nameBefore(kind, id)]));
  const undo: ReverseWrite[] = [];
  let done = 0;
  const report = (running: boolean) =>
    useRegister.setState({ many: { kind, change, results: new Map(results), names, running } });
  report(true);
  async function one(id: string): Promise<ManyResult> {
    const write = writeFor(kind, id, change, bulk);
    if (typeof write === 'string') return write;
    if ('tag' in write) {
      const result = await writeBack(write);
      if (result.tag !== 'ok') return notWritten(result);
    } else {
      const result = await writeRecord(write);
      if (result.tag !== 'ok') return notWritten(result);
      undo.push(result.reverse);
    }
    done += 1;
    return 'done';
  }
  const waiting = [...ids];
  async function work(): Promise<void> {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      results.set(id, await one(id));
      report(true);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  report(false);
  const failed = [...results.values()].filter(
    (result) => result !== 'done' && result !== 'same',
  ).length;
  notify({ tag: 'records-written', done, failed, undo: undo.length === 0 ? null : undo });
}

/** Forget the results that were shown. */
export const closeMany = (): void => useRegister.setState({ many: null });
