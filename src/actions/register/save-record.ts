import { districtFaults } from '../../core/districts/faults.ts';
import { nameOf } from '../../core/model/index.ts';
import type { District, RecordOf } from '../../core/model/index.ts';
import { readDraft, withDefaults } from '../../core/register/index.ts';
import type { DraftReading, Faults, Inputs } from '../../core/register/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import type { Geometry } from 'geojson';
import { serverNow } from '../../state/clock.ts';
import { keyOf, useRecords } from '../../state/records.ts';
import { setDraft, useRegister } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import { districtOfPlace } from './district-of-place.ts';
import { notifyWritten } from './notify-written.ts';
import { saveStateOf, writeTyped } from './write-record.ts';
import type { WriteResult } from './write-record.ts';

/** What is written, and of which record (`base` null = a new one). */
interface DraftToWrite<K extends RegisterKind> {
  kind: K;
  id: string;
  base: RecordOf[K] | null;
  inputs: Inputs;
}

/** What a draft would send, and what is wrong with it. A place brings its district along unless one was chosen. */
export function readRecordDraft<K extends RegisterKind>({
  kind,
  base,
  inputs,
}: Omit<DraftToWrite<K>, 'id'>): DraftReading {
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

/**
 * Send what a draft says, over the record it began with, as often as it takes: an earlier try whose answer was lost has
 * written it. Nothing is sent of one with faults.
 */
export async function writeDraft<K extends RegisterKind>(
  draft: DraftToWrite<K>,
): Promise<WriteResult<K> | { tag: 'faulty'; faults: Faults }> {
  const { kind, id, base, inputs } = draft;
  const { changes, faults } = readRecordDraft(draft);
  if (Object.keys(faults).length > 0) return { tag: 'faulty', faults };
  return writeTyped({ kind, id, before: base, columns: withDefaults(kind, changes) }, inputs);
}

/** Save one record in hand. It stays in hand until the server has acknowledged it. */
export async function saveRecord(id: string): Promise<void> {
  const draft = useRegister.getState().drafts.get(id);
  if (draft === undefined || draft.save.tag === 'saving') return;
  if (Object.keys(readRecordDraft(draft).faults).length > 0) return;
  const { kind, base } = draft;
  setDraft(id, { ...draft, save: { tag: 'saving' } });
  const result = await writeDraft(draft);
  if (result.tag === 'faulty') return setDraft(id, draft);
  if (useRegister.getState().drafts.get(id) === undefined && result.tag !== 'ok') return;
  if (result.tag === 'ok') {
    setDraft(id, null);
    const { record } = result;
    // A district is known by its code as soon as it has one.
    const key = keyOf(kind, record);
    if (key !== id && useSession.getState().selection?.id === id)
      useSession.setState({ selection: { kind, id: key } });
    notifyWritten(base === null ? 'created' : 'saved', nameOf(kind, record), result);
  } else setDraft(id, { ...draft, save: saveStateOf(result) });
}
