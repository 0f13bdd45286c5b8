import { MAP_LAYERS } from '../../state/session.ts';
import type { MapLayer } from '../../state/session.ts';

export interface LayerCount {
  layer: MapLayer;
  count: number;
  /** Records without a place: they are in the register, but nowhere on the map. */
  withoutPlace: number;
}

type Placeable = { lng: number | null; lat: number | null };

/** How many records each layer has, and how many of them the map cannot show. */
export const layerCounts = (tables: {
  readonly [L in MapLayer]: ReadonlyMap<string, Placeable>;
}): LayerCount[] =>
  MAP_LAYERS.map((layer) => {
    let withoutPlace = 0;
    for (const { lng, lat } of tables[layer].values())
      if (lng === null || lat === null) withoutPlace++;
    return { layer, count: tables[layer].size, withoutPlace };
  });
