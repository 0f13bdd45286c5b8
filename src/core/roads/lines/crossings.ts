/**
 * Where lines cross although they have no vertex in common. Planar in degrees, which is exact enough for the question
 * whether two stretches of some metres cross. Segments are sorted into cells of a grid.
 */

export interface Line {
  /** lng, lat, lng, lat … */
  flat: number[];
  /** Numbers of the vertices. */
  numbers: number[];
}

interface Crossing {
  /** Line and segment (0-based) of both, and the place. */
  a: { line: number; segment: number };
  b: { line: number; segment: number };
  lng: number;
  lat: number;
}

/** About 200 m: longer than most segments, so that few lie in more than four cells. */
const CELL = 0.002;
/** Segments that would fill more cells than this (a ferry across a strait) are compared with all others. */
const MOST_CELLS = 4096;

/** Segments of two lines that cross inside both, or where one line ends within the other. */
export function findCrossings(lines: readonly Line[]): Crossing[] {
  const found: Crossing[] = [];
  const cells = new Map<number, number[]>();
  const segments: { line: number; segment: number }[] = [];
  for (const [line, { flat }] of lines.entries())
    for (let segment = 0; segment * 2 + 3 < flat.length; segment++) {
      const id = segments.push({ line, segment }) - 1;
      for (const key of cellsOf(flat, segment)) {
        const cell = cells.get(key);
        if (cell === undefined) cells.set(key, [id]);
        else cell.push(id);
      }
    }
  for (const [key, ids] of cells)
    for (let i = 0; i < ids.length; i++)
      for (let j = i + 1; j < ids.length; j++) {
        const [a, b] = [segments[ids[i] ?? 0], segments[ids[j] ?? 0]];
        if (a === undefined || b === undefined || a.line === b.line) continue;
        const place = crossing(lines[a.line], a.segment, lines[b.line], b.segment);
        // Two segments may share several cells; the one with the crossing counts.
        if (place !== null && keyOf(columnOf(place[0]), columnOf(place[1])) === key)
          found.push({ a, b, lng: place[0], lat: place[1] });
      }
  return found;
}

const columnOf = (degree: number): number => Math.floor((degree + 360) / CELL);
const keyOf = (column: number, row: number): number => column * 1_000_003 + row;

function* cellsOf(flat: readonly number[], segment: number): Generator<number> {
  const at = segment * 2;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [flat[at], flat[at + 1], flat[at + 2], flat[at + 3]];
  const [west, east] = [columnOf(Math.min(x1, x2)), columnOf(Math.max(x1, x2))];
  const [south, north] = [columnOf(Math.min(y1, y2)), columnOf(Math.max(y1, y2))];
  if ((east - west + 1) * (north - south + 1) > MOST_CELLS) return;
  for (let column = west; column <= east; column++)
    for (let row = south; row <= north; row++) yield keyOf(column, row);
}

/** The place where two segments without a common vertex meet, or null. */
function crossing(
  one: Line | undefined,
  i: number,
  other: Line | undefined,
  j: number,
): readonly [number, number] | null {
  if (one === undefined || other === undefined) return null;
  const [a, b, c, d] = [one.numbers[i], one.numbers[i + 1], other.numbers[j], other.numbers[j + 1]];
  if (a === c || a === d || b === c || b === d) return null;
  const [ax = 0, ay = 0, bx = 0, by = 0] = one.flat.slice(i * 2, i * 2 + 4);
  const [cx = 0, cy = 0, dx = 0, dy = 0] = other.flat.slice(j * 2, j * 2 + 4);
  const [rx, ry, sx, sy] = [bx - ax, by - ay, dx - cx, dy - cy];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return null;
  const t = ((cx - ax) * sy - (cy - ay) * sx) / cross;
  const u = ((cx - ax) * ry - (cy - ay) * rx) / cross;
  if (t < 0 || t > 1 || u < 0 || u > 1) return null;
  return [ax + t * rx, ay + t * ry];
}

/** Give both lines of every crossing a vertex there. */
export function splitCrossings(lines: readonly Line[], crossings: readonly Crossing[]): number[][] {
  const added = new Map<number, { segment: number; lng: number; lat: number }[]>();
  for (const { a, b, lng, lat } of crossings)
    for (const { line, segment } of [a, b]) {
      const list = added.get(line);
      if (list === undefined) added.set(line, [{ segment, lng, lat }]);
      else list.push({ segment, lng, lat });
    }
  return lines.map(({ flat }, line) => {
    const places = added.get(line);
    if (places === undefined) return flat;
    const [originX, originY] = [
      (segment: number) => flat[segment * 2] ?? 0,
      (segment: number) => flat[segment * 2 + 1] ?? 0,
    ];
    places.sort(
      (p, q) =>
        p.segment - q.segment ||
        Math.hypot(p.lng - originX(p.segment), p.lat - originY(p.segment)) -
          Math.hypot(q.lng - originX(q.segment), q.lat - originY(q.segment)),
    );
    const longer: number[] = [];
    let next = 0;
    for (let vertex = 0; vertex * 2 < flat.length; vertex++) {
      longer.push(flat[vertex * 2] ?? 0, flat[vertex * 2 + 1] ?? 0);
      for (let place = places[next]; place?.segment === vertex; place = places[++next])
        longer.push(place.lng, place.lat);
    }
    return longer;
  });
}
