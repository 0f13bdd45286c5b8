/** Active areas as they are drawn: over the wash that every hazard's area has, so that they stand out without colour. */
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { ActiveArea } from '../../core/arrival/active-areas.ts';

interface AreaProperties {
  id: string;
  kind: ActiveArea['of'];
  name: string;
  /** `0.3–1 m`, `? m`; empty where there is no water. */
  depth: string;
}

function depthOf({ water }: ActiveArea): string {
  if (water === null) return '';
  const { min, max } = water;
  if (max === null) return min === null ? '? m' : `≥ ${min} m`;
  return min === null || min === max ? `${max} m` : `${min}–${max} m`;
}

export function areaFeatures(
  areas: readonly ActiveArea[],
): FeatureCollection<Geometry, AreaProperties> {
  const features = areas.map((area): Feature<Geometry, AreaProperties> => {
    const { id, of: kind, name, geometry } = area;
    return { type: 'Feature', geometry, properties: { id, kind, name, depth: depthOf(area) } };
  });
  return { type: 'FeatureCollection', features };
}
