import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PMTiles } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BaseMapConfig } from '../../src/core/model/base-map.ts';
import type { StyleSpecification } from 'maplibre-gl';
import { foreignStyle, rasterBase, tileTemplates } from '../../src/map/base/configured.ts';
import { archiveBase, archiveLayers } from '../../src/map/base/pmtiles-base.ts';
import { writeArchive } from './archive.ts';

describe('a raster base map', () => {
  it('spreads one template over the hosts of a service', () => {
    expect(tileTemplates('https://t{0-2}.example/{z}/{x}/{y}?tk=k')).toEqual([
      'https://t0.example/{z}/{x}/{y}?tk=k',
      'https://t1.example/{z}/{x}/{y}?tk=k',
      'https://t2.example/{z}/{x}/{y}?tk=k',
    ]);
    expect(tileTemplates('https://t.example/{z}/{x}/{y}.png')).toHaveLength(1);
  });

  it('keeps the key in the address and stops where the tiles stop', () => {
    const url = 'https://t.example/{z}/{x}/{y}?key=secret';
    const base = rasterBase({
      id: 'r',
      name: 'R',
      kind: 'raster',
      url,
      attribution: '© office',
      maxZoom: 17,
    });
    expect(base.sources['base:tiles']).toMatchObject({ tiles: [url], maxzoom: 17, tileSize: 256 });
    expect(base.attributions).toEqual(['© office']);
  });
});

describe('a style of someone else', () => {
  it('is kept apart from ours and finds what it names relative to itself', () => {
    const base = foreignStyle(
      {
        version: 8,
        glyphs: 'fonts/{fontstack}/{range}.pbf',
        sources: {
          water: { type: 'vector', tiles: ['tiles/{z}/{x}/{y}.pbf'], attribution: 'Survey' },
        },
        layers: [{ id: 'water', type: 'fill', source: 'water', 'source-layer': 'water' }],
      },
      'https://maps.example/styles/plain.json',
      'Map office',
    );
    expect(base.layers[0]).toMatchObject({ id: 'base:water', source: 'base:water' });
    expect(base.sources['base:water']).toMatchObject({
      tiles: ['https://maps.example/styles/tiles/{z}/{x}/{y}.pbf'],
    });
    expect(base.glyphs).toBe('https://maps.example/styles/fonts/{fontstack}/{range}.pbf');
    expect(base.attributions).toEqual(['Map office', 'Survey']);
  });
});

describe('the pictures of a style', () => {
  const sheets = (sprite: StyleSpecification['sprite']) =>
    foreignStyle(
      { version: 8, sources: {}, layers: [], sprite },
      'https://maps.example/styles/plain.json',
      '',
    ).sprites;

  it('are found in one sheet or in several', () => {
    expect(sheets('sheet')).toEqual([{ id: 'default', url: 'https://maps.example/styles/sheet' }]);
    expect(
      sheets([
        { id: 'default', url: 'https://cdn.example/a' },
        { id: 'roads', url: '../roads' },
      ]),
    ).toEqual([
      { id: 'default', url: 'https://cdn.example/a' },
      { id: 'roads', url: 'https://maps.example/roads' },
    ]);
    expect(sheets(undefined)).toEqual([]);
  });
});

describe('a PMTiles file', () => {
  const files = new Map<string, Uint8Array>();
  let server: Server;
  let origin = '';

  beforeAll(async () => {
    const tile = { z: 0, x: 0, y: 0, data: new Uint8Array([1, 2, 3]) };
    const held = {
      vector_layers: [{ id: 'earth' }, { id: 'water' }, { id: 'roads' }, { id: 'boundaries' }],
    };
    files.set('/vector.pmtiles', writeArchive('vector', held, [tile, { ...tile, z: 2, x: 1 }]));
    files.set('/picture.pmtiles', writeArchive('png', {}, [tile]));
    server = createServer((request, response) => {
      const file = files.get(request.url ?? '');
      if (file === undefined) return void response.writeHead(404).end();
      const [, from = '0', to = ''] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '') ?? [];
      const end = Math.min(to === '' ? file.length : Number(to) + 1, file.length);
      response.writeHead(206, { 'content-range': `bytes ${from}-${end - 1}/${file.length}` });
      response.end(file.slice(Number(from), end));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    vi.stubGlobal('document', { baseURI: `${origin}/` });
  });
  afterAll(() => {
    vi.unstubAllGlobals();
    server.close();
  });
  const config = (url: string): BaseMapConfig => ({
    id: 'p',
    name: 'P',
    kind: 'pmtiles',
    url,
    attribution: 'A',
  });

  it('is one that its own library reads back', async () => {
    const archive = new PMTiles(`${origin}/vector.pmtiles`);
    expect(await archive.getZxy(2, 1, 0)).toMatchObject({ data: new Uint8Array([1, 2, 3]).buffer });
  });

  it('of vectors is drawn in our colours, without its borders, down to its own depth', async () => {
    const base = await archiveBase(config('vector.pmtiles'), 'night');
    expect(base.sources).toEqual({
      'base:archive': { type: 'vector', url: `pmtiles://${origin}/vector.pmtiles`, maxzoom: 2 },
    });
    expect(base.layers.map(({ id }) => id)).toEqual([
      'base:background',
      'base:earth',
      'base:water',
      'base:roads-casing',
      'base:roads',
    ]);
  });

  it('of pictures is drawn as they are', async () => {
    const base = await archiveBase(config(`${origin}/picture.pmtiles`), 'day');
    expect(base.layers).toEqual([{ id: 'base:archive', type: 'raster', source: 'base:archive' }]);
  });

  it('that does not answer is refused, so that the local ground stays and the person is told', async () => {
    await expect(archiveBase(config('nothing.pmtiles'), 'day')).rejects.toThrow();
  });

  it('knows the other common schema too', () => {
    const ids = archiveLayers(
      new Set(['water', 'waterway', 'transportation', 'place', 'boundary']),
      'day',
    ).map(({ id }) => id);
    expect(ids).toContain('base:transportation');
    expect(ids).toContain('base:place');
    expect(ids).not.toContain('base:boundary');
  });
});
