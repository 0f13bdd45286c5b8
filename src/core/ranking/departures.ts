/** Who left the top of an answer since it was read, and what the register says about why. */
import type { Availability, Instant, Team } from '../model/index.ts';
import type { Answer, LeftOutBecause, RankedKind, RankingTables } from './types.ts';

/** An answer as it was read, with the records it was made from. */
export interface Baseline {
  answer: Answer;
  tables: RankingTables;
}

type DepartureCause =
  /** The register no longer shows it: archived, or not for this account. */
  | { tag: 'gone' }
  | { tag: 'availability'; value: Availability; at: Instant | null }
  | { tag: 'left-out'; because: LeftOutBecause }
  /** It was reported at another place, or its place was put elsewhere. */
  | { tag: 'moved'; at: Instant | null }
  /** Something else about it was written. */
  | { tag: 'changed'; at: Instant }
  /** It is as it was; others, named, stand before it now. */
  | { tag: 'overtaken'; by: readonly string[] };

export interface Departure {
  kind: RankedKind;
  id: string;
  name: string;
  /** From 1. */
  before: number;
  /** null = not on the list. */
  now: number | null;
  cause: DepartureCause;
  /** Who says so: the source of the record; null = it is gone. */
  source: string | null;
}

/**
 * Those who were listed in `before` and are not any more, and whoever was first and is not, in the order they had.
 * Both answers must be to the same question. Roads are reported elsewhere: `saidElsewhere` are ids to leave out.
 */
export function departures(
  before: Baseline,
  now: Baseline,
  saidElsewhere: ReadonlySet<string>,
): Departure[] {
  const rankNow = new Map(now.answer.ranked.map(({ id }, i) => [id, i + 1]));
  return before.answer.ranked.flatMap(({ kind, id, name }, i): Departure[] => {
    const rank = rankNow.get(id) ?? null;
    const left = rank === null || (i === 0 && rank > 1);
    if (!left || saidElsewhere.has(id)) return [];
    const source = now.tables[kind].get(id)?.source ?? null;
    return [
      { kind, id, name, before: i + 1, now: rank, cause: causeOf(kind, id, before, now), source },
    ];
  });
}

function causeOf(kind: RankedKind, id: string, before: Baseline, now: Baseline): DepartureCause {
  const was = before.tables[kind].get(id);
  const is = now.tables[kind].get(id);
  if (is === undefined) return { tag: 'gone' };
  const [teamWas, teamIs] =
    kind === 'team' ? [before.tables.team.get(id), now.tables.team.get(id)] : [];
  if (teamIs !== undefined && teamIs.availability !== teamWas?.availability)
    return { tag: 'availability', value: teamIs.availability, at: teamIs.availabilityAt };
  const leftOut = now.answer.leftOut.find((row) => row.id === id);
  if (leftOut !== undefined) return { tag: 'left-out', because: leftOut.because };
  if (teamIs !== undefined && isSeenElsewhere(teamIs, teamWas))
    return { tag: 'moved', at: teamIs.positionAt };
  if (was?.lng !== is.lng || was?.lat !== is.lat) return { tag: 'moved', at: is.updatedAt };
  if (was !== is) return { tag: 'changed', at: is.updatedAt };
  return { tag: 'overtaken', by: overtakersOf(id, before.answer, now.answer) };
}

const isSeenElsewhere = (is: Team, was: Team | undefined): boolean =>
  is.positionLng !== was?.positionLng || is.positionLat !== was.positionLat;

/** The names of those that stood behind a candidate, or not on the list, and are on it now. */
function overtakersOf(id: string, before: Answer, now: Answer): string[] {
  const were = new Map(before.ranked.map((row, i) => [row.id, i]));
  const own = were.get(id) ?? Infinity;
  return now.ranked.filter((row) => (were.get(row.id) ?? Infinity) > own).map(({ name }) => name);
}
