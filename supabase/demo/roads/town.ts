/** The streets of the county town: rows along the river and cross streets, two bridges, on both banks. */
import { noise } from '../geometry/noise.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import { distanceBetween } from '../geometry/plane.ts';
import { TOWN_ALONG } from '../land/places.ts';
import { mainRiver, riverHalfWidth } from '../land/rivers.ts';
import { SETBACK } from './bridges.ts';

export interface Street {
  name: string;
  class: 'secondary' | 'tertiary' | 'residential';
  bridge: string | null;
}

interface TownStreets {
  points: PlanePoint[];
  streets: { from: number; to: number; street: Street }[];
  /** Points at the edge of the town, from which roads lead out. */
  rim: ReadonlySet<number>;
  /** The point nearest to the middle of the old town, on the left bank. */
  middle: number;
}

const COLUMN = 250;
const HALF_COLUMNS = 6;
/** Rows from the far right bank to the far left bank: which bank, and how far behind its riverside road, metres. */
const ROWS: readonly (readonly [bank: 1 | -1, back: number])[] = [
  [-1, 810],
  [-1, 540],
  [-1, 260],
  [-1, 0],
  [1, 0],
  [1, 190],
  [1, 400],
  [1, 640],
  [1, 890],
  [1, 1130],
  [1, 1360],
];
/** The riverside road of the left bank; the row before it is that of the right bank. */
const FIRST_LEFT = 4;
const BRIDGES = new Map([
  [-2, '云洄大桥'],
  [3, '云洄二桥'],
]);

const ALONG_STREETS = [
  '南苑路',
  '新城南路',
  '学府路',
  '江南路',
  '滨江路',
  '文庙街',
  '人民路',
  '东风路',
  '城北路',
  '工业大道',
  '环城北路',
];
const CROSS_STREETS = [
  '西关巷',
  '米市街',
  '竹木街',
  '和平路',
  '大桥路',
  '钟楼街',
  '县前街',
  '建新路',
  '育才路',
  '二桥路',
  '车站路',
  '东门街',
  '桑园路',
];

const classOfRow = (row: number): Street['class'] =>
  row === FIRST_LEFT || row === FIRST_LEFT + 4 ? 'tertiary' : 'residential';
const classOfColumn = (column: number): Street['class'] =>
  column % 3 === 0 ? 'tertiary' : 'residential';

export function townStreets(): TownStreets {
  const before = mainRiver.at(TOWN_ALONG - 1300);
  const after = mainRiver.at(TOWN_ALONG + 1300);
  const run = distanceBetween(before, after);
  const left: PlanePoint = [-(after[1] - before[1]) / run, (after[0] - before[0]) / run];
  const place = (column: number, bank: 1 | -1, back: number): PlanePoint => {
    const along = TOWN_ALONG + column * COLUMN;
    const [east, north] = mainRiver.at(along);
    const away = bank * (riverHalfWidth(along) + SETBACK + back);
    const nudge = back === 0 ? 0 : 60;
    return [
      east + left[0] * away + (noise(column * 1.9, away / 140, 81) - 0.5) * nudge,
      north + left[1] * away + (noise(column * 1.9, away / 140, 82) - 0.5) * nudge,
    ];
  };
  const points: PlanePoint[] = [];
  const numbers = new Map<string, number>();
  ROWS.forEach(([bank, back], row) => {
    for (let column = -HALF_COLUMNS; column <= HALF_COLUMNS; column += 1) {
      const depth = back / (bank > 0 ? 1500 : 1050);
      const reach = (HALF_COLUMNS + 0.6) * Math.sqrt(1 - depth * depth) * (bank > 0 ? 1 : 0.78);
      if (Math.abs(column) > reach + (noise(column * 1.3, row * 1.7, 83) - 0.5) * 1.6) continue;
      numbers.set(`${column},${row}`, points.length);
      points.push(place(column, bank, back));
    }
  });

  const streets: TownStreets['streets'] = [];
  const links = points.map(() => 0);
  const add = (a: string, b: string, street: Street): void => {
    const [from, to] = [numbers.get(a), numbers.get(b)];
    if (from === undefined || to === undefined) return;
    streets.push({ from, to, street });
    links[from] = (links[from] ?? 0) + 1;
    links[to] = (links[to] ?? 0) + 1;
  };
  ROWS.forEach((_, row) => {
    for (let column = -HALF_COLUMNS; column <= HALF_COLUMNS; column += 1) {
      const along = ALONG_STREETS[row] ?? '';
      const main = row === FIRST_LEFT + 2 || row === FIRST_LEFT - 1;
      if (main || row === FIRST_LEFT || noise(column * 3.1, row * 2.7, 84) > 0.16)
        add(`${column},${row}`, `${column + 1},${row}`, {
          name: along,
          class: main ? 'secondary' : classOfRow(row),
          bridge: null,
        });
      const bridge = row === FIRST_LEFT - 1 ? (BRIDGES.get(column) ?? null) : null;
      if (row === FIRST_LEFT - 1 && !bridge) continue;
      const mainCross = BRIDGES.has(column);
      if (mainCross || noise(column * 2.3, row * 3.3, 85) > 0.2)
        add(`${column},${row}`, `${column},${row + 1}`, {
          name: bridge ?? CROSS_STREETS[column + HALF_COLUMNS] ?? '',
          class: mainCross ? 'secondary' : classOfColumn(column),
          bridge,
        });
    }
  });
  const rim = new Set(points.map((_, i) => i).filter((i) => (links[i] ?? 0) < 4));
  return { points, streets, rim, middle: numbers.get(`0,${FIRST_LEFT + 2}`) ?? 0 };
}
