/** The one place that applies anything to the map: sources whose reference changed, layers whose look changed. */
import type { FeatureCollection } from 'geojson';
import type {
  GeoJSONSource,
  LayerSpecification,
  Map as MapLibreMap,
  SourceSpecification,
} from 'maplibre-gl';
import type { ConfiguredBase } from '../base/configured-base.ts';
import type { MapPicture, SourceName } from '../features/picture.ts';
import { drawnLayers } from '../layers/draw-order.ts';
import type { Look } from '../style/layer.ts';
import { CLUSTERED } from '../layers/point-layers.ts';
import { changeLayer, isOtherLayer } from './change-layer.ts';

/** Dense kinds gather below zoom 14; nearer in, every record stands for itself. */
function sourceSpec(name: SourceName, data: FeatureCollection): SourceSpecification {
  const clustered = CLUSTERED.some((kind) => name === `point-${kind}`);
  if (clustered) {
    return {
      type: 'geojson',
      data,
      cluster: true,
      clusterRadius: 30,
      clusterMaxZoom: 13,
      clusterMinPoints: 3,
    };
  }
  return { type: 'geojson', data, ...(name === 'ground' ? { tolerance: 0.5 } : {}) };
}

interface Applier {
  /** Returns whether anything changed on the map. */
  apply(picture: MapPicture, base: ConfiguredBase | null): boolean;
}

export function createApplier(map: MapLibreMap): Applier {
  const data = new Map<SourceName, FeatureCollection>();
  let layers: LayerSpecification[] = [];
  let look: Look | null = null;
  let base: ConfiguredBase | null = null;

  function applySources(picture: MapPicture): boolean {
    let changed = false;
    for (const [name, collection] of picture.sources) {
      if (data.get(name) === collection) continue;
      const source = map.getSource<GeoJSONSource>(name);
      const isStillEmpty =
        collection.features.length === 0 && data.get(name)?.features.length === 0;
      if (source === undefined) map.addSource(name, sourceSpec(name, collection));
      else if (!isStillEmpty) source.setData(collection);
      changed ||= !isStillEmpty;
      data.set(name, collection);
    }
    return changed;
  }

  function applyLayers(next: LayerSpecification[]): void {
    const before = new Map(layers.map((layer) => [layer.id, layer]));
    const after = new Map(next.map((layer) => [layer.id, layer]));
    for (const [id, layer] of before) {
      const same = after.get(id);
      if (same === undefined || isOtherLayer(layer, same)) {
        map.removeLayer(id);
        before.delete(id);
      }
    }
    // From the top down, so that the layer each one goes below is there already.
    let above: string | undefined;
    for (const layer of [...next].reverse()) {
      const old = before.get(layer.id);
      if (old === undefined) map.addLayer(layer, above);
      else changeLayer(map, old, layer);
      above = layer.id;
    }
    layers = next;
  }

  function applySprites(before: ConfiguredBase['sprites'], after: ConfiguredBase['sprites']): void {
    for (const { id } of before) map.removeSprite(id);
    for (const { id, url } of after) map.addSprite(id, url);
  }

  /** Takes what belongs to the base map before out of the map, and brings in what the next one needs. */
  function exchangeBase(nextLook: Look, next: ConfiguredBase | null): void {
    const gone = Object.keys(base?.sources ?? {});
    if (gone.length > 0) applyLayers(drawnLayers(nextLook, []));
    for (const name of gone) map.removeSource(name);
    for (const [name, source] of Object.entries(next?.sources ?? {})) map.addSource(name, source);
    const glyphs = next?.glyphs ?? null;
    if ((base?.glyphs ?? null) !== glyphs) map.setGlyphs(glyphs);
    applySprites(base?.sprites ?? [], next?.sprites ?? []);
  }

  return {
    apply(picture, nextBase) {
      const changed = applySources(picture);
      if (picture.look === look && nextBase === base) return changed;
      if (nextBase !== base) exchangeBase(picture.look, nextBase);
      applyLayers(drawnLayers(picture.look, nextBase?.layers ?? []));
      look = picture.look;
      base = nextBase;
      return true;
    },
  };
}
