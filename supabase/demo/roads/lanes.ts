/** Village lanes: a few short residential streets around each village's place on the road. */
import { isInside } from '../geometry/lines.ts';
import { distanceBetween } from '../geometry/plane.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import type { Borders } from '../land/borders.ts';
import type { Site } from './sites.ts';
import { mainRiver, riverHalfWidth, tributaries } from '../land/rivers.ts';
import { isReservoir } from '../land/terrain.ts';
import { randomFor } from '../random.ts';
import type { RoadLine } from './lines.ts';

interface Lanes {
  lines: RoadLine[];
  /** For each site, the end of its first lane or, in the town, the site's own point: where its people are counted. */
  hearts: PlanePoint[];
}

const isDry = (point: PlanePoint): boolean => {
  const { distance, along } = mainRiver.nearest(point);
  return (
    distance > riverHalfWidth(along) + 45 &&
    !isReservoir(point) &&
    tributaries.every(({ course }) => course.nearest(point).distance > 35)
  );
};

/** Directions (radians) in which roads already leave a point. */
function directionsFrom(place: PlanePoint, roads: readonly RoadLine[]): number[] {
  const found: number[] = [];
  for (const { points } of roads) {
    const ends: [PlanePoint | undefined, PlanePoint | undefined][] = [
      [points[0], points[1]],
      [points.at(-1), points.at(-2)],
    ];
    for (const [end, next] of ends)
      if (end && next && distanceBetween(end, place) < 1)
        found.push(Math.atan2(next[1] - end[1], next[0] - end[0]));
  }
  return found;
}

const apart = (a: number, b: number): number =>
  Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)));

export function villageLanes(
  sites: readonly Site[],
  roads: readonly RoadLine[],
  { townships }: Borders,
): Lanes {
  const random = randomFor('lanes');
  const lines: RoadLine[] = [];
  const hearts = sites.map((site) => {
    if (site.kind === 'town') return site.place;
    const taken = directionsFrom(site.place, roads);
    const wanted = site.kind === 'seat' ? 5 : random.whole(2, 3);
    let heart: PlanePoint | null = null;
    for (let tries = 0, made = 0; made < wanted && tries < 40; tries += 1) {
      const direction = random.between(-Math.PI, Math.PI);
      if (taken.some((other) => apart(direction, other) < 0.6)) continue;
      const length = random.between(110, site.kind === 'seat' ? 420 : 260);
      const bend = random.between(-0.5, 0.5);
      const step = (share: number, turn: number): PlanePoint => [
        site.place[0] + Math.cos(direction + turn) * length * share,
        site.place[1] + Math.sin(direction + turn) * length * share,
      ];
      const points = [site.place, step(0.45, 0), step(0.75, bend * 0.5), step(1, bend)];
      const ring = townships[site.township] ?? [];
      if (!points.slice(1).every((point) => isDry(point) && isInside(point, ring))) continue;
      lines.push({ class: 'residential', name: null, bridge: false, points });
      taken.push(direction);
      heart ??= points[1] ?? null;
      made += 1;
    }
    return heart ?? site.place;
  });
  return { lines, hearts };
}
