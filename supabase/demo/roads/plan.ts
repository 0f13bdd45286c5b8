/** Which roads the county has: a trunk road along the river, provincial roads, county roads, and one to each village. */
import { isInside } from '../geometry/lines.ts';
import { distanceBetween } from '../geometry/plane.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import type { Borders } from '../land/borders.ts';
import { townships } from '../land/places.ts';
import type { Site } from './sites.ts';
import { randomFor } from '../random.ts';
import type { Ground } from './ground.ts';
import { roadWorks } from './works.ts';
import type { RoadClass, Works } from './works.ts';

const KM = 1000;

/** Long roads as lists of township short names and of places where they leave the county (kilometres in the plane). */
const LONG_ROADS: readonly {
  class: RoadClass;
  name: string;
  via: readonly (string | readonly [number, number])[];
}[] = [
  {
    class: 'trunk',
    name: 'G999 国道',
    via: [[-27.5, 12.5], '望渡', '云洄', '双汊', '黄沙渡', [27.5, -9]],
  },
  {
    class: 'primary',
    name: 'S901 省道',
    via: [[-0.5, 21.5], '云坳', '金竹', '云洄', '桐坪', '石梁', [-20.5, -18.5]],
  },
  { class: 'primary', name: 'S902 省道', via: ['双汊', '白鹤', [24, 13.5]] },
  { class: 'primary', name: 'S903 省道', via: ['云洄', '麻塘', [12, -20.5]] },
  { class: 'secondary', name: 'X901 县道', via: ['望渡', '龙须坪', [-11.5, 20.5]] },
  { class: 'secondary', name: 'X902 县道', via: ['望渡', '上源', '石梁'] },
  { class: 'secondary', name: 'X903 县道', via: ['桐坪', '枫林坳', '麻塘'] },
  { class: 'secondary', name: 'X904 县道', via: ['云洄', '长冲', '云坳'] },
  { class: 'secondary', name: 'X905 县道', via: ['金竹', '双汊'] },
  { class: 'secondary', name: 'X906 县道', via: ['麻塘', '黄沙渡'] },
  { class: 'secondary', name: 'X912 县道', via: ['双汊', [12, -4.6], '麻塘'] },
  { class: 'secondary', name: 'X907 县道', via: ['上源', '桐坪'] },
  { class: 'secondary', name: 'X908 县道', via: ['长冲', '龙须坪'] },
  { class: 'secondary', name: 'X909 县道', via: ['金竹', '白鹤'] },
  { class: 'secondary', name: 'X910 县道', via: ['云洄', '枫林坳'] },
  { class: 'secondary', name: 'X911 县道', via: ['白鹤', '黄沙渡'] },
];

/** Lays every road; afterwards all sites hang together in one network. */
export function buildRoads(ground: Ground, sites: readonly Site[], { county }: Borders): Works {
  const random = randomFor('roads');
  const open = new Set(
    ground.points.map((_, i) => i).filter((i) => isInside(ground.points[i] as PlanePoint, county)),
  );
  const works = roadWorks(ground, (point) => open.has(point));
  const seats = new Map(
    townships.map(({ shortName }, t) => [
      shortName,
      t === 0
        ? ground.middle
        : (sites.find(({ township, kind }) => township === t && kind === 'seat')?.point ?? -1),
    ]),
  );
  const stop = (via: string | readonly [number, number]): number =>
    typeof via === 'string' ? (seats.get(via) ?? -1) : ground.nearest([via[0] * KM, via[1] * KM]);

  for (const road of LONG_ROADS)
    road.via.forEach((via, i) => {
      const next = road.via[i + 1];
      if (next !== undefined) works.build(stop(via), stop(next), road);
    });
  for (const { from, to, street } of ground.streets)
    works.lay(from, to, {
      class: street.class,
      name: street.bridge ?? street.name,
      bridge: street.bridge !== null,
    });

  const villages = sites.filter(({ kind }) => kind === 'village');
  const fromMiddle = (site: Site): number => {
    const seat = ground.points[
      seats.get(townships[site.township]?.shortName ?? '') ?? 0
    ] as PlanePoint;
    return distanceBetween(site.place, seat);
  };
  let number = 1;
  const nextName = (): string => `Y${String(number++).padStart(3, '0')} 乡道`;
  for (const site of [...villages].sort((a, b) => fromMiddle(a) - fromMiddle(b)))
    if (!works.isOnRoad(site.point))
      works.build(site.point, 'any road', { class: 'tertiary', name: nextName() });
  // A second way out for some, so that the network is not a tree.
  for (const site of villages) {
    if (!random.chance(0.5)) continue;
    const near = villages
      .filter((other) => other !== site)
      .sort((a, b) => distanceBetween(a.place, site.place) - distanceBetween(b.place, site.place));
    const other = near[random.whole(0, 2)];
    if (other && distanceBetween(other.place, site.place) < 4200)
      works.build(
        site.point,
        other.point,
        { class: random.chance(0.6) ? 'tertiary' : 'track', name: nextName() },
        0.8,
      );
  }
  return works;
}
