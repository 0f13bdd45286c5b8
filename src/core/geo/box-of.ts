import { bbox } from '@turf/turf';
import type { Geometry } from 'geojson';

/** Degrees, WGS-84. */
export type Box = readonly [west: number, south: number, east: number, north: number];

const boxes = new WeakMap<Geometry, Box>();

/** The box around a geometry, looked up once for each: most of what is compared lies nowhere near. */
export function boxOf(geometry: Geometry): Box {
  let box = boxes.get(geometry);
  if (box === undefined) {
    const [west, south, east, north] = bbox(geometry) as [number, number, number, number];
    boxes.set(geometry, (box = [west, south, east, north]));
  }
  return box;
}
