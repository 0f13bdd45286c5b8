/** Stretches of road that are closed now, those that only a draft closes, and the one a click would close. */
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { ClosedLines } from '../../core/arrival/effect.ts';
import type { RoadStretch } from '../../core/arrival/stretch.ts';
import type { LngLat } from '../../core/model/index.ts';

export interface ClosedProperties {
  role: 'closed' | 'draft' | 'aim';
}

const feature = (
  role: ClosedProperties['role'],
  lines: readonly LngLat[][],
): Feature<Geometry, ClosedProperties>[] =>
  lines.length === 0
    ? []
    : [
        {
          type: 'Feature',
          properties: { role },
          geometry: {
            type: 'MultiLineString',
            coordinates: lines.map((line) => line.map(([lng, lat]) => [lng, lat])),
          },
        },
      ];

export function closedFeatures(
  lines: ClosedLines | null,
  aimedAt: RoadStretch | null,
): FeatureCollection<Geometry, ClosedProperties> {
  return {
    type: 'FeatureCollection',
    features: [
      ...feature('closed', lines?.inForce ?? []),
      ...feature('draft', lines?.drafts ?? []),
      ...feature('aim', aimedAt === null ? [] : [aimedAt.line]),
    ],
  };
}
