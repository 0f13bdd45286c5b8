/** Where people live: points of the road ground chosen for level land near water, spread over their township. */
import { isInside } from '../geometry/lines.ts';
import { distanceBetween } from '../geometry/plane.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import { randomFor } from '../random.ts';
import type { Ground } from './ground.ts';
import { TOWN_COMMUNITIES, villageNames } from '../names.ts';
import type { Borders } from '../land/borders.ts';
import { townships } from '../land/places.ts';
import { mainRiver, riverHalfWidth, tributaries } from '../land/rivers.ts';
import { heightAt } from '../land/terrain.ts';

export interface Site {
  name: string;
  /** Place in `townships`. */
  township: number;
  /** Point of the road ground. */
  point: number;
  place: PlanePoint;
  kind: 'town' | 'seat' | 'village';
}

const waterDistance = (place: PlanePoint): number =>
  tributaries.reduce(
    (least, { course }) => Math.min(least, course.nearest(place).distance),
    mainRiver.nearest(place).distance,
  );

/** On which bank of the river, looking downstream. */
function bankOf(place: PlanePoint): 'left' | 'right' {
  const { along } = mainRiver.nearest(place);
  return distanceBetween(mainRiver.aside(along, 300), place) <
    distanceBetween(mainRiver.aside(along, -300), place)
    ? 'left'
    : 'right';
}

/** How willingly people settle at a place, 0..1: low, level, not far from water, not in it. */
function appeal(place: PlanePoint): number {
  const { distance, along } = mainRiver.nearest(place);
  if (distance < riverHalfWidth(along) + 170) return 0;
  const height = heightAt(place);
  const water = waterDistance(place);
  if (water < 90) return 0;
  return (
    Math.exp(-Math.max(0, height - 120) / 150) * Math.exp(-water / 2600) +
    0.015 * Math.exp(-height / 700)
  );
}

/** `count` of the points, as far from one another as chance and room allow. */
function spread(
  points: readonly number[],
  count: number,
  placeOf: (point: number) => PlanePoint,
): number[] {
  const chosen: number[] = [];
  for (let apart = 460; chosen.length < count && apart > 0; apart -= 40)
    for (const point of points) {
      const isClear = chosen.every(
        (other) => distanceBetween(placeOf(other), placeOf(point)) > apart,
      );
      if (chosen.length < count && isClear) chosen.push(point);
    }
  return chosen;
}

export function settlementSites(ground: Ground, { townships: rings, county }: Borders): Site[] {
  const random = randomFor('sites');
  const names = villageNames(townships.reduce((sum, { villages }) => sum + villages, 0));
  const sites: Site[] = [];
  const placeOf = (point: number): PlanePoint => ground.points[point] as PlanePoint;
  const isTaken = (place: PlanePoint, apart: number): boolean =>
    sites.some((site) => distanceBetween(site.place, place) < apart);
  const settle = (name: string, township: number, point: number, kind: Site['kind']): void => {
    sites.push({ name, township, point, place: placeOf(point), kind });
  };

  const isBuildable = (place: PlanePoint): boolean => mainRiver.nearest(place).distance > 190;
  const inTown = new Set(ground.streets.flatMap(({ from, to }) => [from, to]));
  townships.forEach(({ seat, shortName }, t) => {
    const isTown = t === 0;
    if (isTown) {
      const free = random.shuffled([...inTown].filter((point) => isBuildable(placeOf(point))));
      for (const bank of ['left', 'right'] as const) {
        const own = free.filter((point) => bankOf(placeOf(point)) === bank);
        const names = TOWN_COMMUNITIES[bank];
        spread(own, names.length, placeOf)
          .sort(
            (a, b) =>
              mainRiver.nearest(placeOf(a)).distance - mainRiver.nearest(placeOf(b)).distance,
          )
          .forEach((point, i) => settle(`${names[i] ?? ''}社区`, t, point, 'town'));
      }
      return;
    }
    const point = ground.nearest(seat, (candidate) => appeal(placeOf(candidate)) > 0.1);
    settle(`${shortName}社区`, t, point, 'seat');
  });

  const candidates = ground.points
    .map((place, point) => ({
      place,
      point,
      weight: inTown.has(point) || !isInside(place, county) ? 0 : appeal(place),
    }))
    .filter(({ weight }) => weight > 0);
  let named = 0;
  townships.forEach(({ villages }, t) => {
    const ring = rings[t] ?? [];
    const own = candidates.filter(({ place }) => isInside(place, ring));
    const total = own.reduce((sum, { weight }) => sum + weight, 0);
    const wanted = villages - sites.filter(({ township }) => township === t).length;
    let apart = 1500;
    for (let found = 0; found < wanted; apart *= 0.985) {
      let left = random.next() * total;
      const chosen = own.find(({ weight }) => (left -= weight) < 0);
      if (!chosen || isTaken(chosen.place, apart) || !isInside(chosen.place, ring)) continue;
      settle(`${names[named] ?? ''}村`, t, chosen.point, 'village');
      named += 1;
      found += 1;
    }
  });
  return sites;
}
