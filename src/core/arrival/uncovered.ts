/** Whom nobody reaches in time: settlements and their people by how long the first team takes. */
import type { Seconds } from '../model/index.ts';

export interface Tally {
  places: number;
  /** Of those places whose people are recorded. */
  people: number;
  /** Places whose people are not. */
  unrecorded: number;
}

export interface Uncovered {
  /** Per limit: those reached by then and not by the one before. */
  within: Tally[];
  /** Not within the last limit, or not at all. */
  beyond: Tally;
  /** Without a road near them: nothing is known of them. */
  noRoad: Tally;
}

const nothing = (): Tally => ({ places: 0, people: 0, unrecorded: 0 });

/** `times` as of `firstTeams`: Infinity = beyond, NaN = no road. `people` in the same order, null = not recorded. */
export function tallyTimes(
  times: ArrayLike<Seconds>,
  people: readonly (number | null)[],
  limits: readonly Seconds[],
): Uncovered {
  const within = limits.map(nothing);
  const [beyond, noRoad] = [nothing(), nothing()];
  people.forEach((count, i) => {
    const seconds = times[i]!;
    const band = limits.findIndex((limit) => seconds <= limit);
    const tally = Number.isNaN(seconds) ? noRoad : (within[band] ?? beyond);
    tally.places++;
    if (count === null) tally.unrecorded++;
    else tally.people += count;
  });
  return { within, beyond, noRoad };
}

/** Everything that is not reached by a limit, by its number: the rest of the bands and what lies beyond. */
export function notBy({ within, beyond }: Uncovered, limit: number): Tally {
  return [...within.slice(limit + 1), beyond].reduce(
    (sum, { places, people, unrecorded }) => ({
      places: sum.places + places,
      people: sum.people + people,
      unrecorded: sum.unrecorded + unrecorded,
    }),
    nothing(),
  );
}
