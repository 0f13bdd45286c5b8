import type { Geometry, Position } from 'geojson';
import type { LngLat, Meters } from '../model/index.ts';
import { greatCircle } from './distance.ts';

const placeOf = ([lng = NaN, lat = NaN]: Position): LngLat => [lng, lat];

const lengthOf = (line: readonly Position[]): Meters =>
  line.slice(1).reduce((sum, to, i) => sum + greatCircle(placeOf(line[i] ?? to), placeOf(to)), 0);

/**
 * The middle of a line, measured along it, so that it lies on the line itself: of several parts the longest one's. A curve's
 * centre lies beside it, in the river the road follows. null for what is no line. `[lng, lat]`, WGS-84.
 */
export function halfwayAlong(geometry: Geometry | null): LngLat | null {
  if (geometry?.type !== 'LineString' && geometry?.type !== 'MultiLineString') return null;
  const parts = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  const [line] = parts.filter(({ length }) => length > 1).sort((a, b) => lengthOf(b) - lengthOf(a));
  if (line === undefined) return null;
  let left = lengthOf(line) / 2;
  for (const [i, to] of line.slice(1).entries()) {
    const [a, b] = [placeOf(line[i] ?? to), placeOf(to)];
    const step = greatCircle(a, b);
    if (step >= left) {
      const share = step === 0 ? 0 : left / step;
      return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
    }
    left -= step;
  }
  return placeOf(line[line.length - 1] ?? []);
}
