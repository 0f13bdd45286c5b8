/** Active areas as the router service knows them. */
import type { Hazard } from '../model/index.ts';
import { nextChange } from './active-areas.ts';
import type { ActiveArea } from './active-areas.ts';
import type { Obstacle, Obstacles } from './obstacle.ts';

/**
 * What the areas close, and what is only mentioned: water that does not stop somebody by rule, above all where nobody knows
 * how deep it is. The area of the incident that is asked about closes nothing: whoever is sent comes to it, and people
 * have to get out of it. (Hazards around it do close: a car does not swim because it was called.)
 * @param asked the incident in question, or null
 * @param now milliseconds, the server's clock
 */
export function areaObstacles(
  areas: readonly ActiveArea[],
  asked: string | null,
  hazards: Iterable<Hazard>,
  now: number,
): Obstacles {
  const obstacles = areas
    .filter(({ id, stops, water }) => id !== asked && (stops.length > 0 || water !== null))
    .map(({ id, version, geometry, stops }): Obstacle => ({ id, version, geometry, stops }));
  return { obstacles, holdsUntil: nextChange(hazards, now) ?? Infinity };
}

/** Water of which nobody knows how deep it is: it stops nobody by rule, and has to be mentioned. */
export const isUnfathomed = ({ water }: Pick<ActiveArea, 'water'>): boolean =>
  water !== null && water.max === null;

/** Whether two lists say the same: same areas, same records behind them, same rules. */
export const sameAreas = (a: readonly ActiveArea[], b: readonly ActiveArea[]): boolean =>
  a.length === b.length && a.every((area, i) => markOf(area) === markOf(b[i]!));

const markOf = ({ id, version, stops, threatens, rules }: ActiveArea): string =>
  [
    id,
    version,
    stops.join(),
    threatens,
    ...rules.map(({ setting }) => `${setting?.id} ${setting?.version}`),
  ].join(' ');
