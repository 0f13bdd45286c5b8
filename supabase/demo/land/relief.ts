/** Hills and woods as areas inside the county: bands of height, woods where noise and height agree, names for summits. */
import { courseOf } from '../geometry/course.ts';
import { areasAbove, gridOf } from '../geometry/contours.ts';
import type { Grid } from '../geometry/contours.ts';
import { areaOf, isInside, thinned } from '../geometry/lines.ts';
import { hills } from '../geometry/noise.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import { EXTENT, heightAt } from './terrain.ts';

interface Cover {
  class: string;
  name: string | null;
  /** An outer ring and its holes, each given open. */
  rings: PlanePoint[][];
}

/** Heights (metres) above which ground belongs to a band; bands lie on one another. */
const BANDS = [
  { class: 'hill', above: 230 },
  { class: 'hill', above: 400 },
  { class: 'mountain', above: 580 },
  { class: 'mountain', above: 760 },
] as const;
const SUMMITS = [
  '大云岭',
  '望洄尖',
  '石门界',
  '龙须峰',
  '凤形山',
  '冷泉岭',
  '雷公寨',
  '鹰嘴岩',
] as const;
const SMALLEST = 450_000;
/** Relief keeps this far inside the border, metres: contours follow the border only roughly. */
const MARGIN = 60;

const sizeOf = ({ rings }: Cover): number => Math.abs(areaOf(rings[0] ?? []));
const lighter = (ring: readonly PlanePoint[]): PlanePoint[] =>
  thinned([...ring, ring[0] as PlanePoint], 14).slice(0, -1);

/** Metres from each grid point to the county's border, negative outside. */
function depths(county: readonly PlanePoint[]): Grid {
  const border = courseOf([...county, county[0] as PlanePoint]);
  return gridOf(EXTENT, 400, (place) => {
    const { distance } = border.nearest(place);
    return (isInside(place, county) ? distance : -distance) - MARGIN;
  });
}

/** Areas inside the county where `value` (in units worth about `metres` of ground each) is positive, largest first. */
function areas(
  inside: Grid,
  of: string,
  metres: number,
  value: (place: PlanePoint) => number,
  smallest: number,
): Cover[] {
  const values = inside.values.map((depth, i) => {
    if (depth < -1000) return depth;
    const column = i % inside.columns;
    const place: PlanePoint = [
      inside.west + column * inside.step,
      inside.south + ((i - column) / inside.columns) * inside.step,
    ];
    return Math.min(depth, value(place) * metres);
  });
  return areasAbove({ ...inside, values }, 0, smallest)
    .map((rings): Cover => ({
      class: of,
      name: null,
      rings: rings.map(lighter).filter((ring) => ring.length > 3),
    }))
    .sort((a, b) => sizeOf(b) - sizeOf(a));
}

export function reliefAndWoods(county: readonly PlanePoint[]): { relief: Cover[]; woods: Cover[] } {
  const inside = depths(county);
  const relief = BANDS.flatMap(({ class: of, above }, band) =>
    areas(inside, of, 8, (place) => heightAt(place) - above, SMALLEST).map((cover, i) =>
      band === BANDS.length - 1 ? { ...cover, name: SUMMITS[i] ?? null } : cover,
    ),
  );
  const wooded = (place: PlanePoint): number => {
    const slope = Math.min(1, Math.max(0, (heightAt(place) - 170) / 160));
    return hills(place[0], place[1], 3600, 91, 4) * slope - 0.6;
  };
  const woods = areas(inside, 'wood', 6000, wooded, 380_000).map((cover, i) =>
    i === 0 ? { ...cover, name: '云洄国有林场' } : cover,
  );
  return { relief, woods };
}
