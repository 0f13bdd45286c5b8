import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';

const isEqual = (a: unknown, b: unknown): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

const sourceOf = (layer: LayerSpecification): unknown[] =>
  'source' in layer ? [layer.source, layer['source-layer']] : [];

/** Two layers of one name that cannot be turned into each other by setting properties. */
export const isOtherLayer = (a: LayerSpecification, b: LayerSpecification): boolean =>
  a.type !== b.type || !isEqual(sourceOf(a), sourceOf(b));

function changes(before: object = {}, after: object = {}): [name: string, value: unknown][] {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => !isEqual(old.get(name), now.get(name)))
    .map((name) => [name, now.get(name)]);
}

/** Set what differs between two looks of one layer, and nothing else. */
export function changeLayer(
  map: MapLibreMap,
  before: LayerSpecification,
  after: LayerSpecification,
): void {
  const set = {
    paint: map.setPaintProperty.bind(map),
    layout: map.setLayoutProperty.bind(map),
  } as Record<'paint' | 'layout', (layer: string, name: never, value: never) => unknown>;
  for (const group of ['paint', 'layout'] as const) {
    for (const [name, value] of changes(before[group], after[group]))
      set[group](after.id, name as never, value as never);
  }
  if ('filter' in after && 'filter' in before && !isEqual(before.filter, after.filter)) {
    map.setFilter(after.id, after.filter);
  }
}
