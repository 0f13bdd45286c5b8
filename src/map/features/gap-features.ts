import type { Feature, FeatureCollection } from 'geojson';
import type { LngLat } from '../../core/model/index.ts';
import type { Gap } from '../../core/roads/incoming.ts';

/** Each gap as its two ends and the line between them, WGS-84; `lit` is the one that was gone to, `around` its roads. */
export function gapFeatures(
  gaps: readonly Gap[],
  lit: Gap | null,
  around: readonly (readonly LngLat[])[],
): FeatureCollection {
  const roads = around.map((line): Feature => ({
    type: 'Feature',
    properties: { road: true, lit: false },
    geometry: { type: 'LineString', coordinates: line.map((place) => [...place]) },
  }));
  const features = gaps.flatMap((gap): Feature[] => {
    const [a, b] = [[...gap.a], [...gap.b]];
    const properties = { road: false, lit: gap === lit };
    return [
      { type: 'Feature', properties, geometry: { type: 'LineString', coordinates: [a, b] } },
      { type: 'Feature', properties, geometry: { type: 'Point', coordinates: a } },
      { type: 'Feature', properties, geometry: { type: 'Point', coordinates: b } },
    ];
  });
  return { type: 'FeatureCollection', features: [...roads, ...features] };
}
