/** A PMTiles file as a base map: pictures as they are, vector tiles in the colours of the local ground. */
import { addProtocol } from 'maplibre-gl';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { BaseMapConfig } from '../../core/model/index.ts';
import type { Theme } from '../../state/session.ts';
import type { ConfiguredBase } from './configured-base.ts';
import { GROUND } from '../style/ground-colours.ts';
import { FONT_MEDIUM } from '../style/layer.ts';

const SOURCE = 'base:archive';
/** PMTiles' number for Mapbox vector tiles. */
const VECTOR_TILE = 1;

/** How the two common schemas name what a base map draws. Borders are left out: the register's own are drawn. */
const FILLS: readonly (readonly [layer: string, colour: 'land' | 'green' | 'water'])[] = [
  ['earth', 'land'],
  ['landcover', 'green'],
  ['park', 'green'],
  ['water', 'water'],
];
const WATER_LINES = ['waterway', 'physical_line'];
const ROADS = ['roads', 'transportation'];
const NAMES = ['places', 'place'];
/** Chinese first where a tile has it, then whatever the tile calls the place. */
const NAME: ExpressionSpecification = [
  'coalesce',
  ['get', 'name:zh-Hans'],
  ['get', 'name:zh'],
  ['get', 'name'],
  ['get', 'name:latin'],
];

/** Layers for vector tiles of a Protomaps or OpenMapTiles schema, of which `has` tells what the archive holds. */
export function archiveLayers(has: ReadonlySet<string>, theme: Theme): LayerSpecification[] {
  const c = GROUND[theme];
  const held = (names: readonly string[]): string[] => names.filter((name) => has.has(name));
  const layers: LayerSpecification[] = [
    {
      id: 'base:background',
      type: 'background',
      paint: { 'background-color': has.has('earth') ? c.water : c.land },
    },
  ];
  for (const [name, colour] of FILLS) {
    if (!has.has(name)) continue;
    const paint = { 'fill-color': c[colour] };
    layers.push({ id: `base:${name}`, type: 'fill', source: SOURCE, 'source-layer': name, paint });
  }
  for (const name of held(WATER_LINES)) {
    const paint = { 'line-color': c.waterway, 'line-width': 1 };
    layers.push({ id: `base:${name}`, type: 'line', source: SOURCE, 'source-layer': name, paint });
  }
  for (const name of held(ROADS)) {
    const common = { type: 'line', source: SOURCE, 'source-layer': name } as const;
    const casing = {
      'line-color': c.roadCasing,
      'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.6, 16, 7],
    };
    const fill = {
      'line-color': c.roadMinor,
      'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.3, 16, 5.5],
    };
    layers.push({ id: `base:${name}-casing`, ...common, paint: casing } as LayerSpecification);
    layers.push({ id: `base:${name}`, ...common, paint: fill } as LayerSpecification);
  }
  for (const name of held(NAMES)) {
    layers.push({
      id: `base:${name}`,
      type: 'symbol',
      source: SOURCE,
      'source-layer': name,
      layout: { 'text-field': NAME, 'text-font': FONT_MEDIUM, 'text-size': 12 },
      paint: { 'text-color': c.label, 'text-halo-color': c.labelHalo, 'text-halo-width': 1.4 },
    });
  }
  return layers;
}

interface Metadata {
  vector_layers?: { id: string }[];
  attribution?: string;
}

let registered = false;

/** Read the head of the file and lay it out; rejects when the file does not answer. */
export async function archiveBase(
  { url, attribution, maxZoom }: BaseMapConfig,
  theme: Theme,
): Promise<ConfiguredBase> {
  const { PMTiles, Protocol } = await import('pmtiles');
  const from = new URL(url, document.baseURI).href;
  if (!registered) {
    addProtocol('pmtiles', new Protocol().tile);
    registered = true;
  }
  const archive = new PMTiles(from);
  const [header, metadata] = await Promise.all([
    archive.getHeader(),
    archive.getMetadata() as Promise<Metadata>,
  ]);
  const common = { url: `pmtiles://${from}`, maxzoom: maxZoom ?? header.maxZoom };
  const none = { glyphs: null, sprites: [], attributions: [attribution] };
  if (header.tileType !== VECTOR_TILE) {
    const layer: LayerSpecification = { id: 'base:archive', type: 'raster', source: SOURCE };
    return {
      sources: { [SOURCE]: { type: 'raster', tileSize: 256, ...common } },
      layers: [layer],
      ...none,
    };
  }
  const has = new Set((metadata.vector_layers ?? []).map(({ id }) => id));
  return {
    sources: { [SOURCE]: { type: 'vector', ...common } },
    layers: archiveLayers(has, theme),
    ...none,
  };
}
