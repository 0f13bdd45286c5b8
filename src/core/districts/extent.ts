import type { Geometry } from 'geojson';
import { area, bbox } from '@turf/turf';
import type { LngLat } from '../model/index.ts';

/** South-west and north-east corner around a geometry. */
export function cornersOf(geometry: Geometry): readonly [LngLat, LngLat] {
  const [west, south, east, north] = bbox(geometry);
  return [
    [west, south],
    [east, north],
  ];
}

/** Square kilometres on the sphere. */
export const squareKilometres = (geometry: Geometry): number => area(geometry) / 1e6;
