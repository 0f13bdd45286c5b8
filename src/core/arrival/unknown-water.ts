/** What water does of which nobody knows how deep it is, in both cases: as if it stopped a traveller, and as if it did not. */
import type { Vehicle } from '../ranking/types.ts';
import type { ActiveArea } from './active-areas.ts';
import { isUnfathomed } from './area-obstacles.ts';
import type { Obstacle } from './obstacle.ts';

/** The obstacles of the other case; null = it is what holds now. */
interface BothCases {
  ifClosed: Obstacle[] | null;
  ifOpen: Obstacle[] | null;
}

/** @param obstacles what holds now, by the office's rule for unknown depths */
export function bothCases(
  obstacles: readonly Obstacle[],
  areas: readonly ActiveArea[],
  by: Vehicle,
): BothCases {
  const unfathomed = new Set(areas.filter(isUnfathomed).map(({ id }) => id));
  const stops = ({ stops: whom }: Obstacle): boolean => whom === undefined || whom.includes(by);
  const concerned = obstacles.filter(({ id }) => unfathomed.has(id));
  const changed = (isClosed: boolean): Obstacle[] | null =>
    concerned.every((one) => stops(one) === isClosed)
      ? null
      : obstacles.map((one) => {
          if (!unfathomed.has(one.id) || stops(one) === isClosed) return one;
          const others = (one.stops ?? []).filter((vehicle) => vehicle !== by);
          return { ...one, stops: isClosed ? [...others, by] : others };
        });
  return { ifClosed: changed(true), ifOpen: changed(false) };
}
