import { describe, expect, it } from 'vitest';
import { answerChanges } from '../../../src/core/ranking/changes.ts';
import type { Answer, Ranked } from '../../../src/core/ranking/types.ts';

/** An answer of rows `[id, seconds]` in their order; null = no route. */
const answer = (...rows: [string, number | null][]): Answer =>
  ({
    ranked: rows.map(([id, seconds]) => ({
      kind: 'team',
      id,
      name: id,
      score: seconds ?? 1234,
      terms:
        seconds === null
          ? [{ tag: 'straight-line', meters: 1234, inside: false }]
          : [{ tag: 'road', seconds }],
    })),
  }) as unknown as Answer & { ranked: Ranked[] };

const cause = (closed: string[], opened: string[] = []) => ({ closed, opened });

describe('what became of an answer', () => {
  it('tells both times, both ranks and what lies on the route', () => {
    const before = answer(['a', 660], ['b', 700], ['c', 800]);
    const now = answer(['b', 700], ['c', 800], ['a', 1140]);
    const causes = new Map([['a', cause(['flood', 'slide'])]]);
    expect(answerChanges(before, now, causes)).toEqual([
      {
        kind: 'team',
        id: 'b',
        name: 'b',
        before: { rank: 2, seconds: 700 },
        now: { rank: 1, seconds: 700 },
        ...cause([]),
      },
      {
        kind: 'team',
        id: 'c',
        name: 'c',
        before: { rank: 3, seconds: 800 },
        now: { rank: 2, seconds: 800 },
        ...cause([]),
      },
      {
        kind: 'team',
        id: 'a',
        name: 'a',
        before: { rank: 1, seconds: 660 },
        now: { rank: 3, seconds: 1140 },
        ...cause(['flood', 'slide']),
      },
    ]);
  });

  it('says nothing of those who come as before', () => {
    const same = answer(['a', 660], ['b', 700]);
    expect(answerChanges(same, answer(['a', 660], ['b', 700]), new Map([['a', null]]))).toEqual([]);
  });

  it('counts no route as none, not as a distance', () => {
    const [gone] = answerChanges(
      answer(['a', 660]),
      answer(['a', null]),
      new Map([['a', cause(['flood'])]]),
    );
    expect(gone).toMatchObject({
      before: { seconds: 660 },
      now: { seconds: null },
      closed: ['flood'],
    });
  });

  it('leaves out whom only one of the answers holds: it was not the roads', () => {
    expect(answerChanges(answer(['a', 1]), answer(['b', 2]), new Map())).toEqual([]);
  });
});
