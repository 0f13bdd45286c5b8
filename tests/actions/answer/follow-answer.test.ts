/** One question, one answer: what is asked and ranked again, and what is not. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followAnswer } from '../../../src/actions/answer/follow-answer.ts';
import { showThreshold } from '../../../src/actions/people/show-people.ts';
import { askRoads, dropRoadsQuestion } from '../../../src/actions/roads/ask-roads.ts';
import type { RoadsQuestion } from '../../../src/actions/roads/ask-roads.ts';
import type { Incident, LngLat, Team } from '../../../src/core/model/index.ts';
import type { RoadTimes } from '../../../src/core/ranking/roads.ts';
import { useAnswer } from '../../../src/state/answer.ts';
import { startClock } from '../../../src/state/clock.ts';
import { usePeople } from '../../../src/state/people.ts';
import { emptyRecords, useRecords } from '../../../src/state/records.ts';
import { initialRoads, useRoads } from '../../../src/state/roads.ts';
import type { BeforeRoads } from '../../../src/state/roads.ts';
import { initialSession, useSession } from '../../../src/state/session.ts';
import type { IncidentDraft } from '../../../src/state/session.ts';
import { NOW, team } from '../../core/ranking/register.ts';
import { account } from '../signed-in.ts';

vi.mock('../../../src/actions/roads/ask-roads.ts', () => ({
  askRoads: vi.fn(),
  dropRoadsQuestion: vi.fn(),
}));

const asked = (): RoadsQuestion[] => vi.mocked(askRoads).mock.calls.map(([one]) => one);
const shown = () => useAnswer.getState().shown;
/** What comes from the server or the roads is looked at once it has all come. */
const allCame = (): Promise<void> => Promise.resolve();
const order = (): string[] | undefined => shown()?.answer.ranked.map(({ id }) => id);

const draft = (given: Partial<IncidentDraft> = {}): IncidentDraft => ({
  id: 'i1',
  place: [113, 29],
  title: '',
  class: 'natural',
  kind: null,
  level: null,
  occurredAt: NOW,
  note: '',
  base: null,
  ...given,
});
const hold = (given: Partial<IncidentDraft> = {}): void =>
  useSession.setState({ focus: { tag: 'draft', draft: draft(given) } });
const teams = (...all: Team[]): void =>
  useRecords.setState((state) => ({
    lastSyncAt: NOW,
    tables: { ...state.tables, team: new Map(all.map((one) => [one.id, one])) },
  }));
const byRoad = (seconds: Readonly<Record<string, number>>): RoadTimes => ({
  by: 'emergency-car',
  ground: { inWater: false, unchecked: [] },
  times: new Map(
    Object.entries(seconds).map(([id, one]) => [
      id,
      { tag: 'reached', seconds: one, meters: one * 10, offRoad: 0 },
    ]),
  ),
});
const roadsSay = async (
  roads: RoadTimes,
  { questionId = asked().at(-1)!.id, before = null as BeforeRoads | null } = {},
): Promise<void> => {
  useRoads.setState({
    asked: { questionId, kind: 'team', place: [113, 29], roads, routes: new Map(), before },
  });
  await allCame();
};

