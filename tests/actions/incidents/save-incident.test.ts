import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeDraft } from '../../../src/actions/change-draft.ts';
import { discardDraft } from '../../../src/actions/discard-draft.ts';
import { draftIncidentAt } from '../../../src/actions/draft-incident-at.ts';
import { focusIncident } from '../../../src/actions/focus-incident.ts';
import { layDraftAside, putInHand, takeUpDraft } from '../../../src/actions/take-up-draft.ts';
import { editIncident } from '../../../src/actions/edit-incident.ts';
import { keepDraft } from '../../../src/actions/keep-draft.ts';
import { saveIncident, saveWhatWaits } from '../../../src/actions/incidents/save-incident.ts';
import {
  closeIncident,
  reopenIncident,
  undoClosing,
} from '../../../src/actions/incidents/set-incident-state.ts';
import { keepMine, takeTheirs } from '../../../src/actions/incidents/settle-conflict.ts';
import { cancelPlacing, startMoving, startPlacing } from '../../../src/actions/start-placing.ts';
import { startSync, syncNow } from '../../../src/actions/start-sync.ts';
import { readRow } from '../../../src/backend/rows.ts';
import { mergeRecords, useRecords } from '../../../src/state/records.ts';
import { initialSession, useSession } from '../../../src/state/session.ts';
import type { Account, IncidentDraft } from '../../../src/state/session.ts';
import type { Opened } from '../../backend/open-fake.ts';
import { quietAuthLibrary } from '../../backend/quiet.ts';
import { FakeTab } from '../fake-tab.ts';
import { account, signedIn } from '../signed-in.ts';

quietAuthLibrary();

const session = () => useSession.getState();
const draft = (): IncidentDraft => {
  const { focus } = session();
  if (focus.tag !== 'draft') throw new Error(`no draft but ${focus.tag}`);
  return focus.draft;
};
const savedRows = (opened: Opened) => opened.server.rows.get('incident') ?? [];

