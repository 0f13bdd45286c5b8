/** Which record lies under a point of the screen. */
import type { GeoJSONSource, Map as MapLibreMap, PointLike } from 'maplibre-gl';
import type { MapLayer, Selection } from '../../state/session.ts';
import { isDrawnKind } from '../features/focus-features.ts';
import { HIT_LAYERS } from '../layers/draw-order.ts';

export type Hit =
  | { tag: 'record'; selection: Selection; kind: MapLayer; name: string }
  | {
      tag: 'cluster';
      kind: MapLayer;
      count: number;
      source: string;
      clusterId: number;
      at: [number, number];
    };

/** Half the edge of the square that counts as "under the pointer", in CSS pixels. */
export const POINTER_REACH = 4;
/** A finger, and the cross of the keyboard, are less exact. */
export const COARSE_REACH = 14;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Everything under the point, uppermost first, each record once. */
export function hitsAt(map: MapLibreMap, { x, y }: { x: number; y: number }, reach: number): Hit[] {
  const box: [PointLike, PointLike] = [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ];
  const layers = HIT_LAYERS.filter((id) => map.getLayer(id) !== undefined);
  const hits: Hit[] = [];
  const seen = new Set<string>();
  for (const { properties, geometry, source } of map.queryRenderedFeatures(box, { layers })) {
    if (properties.cluster === true && geometry.type === 'Point') {
      const kind = source.replace(/^point-/, '');
      const [lng = NaN, lat = NaN] = geometry.coordinates;
      if (!isDrawnKind(kind)) continue;
      const count = Number(properties.point_count);
      hits.push({
        tag: 'cluster',
        kind,
        count,
        source,
        clusterId: Number(properties.cluster_id),
        at: [lng, lat],
      });
      continue;
    }
    const kind = text(properties.kind);
    const id = text(properties.id);
    if (!isDrawnKind(kind) || seen.has(`${kind} ${id}`)) continue;
    seen.add(`${kind} ${id}`);
    hits.push({ tag: 'record', selection: { kind, id }, kind, name: text(properties.name) });
  }
  return hits;
}

/** The record a click means: the uppermost, or the next one below when the uppermost is selected already. */
export function nextHit(hits: readonly Hit[], selected: Selection | null): Hit | null {
  const at = hits.findIndex(
    (hit) =>
      hit.tag === 'record' &&
      hit.selection.kind === selected?.kind &&
      hit.selection.id === selected.id,
  );
  return hits[(at + 1) % hits.length] ?? null;
}

/** Go in until the cluster falls apart. */
export async function openCluster(
  map: MapLibreMap,
  hit: Extract<Hit, { tag: 'cluster' }>,
  still: boolean,
): Promise<void> {
  const source = map.getSource<GeoJSONSource>(hit.source);
  if (source === undefined) return;
  const zoom = await source.getClusterExpansionZoom(hit.clusterId);
  map.easeTo({
    center: hit.at,
    zoom: Math.min(zoom + 0.2, map.getMaxZoom()),
    duration: still ? 0 : 350,
  });
}
