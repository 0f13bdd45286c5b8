/** The water that runs: one river from west to east, its tributaries, and where each begins, widens and joins. */
import { courseOf } from '../geometry/course.ts';
import type { Course } from '../geometry/course.ts';
import { curveThrough, thinned } from '../geometry/lines.ts';
import { noise } from '../geometry/noise.ts';
import { between } from '../geometry/plane.ts';
import type { PlanePoint } from '../geometry/plane.ts';

interface Tributary {
  name: string;
  course: Course;
  /** river: drawn wider; stream: a brook. */
  class: 'river' | 'stream';
}

const KM = 1000;
const km = (points: readonly PlanePoint[]): PlanePoint[] =>
  points.map(([e, n]) => [e * KM, n * KM]);

/** Bends a line sideways by smooth noise; the ends stay where they are. */
function meandering(
  points: readonly PlanePoint[],
  sway: number,
  wave: number,
  salt: number,
): PlanePoint[] {
  const straight = courseOf(points);
  return points.map((point, i) => {
    const along = (i / (points.length - 1)) * straight.length;
    const fade = Math.min(1, along / 1500, (straight.length - along) / 1500);
    const side = (noise(along / wave, 0.5, salt) - 0.5) * 2 * sway * fade;
    return fade <= 0 ? point : straight.aside(along, side);
  });
}

const MAIN = km([
  [-29, 11],
  [-24, 9.5],
  [-19.5, 5.2],
  [-15, 6.8],
  [-10.5, 3.4],
  [-6, 4.2],
  [-2.5, 0.2],
  [2, -2.2],
  [6, -0.4],
  [9.5, 0.6],
  [13, -3],
  [17, -4.2],
  [20.5, -8],
  [25, -8.6],
  [30, -12.5],
]);

export const RIVER_NAME = '洄江';
export const mainRiver: Course = courseOf(
  curveThrough(meandering(curveThrough(MAIN, 250), 900, 2300, 11), 110),
);

/** Half the river's width, metres: it grows downstream and breathes a little. */
export function riverHalfWidth(along: number): number {
  return 55 + 75 * (along / mainRiver.length) + 26 * (noise(along / 900, 3.5, 12) - 0.5);
}

function into(
  receiver: Course,
  name: string,
  type: 'river' | 'stream',
  points: readonly PlanePoint[],
  salt: number,
): Tributary {
  const upper = km(points);
  const mouth = receiver.at(receiver.nearest(upper.at(-1) as PlanePoint).along);
  const line = curveThrough([...upper.slice(0, -1), mouth], 220);
  return {
    name,
    class: type,
    course: courseOf(thinned(curveThrough(meandering(line, 520, 1500, salt), 120), 6)),
  };
}

const bamboo = into(
  mainRiver,
  '金竹河',
  'river',
  [
    [4.6, 21],
    [3.2, 16.4],
    [4.4, 12.8],
    [3.4, 9.4],
    [6.4, 5.4],
    [9, 0.6],
  ],
  21,
);
const stone = into(
  mainRiver,
  '石梁河',
  'river',
  [
    [-19.5, -17],
    [-15.2, -12.6],
    [-11.4, -11],
    [-8.6, -7],
    [-4.6, -4.8],
    [-1.2, -0.8],
  ],
  22,
);
const flax = into(
  mainRiver,
  '麻塘河',
  'river',
  [
    [13.6, -19.5],
    [11.2, -15.2],
    [12.4, -10.8],
    [10.8, -7],
    [13.4, -3.2],
  ],
  23,
);
const dragon = into(
  mainRiver,
  '龙须溪',
  'stream',
  [
    [-10.5, 20.5],
    [-12.6, 15.6],
    [-11.2, 11.2],
    [-14.6, 6.6],
  ],
  24,
);
const upper = into(
  mainRiver,
  '上源溪',
  'stream',
  [
    [-25.5, -6],
    [-21, -2.6],
    [-16.5, -1.2],
    [-11, 3.4],
  ],
  25,
);
const egret = into(
  mainRiver,
  '白鹤溪',
  'stream',
  [
    [19.5, 14.5],
    [16.8, 9.4],
    [18.6, 3.4],
    [16.6, -4],
  ],
  26,
);
const maple = into(
  stone.course,
  '枫林溪',
  'stream',
  [
    [2.6, -18],
    [1.4, -12.6],
    [-2.2, -9.2],
    [-5, -5],
  ],
  27,
);
const cloud = into(
  bamboo.course,
  '云坳溪',
  'stream',
  [
    [-3.4, 16.8],
    [-1.2, 12.2],
    [3.2, 9],
  ],
  28,
);
const spring = into(
  flax.course,
  '冷泉溪',
  'stream',
  [
    [21.5, -14],
    [17, -12.4],
    [12.4, -10.6],
  ],
  29,
);
const fern = into(
  upper.course,
  '蕨溪',
  'stream',
  [
    [-22.5, 3.2],
    [-20.4, 0.6],
    [-18, -1.8],
  ],
  30,
);
const pine = into(
  egret.course,
  '松涧',
  'stream',
  [
    [11.4, 11.6],
    [14, 9],
    [17, 8.6],
  ],
  31,
);
const rock = into(
  stone.course,
  '岩门涧',
  'stream',
  [
    [-20.6, -9.4],
    [-16.8, -9.6],
    [-13.4, -11.6],
  ],
  32,
);
const hollow = into(
  mainRiver,
  '长冲溪',
  'stream',
  [
    [-5.4, 13.4],
    [-6.6, 9],
    [-5.8, 4],
  ],
  33,
);
const tea = into(
  bamboo.course,
  '茶溪',
  'stream',
  [
    [9.6, 14.2],
    [7.8, 10.6],
    [5, 7.6],
  ],
  34,
);

export const tributaries: readonly Tributary[] = [
  bamboo,
  stone,
  flax,
  dragon,
  upper,
  egret,
  maple,
  cloud,
  spring,
  fern,
  pine,
  rock,
  hollow,
  tea,
];

/** The tributary that is dammed, and between which places along it the water stands (metres from its source). */
export const dammed = {
  course: bamboo.course,
  name: '云坳水库',
  tail: bamboo.course.length * 0.17,
  dam: bamboo.course.length * 0.42,
};

/** The river as an area: its two banks, right bank reversed. */
export function riverBanks(): PlanePoint[] {
  const left: PlanePoint[] = [];
  const right: PlanePoint[] = [];
  for (let along = 0; along <= mainRiver.length; along += 170) {
    left.push(mainRiver.aside(along, riverHalfWidth(along)));
    right.push(mainRiver.aside(along, -riverHalfWidth(along)));
  }
  return [...right, ...left.reverse()];
}

/** A long sandbank in the river below the county town (a hole in the water). `along`/`length` in metres. */
export function sandbank(along: number, length: number): PlanePoint[] {
  const ring: PlanePoint[] = [];
  const steps = 18;
  for (let i = 0; i < steps; i += 1) {
    const turn = (i / steps) * 2 * Math.PI;
    const wide = riverHalfWidth(along) * 0.42;
    ring.push(mainRiver.aside(along + (Math.cos(turn) * length) / 2, -Math.sin(turn) * wide));
  }
  return ring.map((point, i) => between(point, ring[(i + 1) % steps] as PlanePoint, 0.1)).reverse();
}
