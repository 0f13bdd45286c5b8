/** The area within a radius of driven pieces of road by throwing darts: an oracle that knows no raster and no contour. */
import Flatbush from 'flatbush';

export interface Darts {
  squareMeters: number;
  /** Lng, lat of darts, and whether each lies within the radius. */
  darts: { lng: number; lat: number; meters: number }[];
}

const METERS_PER_UNIT = 111_195 / 1e7;

/** `pieces` as of piecesOf: x1, y1, x2, y2 in 1e-7 degree. */
export function throwDarts(
  pieces: readonly number[],
  radius: number,
  count: number,
  random: () => number,
): Darts {
  const lats = pieces.filter((_, i) => i % 2 === 1);
  const middle = lats.reduce((low, one) => Math.min(low, one), Infinity) / 2e7;
  const top = lats.reduce((high, one) => Math.max(high, one), -Infinity) / 2e7;
  const shrink = Math.cos(((middle + top) * Math.PI) / 180);
  const x = (i: number): number => pieces[i]! * shrink * METERS_PER_UNIT;
  const y = (i: number): number => pieces[i]! * METERS_PER_UNIT;
  const index = new Flatbush(pieces.length / 4);
  for (let i = 0; i < pieces.length; i += 4) {
    index.add(
      Math.min(x(i), x(i + 2)),
      Math.min(y(i + 1), y(i + 3)),
      Math.max(x(i), x(i + 2)),
      Math.max(y(i + 1), y(i + 3)),
    );
  }
  index.finish();
  const west = index.minX - radius;
  const south = index.minY - radius;
  const width = index.maxX - index.minX + 2 * radius;
  const height = index.maxY - index.minY + 2 * radius;
  let hits = 0;
  const darts = Array.from({ length: count }, () => {
    const px = west + random() * width;
    const py = south + random() * height;
    let nearest = Infinity;
    for (const piece of index.search(
      px - 2 * radius,
      py - 2 * radius,
      px + 2 * radius,
      py + 2 * radius,
    )) {
      const i = 4 * piece;
      const [dx, dy] = [x(i + 2) - x(i), y(i + 3) - y(i + 1)];
      const length = dx * dx + dy * dy;
      const share =
        length > 0
          ? Math.min(1, Math.max(0, ((px - x(i)) * dx + (py - y(i + 1)) * dy) / length))
          : 0;
      nearest = Math.min(nearest, Math.hypot(px - x(i) - share * dx, py - y(i + 1) - share * dy));
    }
    if (nearest <= radius) hits++;
    return {
      lng: px / shrink / METERS_PER_UNIT / 1e7,
      lat: py / METERS_PER_UNIT / 1e7,
      meters: nearest,
    };
  });
  return { squareMeters: (hits / count) * width * height, darts };
}
