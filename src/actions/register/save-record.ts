import { districtFaults } from '../../core/districts/faults.ts';
import { nameOf } from '../../core/model/index.ts';
import type { District } from '../../core/model/index.ts';
import { readDraft, withDefaults } from '../../core/register/index.ts';
import type { DraftReading } from '../../core/register/index.ts';
import type { Geometry } from 'geojson';
import { serverNow } from '../../state/clock.ts';
import { keyOf, useRecords } from '../../state/records.ts';
import { setDraft, useRegister } from '../../state/register.ts';
import type { RecordDraft } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import { districtOfPlace } from './district-of-place.ts';
import { tellWritten } from './tell-written.ts';
import { saveStateOf, writeTyped } from './write-record.ts';

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

/** Save one record in hand. It stays in hand until the server has acknowledged it. */
export async function saveRecord(id: string): Promise<void> {
  const draft = useRegister.getState().drafts.get(id);
  if (draft === undefined || draft.save.tag === 'saving') return;
  const { changes, faults } = readRecordDraft(draft);
  if (Object.keys(faults).length > 0) return;
  const { kind, base } = draft;
  setDraft(id, { ...draft, save: { tag: 'saving' } });
  const columns = withDefaults(kind, changes);
  const result = await writeTyped({ kind, id, before: base, columns }, draft.inputs);
  if (useRegister.getState().drafts.get(id) === undefined && result.tag !== 'ok') return;
  if (result.tag === 'ok') {
    setDraft(id, null);
    const { record } = result;
    // A district is known by its code as soon as it has one.
    const key = keyOf(kind, record);
    if (key !== id && useSession.getState().selection?.id === id)
      useSession.setState({ selection: { kind, id: key } });
    tellWritten(base === null ? 'created' : 'saved', nameOf(kind, record), result);
  } else setDraft(id, { ...draft, save: saveStateOf(result) });
}