describe('saving an incident', () => {
  let opened: Opened;
  let stopKeeping: () => void;

  beforeEach(async () => {
    new FakeTab();
    opened = await signedIn();
    // An incident of tomorrow is refused by the server's clock, which is not that of a fixture.
    opened.server.now = new Date().toISOString();
    stopKeeping = keepDraft();
    draftIncidentAt([113.1, 29.3]);
    changeDraft({ title: '河堤漫水', kind: 'flood', level: 2 });
  });
  afterEach(() => {
    stopKeeping();
    vi.unstubAllGlobals();
  });

  it('never guesses what happened: without a kind nothing is saved', async () => {
    draftIncidentAt([113.2, 29.4]);
    changeDraft({ kind: null });
    await saveIncident();
    expect([savedRows(opened), session().focus.tag]).toEqual([[], 'draft']);
  });

  it('begins with no kind', () => {
    discardDraft();
    draftIncidentAt([113.2, 29.4]);
    expect(draft().kind).toBeNull();
  });

  it('becomes the saved incident under the id of the draft', async () => {
    const { id } = draft();
    await saveIncident();
    expect(session().focus).toEqual({ tag: 'saved', id });
    expect(useRecords.getState().tables.incident.get(id)?.title).toBe('河堤漫水');
    expect(savedRows(opened)[0]).toMatchObject({
      district_code: '0',
      source: '张三',
      level: 2,
      note: null,
    });
  });

  it('does not send a draft without a title', async () => {
    changeDraft({ title: '  ' });
    await saveIncident();
    expect(savedRows(opened)).toEqual([]);
  });

  it('keeps the draft when the line is dead, and makes one incident of two tries', async () => {
    const { id } = draft();
    opened.server.fault = { loseAnswer: true };
    await saveIncident();
    expect([session().save, draft().id]).toEqual([{ tag: 'failed', reason: 'unreachable' }, id]);
    await saveIncident();
    expect(session().focus).toEqual({ tag: 'saved', id });
    expect(savedRows(opened)).toHaveLength(1);
  });

  it('shows both versions when what got through first is not what is in the form now', async () => {
    opened.server.fault = { loseAnswer: true };
    await saveIncident();
    changeDraft({ title: '河堤决口' });
    await saveIncident();
    expect(session().save).toMatchObject({ tag: 'conflict', theirs: { title: '河堤漫水' } });
    await keepMine();
    expect(savedRows(opened).map((row) => row.title)).toEqual(['河堤决口']);
  });

  it('is tried again by itself when the server answers again', async () => {
    opened.server.fault = { down: true };
    await saveIncident();
    expect(session().save.tag).toBe('failed');
    opened.server.fault = {};
    const stop = startSync(saveWhatWaits);
    syncNow();
    await vi.waitFor(() => expect(savedRows(opened)).toHaveLength(1));
    stop();
  });

  it('refuses a second save over someone else’s and overwrites nothing unseen', async () => {
    await saveIncident();
    const { focus } = session();
    if (focus.tag !== 'saved') throw new Error('not saved');
    editIncident(focus.id);
    changeDraft({ title: '我的' });
    opened.server.put('incident', { ...savedRows(opened)[0], title: '他人的', version: 2 });
    await saveIncident();
    expect(session().save).toMatchObject({ tag: 'conflict', theirs: { title: '他人的' } });
    expect(draft().title).toBe('我的');
    expect(savedRows(opened)[0]?.title).toBe('他人的');

    opened.server.put('incident', { ...savedRows(opened)[0], title: '第三个', version: 3 });
    await keepMine();
    expect(session().save).toMatchObject({ tag: 'conflict', theirs: { title: '第三个' } });
    takeTheirs();
    expect(session().focus).toEqual({ tag: 'saved', id: focus.id });
    expect(useRecords.getState().tables.incident.get(focus.id)?.title).toBe('第三个');
  });

  it('goes on with a draft that someone moves, and cancelling leaves it where it was', () => {
    startPlacing();
    cancelPlacing();
    expect(draft().place).toEqual([113.1, 29.3]);
    startMoving();
    draftIncidentAt([114, 30]);
    expect(draft()).toMatchObject({ place: [114, 30], title: '河堤漫水' });
    expect(session().otherDrafts).toEqual([]);
  });

  it.each([
    [
      'the map',
      () => {
        startPlacing();
        draftIncidentAt([114, 30]);
      },
    ],
    ['a search, a card or coordinates', () => draftIncidentAt([114, 30])],
  ])('makes another draft of a second marking by %s, and moves nothing', (_, mark) => {
    const first = draft();
    mark();
    expect(draft()).toMatchObject({ place: [114, 30], title: '', kind: null });
    expect(draft().id).not.toBe(first.id);
    expect(session().otherDrafts.map((held) => held.draft)).toEqual([first]);
  });

  it('saves one draft and never touches another', async () => {
    const first = draft();
    draftIncidentAt([114, 30]);
    changeDraft({ title: '山林火灾', kind: 'fire', class: 'accident' });
    const second = draft();
    await saveIncident();
    expect(savedRows(opened).map((row) => row.title)).toEqual(['山林火灾']);
    expect(session().otherDrafts.map((held) => held.draft)).toEqual([first]);
    takeUpDraft(first.id);
    expect(draft()).toEqual(first);
    await saveIncident();
    expect(savedRows(opened).map((row) => [row.id, row.title])).toEqual([
      [second.id, '山林火灾'],
      [first.id, '河堤漫水'],
    ]);
    expect(session().otherDrafts).toEqual([]);
  });

  it('keeps a save that the line held up with its own draft, and makes it when the server answers', async () => {
    const first = draft();
    opened.server.fault = { down: true };
    await saveIncident();
    draftIncidentAt([114, 30]);
    expect(session().save).toEqual({ tag: 'editing' });
    expect(session().otherDrafts).toMatchObject([
      { draft: { id: first.id }, save: { tag: 'failed' } },
    ]);
    opened.server.fault = {};
    saveWhatWaits();
    await vi.waitFor(() => expect(session().otherDrafts).toEqual([]));
    expect(savedRows(opened).map((row) => row.id)).toEqual([first.id]);
    expect(draft().place).toEqual([114, 30]);
  });

  it('leaves a draft for the list, for another incident and for a change of one, and loses none', async () => {
    const first = draft();
    layDraftAside();
    expect([session().focus.tag, session().otherDrafts.length]).toEqual(['none', 1]);
    takeUpDraft(first.id);
    focusIncident('elsewhere');
    expect(session().otherDrafts.map((held) => held.draft)).toEqual([first]);
    takeUpDraft(first.id);
    await saveIncident();
    editIncident(first.id);
    changeDraft({ title: '河堤决口' });
    draftIncidentAt([114, 30]);
    editIncident(first.id);
    expect(draft()).toMatchObject({ id: first.id, title: '河堤决口' });
  });

  it('lays an untouched change of a saved incident aside as nothing', async () => {
    const { id } = draft();
    await saveIncident();
    editIncident(id);
    draftIncidentAt([114, 30]);
    expect(session().otherDrafts).toEqual([]);
  });

  it('brings a discarded draft back, beside the one in hand by then', () => {
    const first = draft();
    discardDraft();
    draftIncidentAt([114, 30]);
    const second = draft();
    const notice = session().notices.at(-1);
    if (notice?.tag !== 'draft-discarded') throw new Error('no way back');
    putInHand(notice.held);
    expect(draft()).toEqual(first);
    expect(session().otherDrafts.map((held) => held.draft)).toEqual([second]);
    discardDraft(second.id);
    expect([draft(), session().otherDrafts]).toEqual([first, []]);
  });

  it('gives all drafts back after a reload, each its own', () => {
    const first = draft();
    draftIncidentAt([114, 30]);
    const second = draft();
    takeUpDraft(first.id);
    useSession.setState({ ...initialSession });
    useSession.setState({ auth: { tag: 'signed-in', account } });
    expect(draft()).toEqual(first);
    expect(session().otherDrafts.map((held) => held.draft)).toEqual([second]);
    expect(session().notices).toMatchObject([{ tag: 'drafts-restored', count: 2 }]);
  });

  it('keeps the drafts of two people at one computer apart, both ways', () => {
    const first = draft();
    const other = { ...account, userId: 'u2' };
    const become = (who: Account) => {
      useSession.setState({ auth: { tag: 'signed-out', reason: 'expired' } });
      useSession.setState({ auth: { tag: 'signed-in', account: who } });
    };
    become(account);
    become(other);
    expect([session().focus.tag, session().otherDrafts]).toEqual(['none', []]);
    draftIncidentAt([114, 30]);
    const theirs = draft();
    become(account);
    expect(draft()).toEqual(first);
    become(other);
    expect(draft()).toEqual(theirs);
  });

  it('shows both versions when two tabs hold one draft and both save it', async () => {
    const mine = draft();
    await saveIncident();
    opened.server.put('incident', { ...savedRows(opened)[0], title: '另一标签页保存的' });
    putInHand({ draft: mine, save: { tag: 'editing' } });
    await saveIncident();
    expect(session().save).toMatchObject({
      tag: 'conflict',
      theirs: { title: '另一标签页保存的' },
    });
    expect(draft()).toEqual(mine);
  });

  it('takes the kind along when the class changes', () => {
    changeDraft({ class: 'accident' });
    expect(draft().kind).toBe('fire');
    changeDraft({ kind: 'mine' });
    changeDraft({ class: 'accident' });
    expect(draft().kind).toBe('mine');
  });

  it('gives the draft back to its author after a reload, and to nobody else', () => {
    const before = draft();
    useSession.setState({ ...initialSession });
    useSession.setState({ auth: { tag: 'signed-in', account: { ...account, userId: 'u2' } } });
    expect(session().focus).toEqual({ tag: 'none' });
    useSession.setState({ ...initialSession });
    useSession.setState({ auth: { tag: 'signed-in', account } });
    expect(draft()).toEqual(before);
    expect(session().notices).toMatchObject([{ tag: 'draft-restored', title: '河堤漫水' }]);
  });

  it('keeps no copy once the server has acknowledged it', async () => {
    await saveIncident();
    useSession.setState({ ...initialSession });
    useSession.setState({ auth: { tag: 'signed-in', account } });
    expect(session().focus).toEqual({ tag: 'none' });
  });

  it('sends what was changed and leaves the rest, also a drawn area that nobody moved', async () => {
    const { id } = draft();
    await saveIncident();
    const area = { type: 'Polygon', coordinates: [[[113, 29], [114, 29], [114, 30], [113, 29]]] }; // prettier-ignore
    const drawn = { ...savedRows(opened)[0], geometry: area, lng: 113.7, lat: 29.3, geom: 'AREA' };
    opened.server.put('incident', { ...drawn, version: 2 });
    mergeRecords('incident', [readRow('incident', savedRows(opened)[0])!]);
    editIncident(id);
    changeDraft({ title: '河堤决口' });
    await saveIncident();
    expect(savedRows(opened)[0]).toMatchObject({ title: '河堤决口', geom: 'AREA', version: 3 });
    editIncident(id);
    changeDraft({ place: [114, 30] });
    await saveIncident();
    expect(savedRows(opened)[0]).toMatchObject({ geom: 'SRID=4326;POINT(114 30)', lng: 114 });
  });

  it('keeps what the server named with a refusal, and refuses itself what the register would', async () => {
    opened.server.answerInstead = new Response(
      JSON.stringify({ code: '42501', message: 'new row violates row-level security policy' }),
      { status: 403, headers: { 'content-type': 'application/json' } },
    );
    await saveIncident();
    expect(session().save).toMatchObject({ tag: 'failed', reason: 'refused', code: '42501' });
    const dayAfterNext = new Date(Date.now() + 2 * 86_400_000).toISOString();
    changeDraft({ occurredAt: dayAfterNext });
    await saveIncident();
    expect(session().save).toMatchObject({ reason: 'refused', about: 'occurred_at' });
    expect(savedRows(opened)).toEqual([]);
  });

  it('takes the closing of an incident back, but not over what somebody wrote since', async () => {
    const { id } = draft();
    await saveIncident();
    const closing = () => {
      const notice = session().notices.at(-1);
      if (notice?.tag !== 'incident-closed' || notice.undo === null) throw new Error('no way back');
      return notice.undo;
    };
    await closeIncident(id);
    await undoClosing(closing());
    expect([savedRows(opened)[0]?.state, session().notices.at(-1)]).toMatchObject([
      'open',
      { tag: 'incident-reopened', title: '河堤漫水' },
    ]);
    await closeIncident(id);
    opened.server.put('incident', { ...savedRows(opened)[0], title: '他人的', version: 9 });
    await undoClosing(closing());
    expect([savedRows(opened)[0]?.state, session().notices.at(-1)]).toMatchObject([
      'closed',
      { tag: 'incident-changed-elsewhere', title: '他人的' },
    ]);
  });

  it('closes, offers the way back, and will not close what someone changed meanwhile', async () => {
    const { id } = draft();
    await saveIncident();
    await closeIncident(id);
    expect(useRecords.getState().tables.incident.get(id)?.state).toBe('closed');
    expect(session().notices.at(-1)).toMatchObject({ tag: 'incident-closed', incidentId: id });
    await reopenIncident(id);
    opened.server.put('incident', { ...savedRows(opened)[0], title: '他人的', version: 9 });
    await closeIncident(id);
    expect(session().notices.at(-1)).toMatchObject({
      tag: 'incident-changed-elsewhere',
      title: '他人的',
    });
    expect(savedRows(opened)[0]?.state).toBe('open');
  });
});
