/** What the roads are asked about closures: which roads each closes, and what is drawn of all that is closed now. */
import type { Geometry } from 'geojson';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followClosed } from '../../../src/actions/roads/follow-closed.ts';
import { roadsAt } from '../../../src/actions/roads/road-worker.ts';
import type { Obstacle } from '../../../src/core/arrival/index.ts';
import type { Closure, LngLat, RoadNetworkInfo } from '../../../src/core/model/index.ts';
import { emptyRecords, useRecords } from '../../../src/state/records.ts';
import { initialRegister, setDraft, useRegister } from '../../../src/state/register.ts';
import { initialRoads, useRoads } from '../../../src/state/roads.ts';

vi.mock('../../../src/actions/roads/road-worker.ts', () => ({ roadsAt: vi.fn() }));

const START = Date.parse('2026-11-22T04:00:00Z');
const at = (seconds: number): string => new Date(START + seconds * 1000).toISOString();
const line = (lng: number): Geometry => ({ type: 'LineString', coordinates: [[lng, 29], [lng + 0.1, 29]] }); // prettier-ignore
const network = (checksum: string): RoadNetworkInfo =>
  ({ checksum, bbox: [112, 28, 116, 30] }) as unknown as RoadNetworkInfo;

const closure = (id: string, given: Partial<Closure> = {}): Closure =>
  ({
    id,
    reason: id,
    fromAt: at(-60),
    untilAt: null,
    liftedAt: null,
    geometry: line(113),
    version: 1,
    archivedAt: null,
    ...given,
  }) as Closure;
const hold = (...closures: Closure[]): void =>
  useRecords.setState((state) => ({
    status: { tag: 'live' },
    tables: { ...state.tables, closure: new Map(closures.map((one) => [one.id, one])) },
  }));
const draft = (id: string, inputs: Record<string, unknown>): void =>
  setDraft(id, { kind: 'closure', id, base: null, inputs: inputs as never, save: { tag: 'editing' } }); // prettier-ignore

describe('what is drawn and told of what closes roads', () => {
  const asked: [string, string[]][] = [];
  let places: LngLat[] = [];
  let worker: ((call: string, obstacles: readonly Obstacle[]) => unknown) | null = null;
  let stop = (): void => undefined;

  beforeEach(() => {
    vi.useFakeTimers({ now: START });
    asked.length = 0;
    places = [];
    worker = (call, obstacles) =>
      call === 'effects'
        ? obstacles.map(({ id }) => ({ of: id }))
        : { inForce: obstacles.map(({ id }) => id), drafts: [] };
    vi.mocked(roadsAt).mockImplementation((place: LngLat) => {
      places.push(place);
      const answers = worker;
      if (answers === null) return Promise.resolve(null);
      return Promise.resolve({
        call: (name: string, [obstacles]: [readonly Obstacle[]]) => {
          asked.push([name, obstacles.map(({ id }) => id)]);
          return Promise.resolve(answers(name, obstacles));
        },
      } as never);
    });
    useRecords.setState(emptyRecords);
    useRegister.setState(initialRegister);
    useRoads.setState({ ...initialRoads, status: { tag: 'ready', network: network('n1') } });
    stop = followClosed();
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });
  const soon = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
  const known = (): string[] => [...useRoads.getState().closures.effects.keys()];
  const drawn = (): unknown => useRoads.getState().closures.lines.inForce;

  it('asks nothing while nothing is closed', async () => {
    await soon();
    expect([places, asked]).toEqual([[], []]);
  });

  it('tells of every closure that is not long over, and draws those that hold', async () => {
    hold(
      closure('now'),
      closure('later', { fromAt: at(60) }),
      closure('lifted', { liftedAt: at(-30) }),
      closure('long ago', { fromAt: at(-1e7), untilAt: at(-9e6) }),
      closure('elsewhere', { geometry: line(120) }),
    );
    await soon();
    expect(known()).toEqual(['now', 'later', 'lifted']);
    expect(drawn()).toEqual(['now', 'elsewhere']);
  });

  it('asks once for several changes in one go', async () => {
    hold(closure('a'));
    hold(closure('a'), closure('b'));
    draft('c', { geom: line(114) });
    await soon();
    expect(asked).toEqual([
      ['effects', ['a', 'b', 'c']],
      ['closedLines', ['a', 'b', 'c']],
    ]);
  });

  it('asks where the question is, else where a closure is being drawn, else where one is', async () => {
    hold(closure('a'));
    await soon();
    draft('b', { geom: line(114) });
    await soon();
    useRoads.setState({ asked: { place: [113.5, 29.5] } as never });
    hold(closure('a', { version: 2 }));
    await soon();
    expect(places).toEqual([[113.1, 29], [114.1, 29], [113.5, 29.5]]); // prettier-ignore
  });

  it('asks again when time opens a road, when another network is there, and when a sketch changes', async () => {
    hold(closure('a', { untilAt: at(60) }));
    await soon();
    asked.length = 0;
    await vi.advanceTimersByTimeAsync(61_000);
    expect(asked.at(-1)).toEqual(['closedLines', []]);
    asked.length = 0;
    useRoads.setState({ status: { tag: 'loading' } });
    useRoads.setState({ status: { tag: 'ready', network: network('n2') } });
    await soon();
    expect(asked).toHaveLength(2);
    useRoads.setState({ status: { tag: 'ready', network: network('n2') } });
    await soon();
    expect(asked).toHaveLength(2);
    useRegister.setState({
      drawing: { kind: 'closure', id: 'd', tool: 'line', sketch: line(115) },
    });
    await soon();
    expect(asked.at(-1)).toEqual(['closedLines', ['d']]);
  });

  it('tells again of a closure that changed without closing something else', async () => {
    hold(closure('later', { fromAt: at(60) }));
    await soon();
    asked.length = 0;
    hold();
    await soon();
    expect([known(), drawn()]).toEqual([[], []]);
  });

  it('lets the newest look count, and forgets all where no roads are', async () => {
    let answerFirst: (effects: unknown) => void = () => undefined;
    worker = (call) =>
      call === 'effects'
        ? new Promise((done) => (answerFirst = done))
        : { inForce: ['first'], drafts: [] };
    hold(closure('a'));
    await soon();
    worker = (call, obstacles) =>
      call === 'effects' ? obstacles : { inForce: ['second'], drafts: [] };
    hold(closure('b'));
    await soon();
    answerFirst([{}]);
    await soon();
    expect([known(), drawn()]).toEqual([['b'], ['second']]);
    worker = null;
    hold(closure('c'));
    await soon();
    expect(useRoads.getState().closures).toBe(initialRoads.closures);
  });

  it('leaves nothing behind when it stops', async () => {
    hold(closure('a'));
    await soon();
    useRoads.setState({ aimedAt: {} as never });
    asked.length = 0;
    stop();
    const { obstacles, areas, closures, aimedAt } = useRoads.getState();
    expect([obstacles, areas, closures, aimedAt]).toEqual([[], [], initialRoads.closures, null]);
    hold(closure('a'), closure('b'));
    await soon();
    expect(asked).toEqual([]);
  });
});
