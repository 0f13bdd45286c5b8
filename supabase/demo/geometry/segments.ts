/** Segments sorted into square cells, to find quickly which of many lie near a segment. */
import type { PlanePoint } from './plane.ts';

interface Segment {
  a: PlanePoint;
  b: PlanePoint;
  /** Which line the segment belongs to, and its place in it. */
  line: number;
  place: number;
}

const CELL = 600;

interface SegmentIndex {
  /** Segments whose cells a-b's box touches; each once. */
  near(a: PlanePoint, b: PlanePoint): Segment[];
}

const reach = (low: number, high: number): [number, number] => [
  Math.floor(low / CELL),
  Math.floor(high / CELL),
];

function eachCell(a: PlanePoint, b: PlanePoint, visit: (key: number) => void): void {
  const [west, east] = reach(Math.min(a[0], b[0]), Math.max(a[0], b[0]));
  const [south, north] = reach(Math.min(a[1], b[1]), Math.max(a[1], b[1]));
  for (let row = south; row <= north; row += 1)
    for (let column = west; column <= east; column += 1) visit(row * 4096 + column);
}

export function segmentIndex(lines: readonly (readonly PlanePoint[])[]): SegmentIndex {
  const cells = new Map<number, Segment[]>();
  lines.forEach((points, line) => {
    for (let place = 0; place + 1 < points.length; place += 1) {
      const segment: Segment = {
        a: points[place] as PlanePoint,
        b: points[place + 1] as PlanePoint,
        line,
        place,
      };
      eachCell(segment.a, segment.b, (key) => {
        const list = cells.get(key);
        if (list) list.push(segment);
        else cells.set(key, [segment]);
      });
    }
  });
  return {
    near: (a, b) => {
      const found = new Set<Segment>();
      eachCell(a, b, (key) => cells.get(key)?.forEach((segment) => found.add(segment)));
      return [...found];
    },
  };
}
