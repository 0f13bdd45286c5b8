import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { rasterBase } from '../../src/map/base/configured.ts';
import { scaleOf } from '../../src/map/controls/scale-of.ts';
import { createApplier } from '../../src/map/engine/apply-picture.ts';
import { nextHit } from '../../src/map/engine/picking.ts';
import type { Hit } from '../../src/map/engine/picking.ts';
import { createPainter } from '../../src/map/features/picture.ts';
import type { PictureInput } from '../../src/map/features/picture.ts';
import { DRAW_ORDER } from '../../src/map/layers/draw-order.ts';
import { initialSession } from '../../src/state/session.ts';
import { noTables, NOW, team } from './records.ts';

/** Stands in for MapLibre: keeps layers and sources as it is told, and every call. */
function fakeMap() {
  const order: string[] = [];
  const sources = new Map<string, { setData: (data: FeatureCollection) => void }>();
  const calls: string[] = [];
  const map = {
    getSource: (name: string) => sources.get(name),
    addSource: (name: string) => {
      sources.set(name, { setData: () => calls.push(`data ${name}`) });
      calls.push(`add source ${name}`);
    },
    removeSource: (name: string) => void sources.delete(name),
    addLayer: (layer: LayerSpecification, above?: string) => {
      const at = above === undefined ? order.length : order.indexOf(above);
      if (at < 0) throw new Error(`no layer ${above}`);
      order.splice(at, 0, layer.id);
      calls.push(`add layer ${layer.id}`);
    },
    removeLayer: (id: string) => void order.splice(order.indexOf(id), 1),
    setPaintProperty: (id: string, name: string) => calls.push(`paint ${id} ${name}`),
    setLayoutProperty: (id: string, name: string) => calls.push(`layout ${id} ${name}`),
    setFilter: () => undefined,
    setGlyphs: () => undefined,
    addSprite: () => undefined,
    removeSprite: () => undefined,
  };
  return { map: map as unknown as MapLibreMap, order, sources, take: () => calls.splice(0) };
}

const input = (change: Partial<PictureInput> = {}): PictureInput => ({
  ...initialSession,
  tables: noTables,
  now: NOW,
  shown: null,
  covered: false,
  datum: 'wgs84',
  ...change,
});
const own = DRAW_ORDER.flatMap((layer) => (typeof layer === 'string' ? [] : [layer.id]));
const raster = rasterBase({
  id: 'r',
  name: 'R',
  kind: 'raster',
  url: 'https://t/{z}/{x}/{y}.png',
  attribution: 'A',
});

describe('the one place that applies data', () => {
  it('puts every layer on the map in draw order', () => {
    const fake = fakeMap();
    createApplier(fake.map).apply(createPainter()(input()), null);
    expect(fake.order).toEqual(own);
  });

  it('does nothing when nothing changed, however full the sources are', () => {
    const fake = fakeMap();
    const applier = createApplier(fake.map);
    const paint = createPainter();
    const state = input({ tables: { ...noTables, team: new Map([['team-1', team()]]) } });
    applier.apply(paint(state), null);
    fake.take();
    expect(applier.apply(paint(state), null)).toBe(false);
    expect(fake.take()).toEqual([]);
  });

  it('hands over only the source that changed', () => {
    const fake = fakeMap();
    const applier = createApplier(fake.map);
    const paint = createPainter();
    applier.apply(paint(input()), null);
    fake.take();
    applier.apply(
      paint(input({ tables: { ...noTables, team: new Map([['team-1', team()]]) } })),
      null,
    );
    expect(fake.take()).toEqual(['data point-team']);
  });

  it('switches a kind by its visibility, not by taking it away', () => {
    const fake = fakeMap();
    const applier = createApplier(fake.map);
    const paint = createPainter();
    applier.apply(paint(input()), null);
    fake.take();
    applier.apply(paint(input({ layers: { ...initialSession.layers, depot: false } })), null);
    const calls = fake.take();
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.every((call) => /^layout depot-\S+ visibility$/.test(call))).toBe(true);
  });

  it('brings a configured base map into its slot and takes it away again', () => {
    const fake = fakeMap();
    const applier = createApplier(fake.map);
    const paint = createPainter();
    applier.apply(paint(input()), null);
    applier.apply(paint(input({ covered: true })), raster);
    expect(fake.order.indexOf('base:tiles')).toBe(own.indexOf('railway-gap') + 1);
    applier.apply(paint(input()), null);
    expect(fake.order).toEqual(own);
    expect(fake.sources.has('base:tiles')).toBe(false);
  });
});

describe('pointing', () => {
  const hit = (id: string): Hit => ({
    tag: 'record',
    selection: { kind: 'team', id },
    kind: 'team',
    name: id,
  });

  it('takes the uppermost, then the one below it, then the uppermost again', () => {
    const hits = [hit('a'), hit('b')];
    expect(nextHit(hits, null)).toBe(hits[0]);
    expect(nextHit(hits, { kind: 'team', id: 'a' })).toBe(hits[1]);
    expect(nextHit(hits, { kind: 'team', id: 'b' })).toBe(hits[0]);
    expect(nextHit([], null)).toBeNull();
  });
});

describe('the scale bar', () => {
  it('is a round distance, as long as it is', () => {
    const { meters, pixels } = scaleOf(28, 12);
    expect(meters).toBe(1000);
    // 156543.03 m per pixel at zoom 0 for 256 px tiles; half of it for MapLibre's 512 px.
    expect(pixels).toBeCloseTo(1000 / ((78271.517 * Math.cos((28 * Math.PI) / 180)) / 2 ** 12), 0);
    expect(scaleOf(0, 20).pixels).toBeLessThanOrEqual(104);
  });
});
