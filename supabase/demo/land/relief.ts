/** Hills and woods as areas inside the county: bands of height, woods where noise and height agree, names for summits. */
import { featureCollection, intersect, polygon } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { areasAbove, gridOf } from '../geometry/contours.ts';
import { areaOf, thinned } from '../geometry/lines.ts';
import { hills } from '../geometry/noise.ts';
import { toPolygon } from '../geometry/plane.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import { EXTENT, heightAt, heights } from './terrain.ts';

export interface Cover {
  class: string;
  name: string | null;
  geom: Polygon | MultiPolygon;
}

/** Heights (metres) above which ground belongs to a band; bands lie on one another. */
const BANDS = [
  { class: 'hill', above: 230 },
  { class: 'hill', above: 400 },
  { class: 'mountain', above: 580 },
  { class: 'mountain', above: 760 },
] as const;
const SUMMITS = ['大云岭', '望洄尖', '石门界', '龙须峰', '凤形山', '冷泉岭', '雷公寨', '鹰嘴岩'] as const;
const SMALLEST = 450_000;

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** A ring given open, without points that hardly matter. */
const lighter = (ring: readonly PlanePoint[]): PlanePoint[] =>
  thinned([...ring, ring[0] as PlanePoint], 22).slice(0, -1);

/** The part of an area inside the county; null when nothing is left. */
function clipped(rings: readonly (readonly PlanePoint[])[], county: Polygon): Polygon | MultiPolygon | null {
  const area = toPolygon(...rings.map(lighter).filter((ring) => ring.length > 3));
  const part = intersect(featureCollection([polygon(area.coordinates), polygon(county.coordinates)]));
  if (!part) return null;
  const rounded = (ring: Position[]): Position[] => ring.map((position) => position.map(round));
  return part.geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: part.geometry.coordinates.map(rounded) }
    : { type: 'MultiPolygon', coordinates: part.geometry.coordinates.map((rings) => rings.map(rounded)) };
}

const sizeOf = (rings: readonly (readonly PlanePoint[])[]): number => Math.abs(areaOf(rings[0] ?? []));

export function reliefOf(county: readonly PlanePoint[]): Cover[] {
  const edge = toPolygon(county);
  let named = 0;
  return BANDS.flatMap(({ class: of, above }, band) =>
    areasAbove(heights(), above, SMALLEST)
      .sort((a, b) => sizeOf(b) - sizeOf(a))
      .flatMap((rings) => {
        const geom = clipped(rings, edge);
        if (!geom) return [];
        const name = band === BANDS.length - 1 ? (SUMMITS[named++] ?? null) : null;
        return [{ class: of, name, geom }];
      }),
  );
}

export function woodsOf(county: readonly PlanePoint[]): Cover[] {
  const edge = toPolygon(county);
  const wooded = gridOf(EXTENT.west, EXTENT.south, EXTENT.east, EXTENT.north, 350, (place) => {
    const height = heightAt(place);
    const slope = Math.min(1, Math.max(0, (height - 170) / 160));
    return hills(place[0], place[1], 3600, 91, 4) * slope;
  });
  return areasAbove(wooded, 0.6, 380_000)
    .sort((a, b) => sizeOf(b) - sizeOf(a))
    .flatMap((rings, i) => {
      const geom = clipped(rings, edge);
      return geom ? [{ class: 'wood', name: i === 0 ? '云洄国有林场' : null, geom }] : [];
    });
}
