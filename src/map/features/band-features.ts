/** In how many minutes the first team is anywhere, as areas that do not overlap. */
import type { Feature, FeatureCollection } from 'geojson';
import { bandInk } from '../../core/symbols/index.ts';
import type { TimeMap } from '../../state/time-map.ts';

export function bandFeatures(map: TimeMap | null): FeatureCollection {
  if (map === null) return { type: 'FeatureCollection', features: [] };
  const { bands, beyond, limits } = map;
  // Far ones first, so that the edge of a nearer one lies on top.
  const features = bands.map((geometry, i): Feature => {
    const { day, night } = bandInk(i, bands.length);
    return {
      type: 'Feature',
      geometry,
      properties: { minutes: Math.round(limits[i]! / 60), day, night },
    };
  });
  features.reverse();
  return {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', geometry: beyond, properties: { beyond: true } }, ...features],
  };
}
