/** What became of an answer when something else was closed: the same question answered under both. */
import type { Meters, Seconds } from '../model/index.ts';
import type { Answer, Ranked, RankedKind } from './types.ts';

/** Where a candidate stood in one of the answers. */
export interface Standing {
  /** From 1. */
  rank: number;
  /** When they would be there; null = no route by road. */
  seconds: Seconds | null;
  /** The closed road that is left where the route ends at the edge of an area; absent = none is. */
  rest?: Meters;
}

export interface RowChange {
  kind: RankedKind;
  id: string;
  name: string;
  before: Standing;
  now: Standing;
  /** Ids of what is closed now and lies on the route of before. */
  closed: readonly string[];
  /** Ids of what was closed before and lies on the route of now. */
  opened: readonly string[];
}

/** Ids of the obstacles that made the difference, by candidate; null = it comes in the same time. */
type Causes = ReadonlyMap<string, Pick<RowChange, 'closed' | 'opened'> | null>;

const standings = ({ ranked }: Answer): ReadonlyMap<string, Standing> =>
  new Map(
    ranked.map((row, i) => [row.id, { rank: i + 1, seconds: arrivalOf(row), ...restOf(row) }]),
  );

const arrivalOf = ({ terms, score }: Ranked): Seconds | null =>
  terms.some(({ tag }) => tag === 'road') ? score : null;

function restOf({ terms }: Ranked): Pick<Standing, 'rest'> {
  const rest = terms.find((term) => term.tag === 'closed-road');
  return rest === undefined ? {} : { rest: rest.meters };
}

/**
 * Those whose arrival or rank is another one, in the order they stand now. Both answers must be to the same question
 * and hold everybody who qualifies; whoever is in one of them only is left out, since it is not the roads that did it.
 */
export function answerChanges(before: Answer, now: Answer, causes: Causes): RowChange[] {
  const were = standings(before);
  const are = standings(now);
  return now.ranked.flatMap(({ kind, id, name }): RowChange[] => {
    const was = were.get(id);
    const is = are.get(id);
    if (was === undefined || is === undefined) return [];
    const cause = causes.get(id) ?? null;
    if (cause === null && was.rank === is.rank) return [];
    return [
      {
        kind,
        id,
        name,
        before: was,
        now: is,
        closed: cause?.closed ?? [],
        opened: cause?.opened ?? [],
      },
    ];
  });
}