describe('the answer to the question in hand', () => {
  let stops: (() => void)[] = [];
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse(NOW) });
    vi.mocked(askRoads).mockReset();
    vi.mocked(dropRoadsQuestion).mockReset();
    useRecords.setState(emptyRecords);
    useRoads.setState(initialRoads);
    useSession.setState({ ...initialSession, auth: { tag: 'signed-in', account } });
    stops = [startClock(), followAnswer()];
    teams(team('near', { lng: 113.01 }), team('far', { lng: 113.05 }));
  });
  afterEach(() => {
    stops.forEach((stop) => stop());
    vi.useRealTimers();
  });

  it('is none while nothing is asked, and none before anything is loaded', async () => {
    expect([shown(), asked()]).toEqual([null, []]);
    useRecords.setState(emptyRecords);
    hold();
    expect([shown(), asked()]).toEqual([null, []]);
    teams(team('near', { lng: 113.01 }));
    await allCame();
    expect([order(), asked().length]).toEqual([['near'], 1]);
  });

  it('is ranked once and asked once, whatever else happens on the screen', async () => {
    hold();
    const first = shown();
    expect(order()).toEqual(['near', 'far']);
    hold({ title: '河堤漫水', note: '两处' });
    useSession.setState({ hover: { kind: 'team', id: 'far' }, theme: 'night', sheetOpen: true });
    useRecords.setState((state) => ({
      tables: { ...state.tables, contact: new Map() },
      lastSyncAt: '2026-11-22T04:00:02Z',
    }));
    await allCame();
    expect(shown()).toBe(first);
    expect(asked()).toHaveLength(1);
  });

  it('is asked once for a round of the server that changes several kinds', async () => {
    hold();
    teams(team('near', { lng: 113.02 }));
    useRecords.setState((state) => ({ tables: { ...state.tables, shelter: new Map() } }));
    useRecords.setState((state) => ({ tables: { ...state.tables, depot: new Map() } }));
    expect(asked()).toHaveLength(1);
    await allCame();
    expect(asked()).toHaveLength(2);
  });

  it.each<[string, () => void]>([
    ['the incident is moved', () => hold({ place: [113.04, 29] })],
    ['its kind is said', () => hold({ kind: 'flood' })],
    ['another incident is taken up at the same place', () => hold({ id: 'i2' })],
    ['another kind is looked at', () => useSession.setState({ tab: 'depot' })],
    [
      'a filter is set',
      () => useSession.setState(({ filters }) => ({ filters: { ...filters, count: 1 } })),
    ],
    ['it rains', () => useSession.setState({ rain: true })],
    ['a record changes', () => teams(team('near', { lng: 113.02 }))],
    ['something else is closed', () => useRoads.setState({ obstacles: [] })],
    ['time has gone by', () => vi.advanceTimersByTime(31_000)],
  ])('is asked anew when %s', async (_, change) => {
    hold();
    change();
    await allCame();
    expect(asked()).toHaveLength(2);
    expect(asked()[1]!.obstacles).toBe(useRoads.getState().obstacles);
    expect(asked()[1]!.question.kind).toBe(useSession.getState().tab);
  });

  it('follows the roads of its own question, also while the same one is asked again', async () => {
    hold();
    await roadsSay(byRoad({ near: 900, far: 300 }));
    expect(order()).toEqual(['far', 'near']);
    vi.advanceTimersByTime(31_000);
    expect(asked()).toHaveLength(2);
    expect(order()).toEqual(['far', 'near']);
    // The roads of the place of before say nothing about another one.
    const { id } = asked()[1]!;
    hold({ place: [113.001, 29] });
    expect(order()).toEqual(['near', 'far']);
    await roadsSay(byRoad({ near: 900, far: 300 }), { questionId: id });
    expect(order()).toEqual(['near', 'far']);
  });

  it('stays the same question when the incident is saved', async () => {
    hold();
    await roadsSay(byRoad({ near: 900, far: 300 }));
    const { questionId } = shown()!;
    const saved = { id: 'i1', lng: 113, lat: 29, kind: null, note: null } as unknown as Incident;
    useRecords.setState((state) => ({
      tables: { ...state.tables, incident: new Map([['i1', saved]]) },
    }));
    useSession.setState({ focus: { tag: 'saved', id: 'i1' } });
    expect([shown()!.questionId, order(), asked().length]).toEqual([
      questionId,
      ['far', 'near'],
      1,
    ]);
  });

  it('tells what became of it, until the incident is another one', async () => {
    hold();
    const before = { roads: byRoad({ near: 100, far: 300 }), causes: new Map() };
    await roadsSay(byRoad({ near: 900, far: 300 }), { before });
    expect(shown()!.changes.map(({ id }) => id)).toContain('near');
    hold({ place: [113.001, 29] });
    expect(shown()!.changes).toEqual([]);
    hold();
    // Back again: something may have been closed meanwhile, so that the roads are asked anew before they count.
    expect([order(), shown()!.changes]).toEqual([['near', 'far'], []]);
  });

  it('rests while somebody works on the register, and begins anew afterwards', async () => {
    const obstacle = {
      id: 'c',
      version: 1,
      geometry: { type: 'Point' as const, coordinates: [113, 29] },
    };
    useRoads.setState({ obstacles: [obstacle] });
    hold();
    await roadsSay(byRoad({ near: 900, far: 300 }));
    const { questionId } = shown()!;
    expect(useRoads.getState().comparedWith).toEqual([obstacle]);
    useSession.setState({ mode: 'records' });
    expect([shown(), useRoads.getState().comparedWith]).toEqual([null, null]);
    useRoads.setState({ obstacles: [] });
    await allCame();
    expect(asked()).toHaveLength(1);
    useSession.setState({ mode: 'command' });
    // What the roads said before is an answer of then, and would be taken for one of now.
    expect([order(), asked().length]).toEqual([['near', 'far'], 2]);
    expect(shown()!.questionId).not.toBe(questionId);
    expect(useRoads.getState().comparedWith).toEqual([]);
  });

  it('takes nothing that the roads said to the console of before in the same tab', async () => {
    hold();
    await roadsSay(byRoad({ near: 900, far: 300 }));
    expect(order()).toEqual(['far', 'near']);
    stops.forEach((stop) => stop());
    expect([shown(), vi.mocked(dropRoadsQuestion).mock.calls.length]).toEqual([null, 1]);
    // Somebody else signs in; the roads still hold what they said last.
    stops = [startClock(), followAnswer()];
    hold();
    expect(order()).toEqual(['near', 'far']);
  });

  it('goes on while a threshold is shown, whatever part of the people’s screen was open before', () => {
    useSession.setState({
      auth: { tag: 'signed-in', account: { ...account, role: 'admin' } },
    });
    usePeople.setState({ view: 'districts' });
    hold();
    const comparison = useRoads.getState().comparedWith;
    showThreshold('near_tie', '0');
    expect([asked().length, useRoads.getState().comparedWith]).toEqual([1, comparison]);
    expect(shown()).not.toBeNull();
  });

  it('says that there is none where ranking fails, and whoever changed something goes on', async () => {
    hold();
    const broken = {
      ...team('broken'),
      get lng(): number {
        throw new Error('broken');
      },
    };
    expect(() => useSession.setState({ rain: true })).not.toThrow();
    teams(broken);
    await allCame();
    expect([shown(), String(useAnswer.getState().failed)]).toEqual([null, 'Error: broken']);
    teams(team('near', { lng: 113.01 }));
    await allCame();
    expect([order(), useAnswer.getState().failed]).toEqual([['near'], null]);
  });

  it('is gone when it is stopped, and asks nothing any more', () => {
    hold();
    stops[1]!();
    expect(shown()).toBeNull();
    hold({ place: [113.04, 29] as LngLat });
    expect([shown(), asked().length]).toEqual([null, 1]);
  });
});
