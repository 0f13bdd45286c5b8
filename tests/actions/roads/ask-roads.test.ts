/** A question to the roads ends: with an answer, asked once more of another network, or said to have failed. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { askRoads, dropRoadsQuestion } from '../../../src/actions/roads/ask-roads.ts';
import type { RoadsQuestion } from '../../../src/actions/roads/ask-roads.ts';
import { forgetRoads, roadsAt } from '../../../src/actions/roads/road-worker.ts';
import { rankingTables } from '../../../src/state/ranking-tables.ts';
import { emptyRecords } from '../../../src/state/records.ts';
import { initialRoads, useRoads } from '../../../src/state/roads.ts';
import { PortClosed } from '../../../src/workers/port.ts';

vi.mock('../../../src/actions/roads/road-worker.ts', () => ({
  roadsAt: vi.fn(),
  forgetRoads: vi.fn(),
}));

const FOUND = { times: [], ground: null, ifClosed: null, ifOpen: null, before: null };
const asked = (id: string): RoadsQuestion => ({
  id,
  question: {
    kind: 'team',
    place: [113, 29],
    eventKind: null,
    districtCode: null,
    filters: { count: 10, radius: 50_000, capabilities: [] } as never,
    areas: [],
    rain: false,
    now: '2026-11-22T04:00:00Z',
  } as never,
  tables: rankingTables(emptyRecords.tables),
  obstacles: [],
});
/** What each call of a worker does, one after the other. */
function worker(...answers: (() => Promise<unknown>)[]): string[] {
  const calls: string[] = [];
  const port = {
    call: (name: string) => {
      calls.push(name);
      const answer = answers.shift();
      return answer === undefined ? Promise.resolve([]) : answer();
    },
  };
  vi.mocked(roadsAt).mockImplementation(() => Promise.resolve(port as never));
  return calls;
}
const answered = (): string | undefined => useRoads.getState().asked?.questionId;

describe('a question to the roads', () => {
  beforeEach(() => {
    vi.mocked(forgetRoads).mockReset();
    useRoads.setState(initialRoads);
  });

  it('is asked once more where its network was replaced meanwhile', async () => {
    const calls = worker(
      () => Promise.reject(new PortClosed('closed')),
      () => Promise.resolve(FOUND),
    );
    await askRoads(asked('q1'));
    expect([calls, answered()]).toEqual([['answer', 'answer', 'routes'], 'q1']);
    expect(forgetRoads).not.toHaveBeenCalled();
  });

  it.each([
    ['the worker fails', () => Promise.reject(new Error('out of memory')), 1],
    ['it is replaced again and again', () => Promise.reject(new PortClosed('closed')), 2],
  ])('is said to have failed where %s', async (_, fails, times) => {
    const calls = worker(fails, fails);
    await askRoads(asked('q2'));
    expect([calls.length, answered()]).toEqual([times, undefined]);
    expect(forgetRoads).toHaveBeenCalledExactlyOnceWith('failed');
  });

  it('is not asked at all where nobody waits for it any more', async () => {
    let done: (found: unknown) => void = () => undefined;
    const calls = worker(() => new Promise((resolve) => (done = resolve)));
    const first = askRoads(asked('q3'));
    await vi.waitFor(() => expect(calls).toEqual(['answer']));
    const second = askRoads(asked('q4'));
    dropRoadsQuestion();
    done(FOUND);
    await Promise.all([first, second]);
    expect([calls, answered()]).toEqual([['answer'], undefined]);
    expect(forgetRoads).not.toHaveBeenCalled();
  });
});
