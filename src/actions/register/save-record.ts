import type { RecordSaveResult } from '../../backend/index.ts';
import { districtFaults } from '../../core/districts/faults.ts';
import type { District, RecordOf } from '../../core/model/index.ts';
import {
  formerColumns,
  inputOf,
  nameOf,
  readDraft,
  sameInput,
  withDefaults,
} from '../../core/register/index.ts';
import type { DraftReading } from '../../core/register/index.ts';
import { columnOf } from '../../core/schema/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import type { Geometry } from 'geojson';
import { serverNow } from '../../state/clock.ts';
import { keyOf, useRecords } from '../../state/records.ts';
import { setDraft, useRegister } from '../../state/register.ts';
import type { RecordDraft } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import { notify } from '../notify.ts';
import { districtOfPlace } from './district-of-place.ts';
import { writeRecord } from './write-record.ts';

/** What a draft would send, and what is wrong with it. A place brings its district along unless one was chosen. */
export function readRecordDraft(draft: RecordDraft): DraftReading {
  const { kind, base, inputs } = draft;
  const { auth } = useSession.getState();
  const home = auth.tag === 'signed-in' ? auth.account.districtCode : '';
  const asked = inputs.district_code;
  const within = 'geom' in inputs ? districtOfPlace(inputs.geom as Geometry | null) : null;
  const district = asked ?? within ?? (base === null ? home : undefined);
  const whole = district === undefined ? inputs : { ...inputs, district_code: district };
  const reading = readDraft(kind, base, whole, serverNow());
  if (kind === 'district') {
    const fixed = districtFaults(
      base as District | null,
      reading.changes,
      useRecords.getState().tables.district,
    );
    return { ...reading, faults: { ...fixed, ...reading.faults } };
  }
  // The district of a lot is its depot's; the database sees to it.
  if (kind === 'stock_lot' && base === null)
    return { ...reading, changes: { ...reading.changes, district_code: home } };
  return reading;
}

/** Whether a stored record already says what would be sent (a save whose answer was lost on the way). */
function saysTheSame(
  kind: RegisterKind,
  theirs: RecordOf[RegisterKind],
  draft: RecordDraft,
): boolean {
  return Object.entries(draft.inputs).every(([name, input]) => {
    const column = columnOf(kind, name);
    return column === null || sameInput(input, inputOf(theirs, column));
  });
}

function settled(
  draft: RecordDraft,
  result: RecordSaveResult<RegisterKind>,
): RecordSaveResult<RegisterKind> {
  const same = result.tag === 'conflict' && saysTheSame(draft.kind, result.theirs, draft);
  return same ? { tag: 'ok', record: result.theirs } : result;
}

/** Save one record in hand. It stays in hand until the server has acknowledged it. */
export async function saveRecord(id: string): Promise<void> {
  const draft = useRegister.getState().drafts.get(id);
  if (draft === undefined || draft.save.tag === 'saving') return;
  const { changes, faults } = readRecordDraft(draft);
  if (Object.keys(faults).length > 0) return;
  const { kind, base } = draft;
  setDraft(id, { ...draft, save: { tag: 'saving' } });
  const columns = withDefaults(kind, changes);
  const result = settled(draft, await writeRecord(kind, id, base?.version ?? null, columns));
  if (useRegister.getState().drafts.get(id) === undefined && result.tag !== 'ok') return;
  if (result.tag === 'ok') {
    setDraft(id, null);
    const { record } = result;
    // A district is known by its code as soon as it has one.
    const key = keyOf(kind, record);
    if (key !== id && useSession.getState().selection?.id === id)
      useSession.setState({ selection: { kind, id: key } });
    const back =
      base === null
        ? { archived_at: new Date(serverNow()).toISOString() }
        : formerColumns(kind, base, columns);
    notify({
      tag: 'record-written',
      what: base === null ? 'created' : 'saved',
      name: nameOf(kind, record),
      undo: [{ kind, id: record.id, version: record.version, columns: back }],
    });
  } else if (result.tag === 'conflict') {
    setDraft(id, { ...draft, save: { tag: 'conflict', theirs: result.theirs } });
  } else {
    const { code, about = null } = result.tag === 'refused' ? result : { code: null };
    setDraft(id, { ...draft, save: { tag: 'failed', reason: result.tag, code, about } });
  }
}
