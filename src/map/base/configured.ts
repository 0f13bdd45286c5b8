/** A base map a person configured, as sources and layers that go into the slot of the draw order. */
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { BaseMapConfig } from '../../core/model/index.ts';
import type { Theme } from '../../state/session.ts';
import type { ConfiguredBase, SpriteSheet } from './configured-base.ts';
import { archiveBase } from './pmtiles-base.ts';

/** Every layer and source of a configured base map carries this before its own name. */
const BASE_PREFIX = 'base:';

/** `{0-7}` or `{a-c}` in a template stands for the hosts of one tile service; each becomes a template of its own. */
export function tileTemplates(url: string): string[] {
  const range = /\{([a-z0-9])-([a-z0-9])\}/i.exec(url);
  if (range === null) return [url];
  const [whole, first = '', last = ''] = range;
  const hosts: string[] = [];
  for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++) {
    hosts.push(url.replace(whole, String.fromCharCode(code)));
  }
  return hosts;
}

export function rasterBase({ url, attribution, maxZoom }: BaseMapConfig): ConfiguredBase {
  const source: SourceSpecification = {
    type: 'raster',
    tiles: tileTemplates(url),
    tileSize: 256,
    ...(maxZoom === undefined ? {} : { maxzoom: maxZoom }),
  };
  return {
    sources: { [`${BASE_PREFIX}tiles`]: source },
    layers: [{ id: `${BASE_PREFIX}tiles`, type: 'raster', source: `${BASE_PREFIX}tiles` }],
    glyphs: null,
    sprites: [],
    attributions: [attribution],
  };
}

const absolute = (url: string, from: string): string =>
  // Templates keep their braces, which URL would escape.
  /^[a-z]+:/i.test(url)
    ? url
    : new URL(url, from).href.replaceAll('%7B', '{').replaceAll('%7D', '}');

function absoluteSource(source: SourceSpecification, from: string): SourceSpecification {
  const moved: Record<string, unknown> = { ...source };
  if ('url' in source && typeof source.url === 'string') moved.url = absolute(source.url, from);
  if ('tiles' in source && source.tiles !== undefined)
    moved.tiles = source.tiles.map((tile) => absolute(tile, from));
  return moved as SourceSpecification;
}

/** Markup in an attribution is reduced to its text: nothing from outside becomes HTML here. */
const plainText = (markup: string): string =>
  (new DOMParser().parseFromString(markup, 'text/html').body.textContent ?? '').trim();

/** The layers of a style written by someone else, renamed so that they cannot meet ours. */
export function foreignStyle(
  style: StyleSpecification,
  from: string,
  attribution: string,
): ConfiguredBase {
  const sources = Object.entries(style.sources).map(
    ([name, source]) => [`${BASE_PREFIX}${name}`, absoluteSource(source, from)] as const,
  );
  const layers = style.layers.map((layer) => {
    const renamed = { ...layer, id: `${BASE_PREFIX}${layer.id}` };
    return 'source' in renamed && typeof renamed.source === 'string'
      ? { ...renamed, source: `${BASE_PREFIX}${renamed.source}` }
      : renamed;
  });
  return {
    sources: Object.fromEntries(sources),
    layers: layers as LayerSpecification[],
    glyphs: style.glyphs === undefined ? null : absolute(style.glyphs, from),
    sprites: sheetsOf(style.sprite).map(({ id, url }) => ({ id, url: absolute(url, from) })),
    attributions: [attribution, ...sources.flatMap(([, source]) => attributionOf(source))],
  };
}

const sheetsOf = (sprite: StyleSpecification['sprite']): SpriteSheet[] =>
  typeof sprite === 'string' ? [{ id: 'default', url: sprite }] : (sprite ?? []);

const attributionOf = (source: SourceSpecification): string[] =>
  'attribution' in source && typeof source.attribution === 'string' ? [source.attribution] : [];

async function styleBase({ url, attribution }: BaseMapConfig): Promise<ConfiguredBase> {
  const from = new URL(url, document.baseURI).href;
  const response = await fetch(from);
  if (!response.ok) throw new Error(`style ${response.status}`);
  return foreignStyle((await response.json()) as StyleSpecification, from, attribution);
}

/** Make a configured base map ready to draw; rejects when what it needs does not come. */
export async function loadBase(config: BaseMapConfig, theme: Theme): Promise<ConfiguredBase> {
  const base = await laidOut(config, theme);
  return { ...base, attributions: base.attributions.map(plainText) };
}

async function laidOut(config: BaseMapConfig, theme: Theme): Promise<ConfiguredBase> {
  switch (config.kind) {
    case 'raster':
      return rasterBase(config);
    case 'style':
      return styleBase(config);
    case 'pmtiles':
      return archiveBase(config, theme);
  }
}
