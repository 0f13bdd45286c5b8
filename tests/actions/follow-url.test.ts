import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftIncidentAt } from '../../src/actions/draft-incident-at.ts';
import { changeDraft } from '../../src/actions/change-draft.ts';
import { focusIncident } from '../../src/actions/focus-incident.ts';
import { followUrl } from '../../src/actions/follow-url.ts';
import { select } from '../../src/actions/select.ts';
import { setTab } from '../../src/actions/set-tab.ts';
import { toggleLayer } from '../../src/actions/toggle-layer.ts';
import { useRecords } from '../../src/state/records.ts';
import { useSession } from '../../src/state/session.ts';
import { quietAuthLibrary } from '../backend/quiet.ts';
import { FakeTab } from './fake-tab.ts';
import { signedIn } from './signed-in.ts';

quietAuthLibrary();

const session = () => useSession.getState();

describe('the address follows the tab', () => {
  let tab: FakeTab;
  let stop = () => {};

  beforeEach(async () => {
    vi.useFakeTimers();
    tab = new FakeTab();
    await signedIn();
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const follow = (hash = '') => {
    tab.steps = [`/${hash}`];
    stop = followUrl();
  };
  const settle = () => vi.advanceTimersByTime(300);

  it('shows the picture of a link, draft place and kind too', () => {
    follow('#map=12/29.3/113.1&at=113.1,29.3,mine,1&tab=shelter&off=closure&k=20');
    expect(session()).toMatchObject({
      view: { zoom: 12, lat: 29.3, lng: 113.1 },
      tab: 'shelter',
      layers: { closure: false, team: true },
      filters: { count: 20 },
      focus: {
        tag: 'draft',
        draft: { place: [113.1, 29.3], class: 'accident', kind: 'mine', level: 1, base: null },
      },
    });
  });

  it('shows the whole answer where a link says nothing of the view, and keeps the view that a link names', () => {
    const come = (): void => {
      useRecords.setState({ status: { tag: 'loading', loaded: 0, total: 0 } });
      useRecords.setState({ status: { tag: 'live' } });
    };
    follow('#at=113.1,29.3');
    come();
    expect(session().flyTo).toEqual({ place: [113.1, 29.3], zoom: null, withAnswer: true });
    useSession.setState({ flyTo: null });
    come();
    expect(session().flyTo).toBeNull();
    stop();
    useSession.setState({ focus: { tag: 'none' } });
    follow('#map=12/29.3/113.1&at=113.1,29.3');
    come();
    expect(session().flyTo).toBeNull();
  });

  it('names what it ignored', () => {
    follow('#tab=cake&base=moon');
    expect(session().notices).toMatchObject([{ tag: 'url-ignored', parts: ['tab', 'base'] }]);
    expect(session().baseMapId).toBe('local');
  });

  it('rewrites the step for tab and layers, makes a step for selection', () => {
    follow();
    setTab('depot');
    toggleLayer('team');
    settle();
    expect(tab.steps).toEqual(['/#tab=depot&off=team']);
    select({ kind: 'team', id: 't1' });
    settle();
    expect(tab.steps).toEqual(['/#tab=depot&off=team', '/#sel=team.t1&tab=depot&off=team']);
    tab.back();
    expect(session().selection).toBeNull();
  });

  it('goes back from one incident to the one before', () => {
    follow();
    focusIncident('i1');
    settle();
    focusIncident('i2');
    settle();
    tab.back();
    expect(session().focus).toEqual({ tag: 'saved', id: 'i1' });
  });

  it('makes no step of a draft that gets saved', () => {
    follow();
    draftIncidentAt([113, 29]);
    settle();
    const { focus } = session();
    if (focus.tag !== 'draft') throw new Error('no draft');
    useSession.setState({ focus: { tag: 'saved', id: focus.draft.id } });
    settle();
    expect(tab.steps).toEqual(['/', `/#in=${focus.draft.id}`]);
  });

  it('keeps the picture when the address names a place of the page', () => {
    follow();
    draftIncidentAt([113, 29]);
    setTab('depot');
    settle();
    const { focus } = session();
    const shown = tab.steps.at(-1);
    tab.jump('#answer');
    expect(session()).toMatchObject({ tab: 'depot', focus });
    expect(tab.steps[tab.at]).toBe(shown);
  });

  it('never throws away what someone wrote when they go back', () => {
    follow();
    draftIncidentAt([113, 29]);
    settle();
    changeDraft({ title: '河堤漫水' });
    tab.back();
    expect(session().focus).toMatchObject({ tag: 'draft', draft: { title: '河堤漫水' } });
  });

  it('asks for another place of a link beside the draft in hand, and goes back to each draft at its own place', () => {
    follow();
    draftIncidentAt([113, 29]);
    settle();
    changeDraft({ title: '河堤漫水' });
    settle();
    const { focus: first } = session();
    draftIncidentAt([114, 30]);
    settle();
    const { focus: second } = session();
    tab.back();
    expect(session().focus).toEqual(first);
    tab.jump('#at=115,31');
    expect(session().focus).toMatchObject({ tag: 'draft', draft: { place: [115, 31], title: '' } });
    expect(session().otherDrafts.map(({ draft }) => ({ tag: 'draft', draft }))).toEqual([
      second,
      first,
    ]);
  });

  it('says when the link points at something that is not there', () => {
    follow('#sel=team.gone&in=gone');
    useRecords.setState({ status: { tag: 'loading', loaded: 0, total: 0 } });
    useRecords.setState({ status: { tag: 'live' } });
    expect(session()).toMatchObject({ selection: null, focus: { tag: 'none' } });
    expect(session().notices).toMatchObject([{ tag: 'url-ignored', parts: ['sel', 'in'] }]);
  });
});
