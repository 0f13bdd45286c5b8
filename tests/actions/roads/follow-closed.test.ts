/** What closes roads is right at every moment: by the clock, by drafts, by what is being drawn. */
import type { Geometry } from 'geojson';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginComparison, forgetChanges } from '../../../src/actions/roads/compare-closures.ts';
import { followClosed } from '../../../src/actions/roads/follow-closed.ts';
import type { Closure } from '../../../src/core/model/index.ts';
import { emptyRecords, useRecords } from '../../../src/state/records.ts';
import { initialRegister, setDraft, useRegister } from '../../../src/state/register.ts';
import { initialRoads, useRoads } from '../../../src/state/roads.ts';

const START = Date.parse('2026-11-22T04:00:00Z');
const at = (seconds: number): string => new Date(START + seconds * 1000).toISOString();
const line = (lng: number): Geometry => ({ type: 'LineString', coordinates: [[lng, 29], [lng + 0.1, 29]] }); // prettier-ignore

const closure = (id: string, given: Partial<Closure> = {}): Closure => ({
  id,
  districtCode: '0',
  reason: id,
  fromAt: at(-60),
  untilAt: null,
  liftedAt: null,
  source: 'test',
  lng: 113,
  lat: 29,
  geometry: line(113),
  version: 1,
  createdAt: at(-60),
  updatedAt: at(-60),
  updatedBy: null,
  archivedAt: null,
  ...given,
});

const hold = (...closures: Closure[]): void =>
  useRecords.setState((state) => ({
    status: { tag: 'live' },
    tables: { ...state.tables, closure: new Map(closures.map((one) => [one.id, one])) },
  }));
const draft = (id: string, base: Closure | null, inputs: Record<string, unknown>): void =>
  setDraft(id, { kind: 'closure', id, base, inputs: inputs as never, save: { tag: 'editing' } });
const closed = (): string[] =>
  useRoads.getState().obstacles.map(({ id, draft: isDraft }) => (isDraft === true ? `${id}?` : id));
const compared = (): string[] | null =>
  useRoads.getState().comparedWith?.map(({ id }) => id) ?? null;

describe('what closes roads', () => {
  let stop = (): void => undefined;
  beforeEach(() => {
    vi.useFakeTimers({ now: START });
    useRecords.setState(emptyRecords);
    useRegister.setState(initialRegister);
    useRoads.setState(initialRoads);
    stop = followClosed();
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('opens by itself when a time is over, and closes when one begins, without any record', () => {
    hold(
      closure('ends', { untilAt: at(60) }),
      closure('begins', { fromAt: at(30), untilAt: at(90) }),
    );
    const seen = [closed()];
    for (const seconds of [29, 2, 28, 2, 28, 2]) {
      vi.advanceTimersByTime(seconds * 1000);
      seen.push(closed());
    }
    expect(seen).toEqual([
      ['ends'],
      ['ends'],
      ['ends', 'begins'],
      ['ends', 'begins'],
      ['begins'],
      ['begins'],
      [],
    ]);
  });

  it('goes by the clock of the server', () => {
    hold(closure('ends', { untilAt: at(60) }));
    useRecords.setState({ clockOffsetMs: 61_000 });
    expect(closed()).toEqual([]);
  });

  it('is the same reference while nothing else is closed', () => {
    hold(closure('a'));
    const before = useRoads.getState().obstacles;
    hold(closure('a'));
    draft('a', closure('a'), { reason: 'another word' });
    expect(useRoads.getState().obstacles).toBe(before);
  });

  it('counts drafts and what is being drawn, and forgets them when they are let go', () => {
    draft('new', null, { geom: line(114) });
    expect(closed()).toEqual(['new?']);
    useRegister.setState({
      drawing: { kind: 'closure', id: 'drawn', tool: 'line', sketch: line(115) },
    });
    expect(closed()).toEqual(['new?', 'drawn?']);
    useRegister.setState({ drawing: null });
    setDraft('new', null);
    expect(closed()).toEqual([]);
  });

  it('is compared with what was closed when the question was asked, adding up until it was read', () => {
    hold(closure('old'));
    beginComparison();
    hold(closure('old'), closure('a'));
    hold(closure('old'), closure('a'), closure('b'));
    expect(compared()).toEqual(['old']);
    forgetChanges();
    expect(compared()).toEqual(['old', 'a', 'b']);
  });

  it('tells what opens against the moment before, but a draft that was let go never was', () => {
    hold(closure('old'));
    beginComparison();
    draft('new', null, { geom: line(114) });
    setDraft('new', null);
    expect([closed(), compared()]).toEqual([['old'], ['old']]);
    hold(closure('old'), closure('a'));
    hold(closure('old'));
    expect(compared()).toEqual(['old', 'a']);
    beginComparison();
    hold();
    expect(compared()).toEqual(['old']);
  });

  it('takes more records that come in for more knowledge, not for a change', () => {
    beginComparison();
    useRecords.setState({ status: { tag: 'loading', loaded: 0, total: null } });
    useRecords.setState((state) => ({
      tables: { ...state.tables, closure: new Map([['a', closure('a')]]) },
    }));
    expect(compared()).toEqual(['a']);
  });
});
