/** Every way to write a record of the register, what it says, and that what it offers takes it back and nothing else. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { activateHazard, endHazard, setIncidentArea } from '../../../src/actions/areas/set-area.ts';
import { closeAgain, liftClosure } from '../../../src/actions/closures/lift-closure.ts';
import { archiveRecord, restoreRecord } from '../../../src/actions/register/archive-record.ts';
import { changeMany } from '../../../src/actions/register/change-many.ts';
import { changeField, newRecord } from '../../../src/actions/register/edit-record.ts';
import { saveRecord } from '../../../src/actions/register/save-record.ts';
import { saveChosen } from '../../../src/actions/register/settle-record.ts';
import { undoWrite } from '../../../src/actions/register/undo-write.ts';
import { archiveContact } from '../../../src/actions/upkeep/save-contact.ts';
import type { RecordKind, RecordOf } from '../../../src/core/model/index.ts';
import { readRow } from '../../../src/backend/rows.ts';
import { mergeRecords, useRecords } from '../../../src/state/records.ts';
import { initialRegister, useRegister } from '../../../src/state/register.ts';
import { useSession } from '../../../src/state/session.ts';
import type { FakeRow } from '../../backend/fake-server.ts';
import type { Opened } from '../../backend/open-fake.ts';
import { quietAuthLibrary } from '../../backend/quiet.ts';
import { incidentRow } from '../../backend/sample-rows.ts';
import { FakeTab } from '../fake-tab.ts';
import { signedIn } from '../signed-in.ts';

quietAuthLibrary();

const stored = {
  version: 3,
  district_code: '0',
  source: '县应急局',
  created_at: '2026-11-01T00:00:00Z',
  updated_at: '2026-11-01T00:00:00Z',
  archived_at: null,
  lng: 113.1,
  lat: 29.3,
};
const depotRow = (id: string, name: string): FakeRow => ({ ...stored, id, name, note: '旧' });
const hazardRow: FakeRow = {
  ...stored,
  id: 'h1',
  name: '滑坡点',
  class: 'natural',
  kind: 'landslide',
  active_from: null,
  active_until: null,
  depth_min_m: null,
  depth_max_m: null,
};
const closureRow: FakeRow = {
  ...stored,
  id: 'c1',
  reason: '塌方',
  from_at: '2026-11-22T00:00:00Z',
  lifted_at: null,
};
const contactRow: FakeRow = {
  ...stored,
  id: 'k1',
  resource_kind: 'team',
  resource_id: 't1',
  name: '李四',
};

describe('writing the register', () => {
  let opened: Opened;
  beforeEach(async () => {
    new FakeTab();
    opened = await signedIn();
    useRegister.setState({ ...initialRegister, kind: 'depot' });
    hold('depot', depotRow('d1', '一库'));
    hold('depot', depotRow('d2', '二库'));
    hold('hazard', hazardRow);
    hold('closure', closureRow);
    hold('contact', contactRow);
    hold('incident', incidentRow('i1', 3));
  });
  afterEach(() => vi.unstubAllGlobals());

  /** On the server and on the screen. */
  function hold(kind: RecordKind, row: FakeRow): void {
    opened.server.put(kind, row);
    mergeRecords(kind, [readRow(kind, row)!]);
  }
  const row = (kind: RecordKind, id: string): FakeRow =>
    opened.server.rows.get(kind)?.find((one) => one.id === id) ?? {};
  const shown = <K extends RecordKind>(kind: K, id: string): RecordOf[K] | undefined =>
    useRecords.getState().tables[kind].get(id);
  const said = () => useSession.getState().notices.at(-1);
  /** Somebody else writes it meanwhile. */
  const overtake = (kind: RecordKind, id: string, change: FakeRow = {}): void => {
    const now = row(kind, id);
    opened.server.put(kind, { ...now, ...change, version: Number(now.version) + 1 });
  };
  /** Press what the last notice offers. */
  async function takeBack(): Promise<void> {
    const notice = said();
    if (notice?.tag !== 'record-written' && notice?.tag !== 'records-written')
      throw new Error(`no record was written but ${notice?.tag}`);
    if (notice.undo === null) throw new Error('no way back');
    await undoWrite(notice.undo);
  }

  it('makes a record, and its way back takes it out of use', async () => {
    const id = newRecord('depot', { name: '新库' });
    await saveRecord(id);
    expect(said()).toMatchObject({ tag: 'record-written', what: 'created', name: '新库' });
    expect(row('depot', id)).toMatchObject({ name: '新库', archived_at: null, version: 1 });
    await takeBack();
    expect(row('depot', id)).toMatchObject({ archived_at: expect.any(String), version: 2 });
    expect(shown('depot', id)).toBeUndefined();
    expect(said()).toMatchObject({ what: 'undone', name: '新库', undo: null });
  });

  it('changes a record, and its way back gives back what was changed and nothing else', async () => {
    changeField('depot', 'd1', 'note', '新');
    changeField('depot', 'd1', 'geom', { type: 'Point', coordinates: [114, 30] });
    await saveRecord('d1');
    expect(row('depot', 'd1')).toMatchObject({ note: '新', lng: 114, lat: 30, version: 4 });
    await takeBack();
    expect(row('depot', 'd1')).toMatchObject({ note: '旧', lng: 113.1, lat: 29.3, version: 5 });
    expect(shown('depot', 'd1')).toMatchObject({ note: '旧', lng: 113.1, version: 5 });
    expect(said()).toMatchObject({ what: 'undone', name: '一库' });
  });

  it('takes nothing back over what somebody wrote since', async () => {
    changeField('depot', 'd1', 'note', '新');
    await saveRecord('d1');
    overtake('depot', 'd1', { name: '他人的' });
    await takeBack();
    expect(row('depot', 'd1')).toMatchObject({ note: '新', name: '他人的', version: 5 });
    expect(said()).toMatchObject({ tag: 'not-done', reason: 'changed-elsewhere' });
    expect(shown('depot', 'd1')?.name).toBe('他人的');
  });

  it('makes one record of a save whose answer was lost', async () => {
    const id = newRecord('depot', { name: '新库' });
    opened.server.fault = { loseAnswer: true };
    await saveRecord(id);
    expect(useRegister.getState().drafts.get(id)?.save).toMatchObject({ reason: 'unreachable' });
    await saveRecord(id);
    expect(useRegister.getState().drafts.has(id)).toBe(false);
    expect(opened.server.rows.get('depot')).toHaveLength(3);
  });

  it('shows both versions when somebody was faster, and saves what was chosen over theirs', async () => {
    changeField('depot', 'd1', 'note', '我的');
    overtake('depot', 'd1', { name: '他人的', note: '他人的' });
    await saveRecord('d1');
    const { save } = useRegister.getState().drafts.get('d1')!;
    expect(save).toMatchObject({ tag: 'conflict', theirs: { note: '他人的' } });
    expect(row('depot', 'd1').note).toBe('他人的');
    await saveChosen('d1', { note: 'mine' });
    expect(row('depot', 'd1')).toMatchObject({ note: '我的', name: '他人的', version: 5 });
    await takeBack();
    expect(row('depot', 'd1')).toMatchObject({ note: '他人的', name: '他人的', version: 6 });
  });

  it('archives and restores, each with its way back', async () => {
    await archiveRecord('depot', 'd1');
    expect(said()).toMatchObject({ what: 'archived', name: '一库' });
    expect(shown('depot', 'd1')).toBeUndefined();
    await takeBack();
    expect([row('depot', 'd1').archived_at, shown('depot', 'd1')?.name]).toEqual([null, '一库']);
    const since = '2026-11-20T00:00:00Z';
    const archived = { ...depotRow('d3', '三库'), archived_at: since };
    opened.server.put('depot', archived);
    useRegister.setState({
      archived: {
        tag: 'loaded',
        kind: 'depot',
        rows: new Map([['d3', readRow('depot', archived)!]]),
        total: 1,
        rest: 'none',
      },
    });
    await restoreRecord('depot', 'd3');
    expect(row('depot', 'd3').archived_at).toBeNull();
    await takeBack();
    expect(row('depot', 'd3').archived_at).toBe(since);
  });

  it('does not archive what somebody changed meanwhile', async () => {
    overtake('depot', 'd1', { name: '他人的' });
    await archiveRecord('depot', 'd1');
    expect(row('depot', 'd1').archived_at).toBeNull();
    expect(said()).toMatchObject({ tag: 'not-done', reason: 'changed-elsewhere' });
    expect(shown('depot', 'd1')?.name).toBe('他人的');
  });

  it('changes many, and takes back each that nobody wrote since', async () => {
    await changeMany('depot', ['d1', 'd2'], { tag: 'field', column: 'note', input: '新' });
    expect(said()).toMatchObject({ tag: 'records-written', done: 2, failed: 0 });
    overtake('depot', 'd2');
    await takeBack();
    expect([row('depot', 'd1').note, row('depot', 'd2').note]).toEqual(['旧', '新']);
    expect(said()).toMatchObject({ tag: 'records-written', done: 1, failed: 1, undo: null });
  });

  it('takes an earlier change of many back to what the history says, with no way back from that', async () => {
    const columns = { note: '更旧' };
    const reverse = { tag: 'write', kind: 'depot', id: 'd1', version: 3, columns } as const;
    const to = new Map([['d1', reverse]]);
    await changeMany('depot', ['d1'], { tag: 'back', to });
    expect(row('depot', 'd1').note).toBe('更旧');
    expect(said()).toMatchObject({ done: 1, failed: 0, undo: null });
  });

  it('says how far an incident reaches, and takes it back', async () => {
    const incident = shown('incident', 'i1')!;
    expect(
      await setIncidentArea(incident, { radius: 500, depthMin: null, depthMax: 1 }),
    ).toBeNull();
    expect(row('incident', 'i1')).toMatchObject({ area_radius_m: 500, depth_max_m: 1 });
    await takeBack();
    expect(row('incident', 'i1')).toMatchObject({ area_radius_m: null, depth_max_m: null });
    expect(await setIncidentArea(incident, { radius: 5, depthMin: null, depthMax: null })).toBe(
      'changed-elsewhere',
    );
  });

  it('says that a hazard has come true and that it is over, and takes both back', async () => {
    const said = { depthMin: 0.3, depthMax: 0.5, until: null, begun: false };
    await activateHazard(shown('hazard', 'h1')!, said);
    await takeBack();
    expect(row('hazard', 'h1')).toMatchObject({ active_from: null, depth_min_m: null, version: 5 });
    const from = '2026-11-01T00:00:00Z';
    hold('hazard', { ...hazardRow, version: 6, active_from: from });
    await endHazard(shown('hazard', 'h1')!);
    expect(row('hazard', 'h1').active_until).toEqual(expect.any(String));
    await takeBack();
    expect(row('hazard', 'h1')).toMatchObject({ active_from: from, active_until: null });
  });

  it('lifts a closure and closes it again, and takes both back', async () => {
    await liftClosure('c1');
    const lifted = row('closure', 'c1').lifted_at;
    expect([lifted, said()]).toMatchObject([expect.any(String), { what: 'lifted', name: '塌方' }]);
    await takeBack();
    expect(row('closure', 'c1').lifted_at).toBeNull();
    await liftClosure('c1');
    const again = row('closure', 'c1').lifted_at;
    await closeAgain('c1');
    expect([row('closure', 'c1').lifted_at, said()]).toMatchObject([null, { what: 'restored' }]);
    await takeBack();
    expect(row('closure', 'c1').lifted_at).toBe(again);
  });

  it('takes a contact out of use and back', async () => {
    await archiveContact(shown('contact', 'k1')!);
    expect([row('contact', 'k1').archived_at, said()]).toMatchObject([
      expect.any(String),
      { what: 'archived', name: '李四' },
    ]);
    await takeBack();
    expect([row('contact', 'k1').archived_at, shown('contact', 'k1')?.name]).toEqual([
      null,
      '李四',
    ]);
    expect(said()).toMatchObject({ what: 'undone', name: '李四' });
    overtake('contact', 'k1');
    await archiveContact(shown('contact', 'k1')!);
    expect(said()).toMatchObject({ tag: 'not-done', reason: 'changed-elsewhere' });
  });
});
