import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { StyleSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { GROUND } from '../../src/map/style/ground-colours.ts';
import { LEVEL_INKS } from '../../src/core/symbols/index.ts';
import { createPainter } from '../../src/map/features/picture.ts';
import {
  ANSWER_BELOW,
  CONFIGURED,
  DRAW_ORDER,
  drawnLayers,
  HIT_LAYERS,
} from '../../src/map/layers/draw-order.ts';
import { KIND_OFFSETS } from '../../src/map/layers/kind-offset.ts';
import type { Look } from '../../src/map/style/layer.ts';
import { iconPrefix } from '../../src/map/symbols/icon-name.ts';
import { initialSession } from '../../src/state/session.ts';
import { contrast, hueOf, saturationOf } from './colour.ts';
import { noTables, NOW } from './records.ts';

const look = (change: Partial<Look> = {}): Look => {
  const theme = change.theme ?? 'day';
  const language = change.language ?? 'zh-CN';
  const ground = GROUND[theme];
  const layers = initialSession.layers;
  const prefix = iconPrefix(theme, language);
  return {
    theme,
    language,
    ground,
    iconPrefix: prefix,
    layers,
    hasLand: true,
    covered: false,
    answering: false,
    ...change,
  };
};
const names = (): string[] => DRAW_ORDER.map((layer) => (layer === CONFIGURED ? layer : layer.id));
const before = (a: string, b: string): boolean =>
  names().indexOf(a) < names().indexOf(b) && names().includes(a);

describe('the draw order', () => {
  it('names every layer once', () => {
    expect(new Set(names()).size).toBe(names().length);
  });

  it('puts ground under roads, a configured base map over both, and symbols over everything drawn on the ground', () => {
    expect(before('water', 'road-fill')).toBe(true);
    expect(before('road-casing', 'road-fill')).toBe(true);
    expect(before('road-fill', CONFIGURED)).toBe(true);
    expect(before(CONFIGURED, 'hazard-area')).toBe(true);
    expect(before('hazard-area', 'route-open')).toBe(true);
    expect(before('route-open', 'hazard-symbol')).toBe(true);
    expect(before('team-symbol', 'closure-symbol')).toBe(true);
    expect(before('closure-symbol', 'incident-symbol')).toBe(true);
    expect(names().at(-1)).toBe('rank-badge');
  });

  it('draws the lines of the answer under every symbol', () => {
    expect(before(ANSWER_BELOW, 'hazard-symbol')).toBe(true);
    expect(before('road-fill', ANSWER_BELOW)).toBe(true);
  });

  it('hits the uppermost first, and never the ground', () => {
    expect(HIT_LAYERS.indexOf('incident-symbol')).toBeLessThan(HIT_LAYERS.indexOf('team-symbol'));
    expect(HIT_LAYERS.indexOf('team-symbol')).toBeLessThan(HIT_LAYERS.indexOf('hazard-area'));
    expect(HIT_LAYERS).not.toContain('water');
  });
});

describe('while an answer is read', () => {
  const layerOf = (answering: boolean, id: string) =>
    drawnLayers(look({ answering }), []).find((layer) => layer.id === id);
  const names = drawnLayers(look(), []).map(({ id }) => id);
  const differing = names.filter(
    (id) => JSON.stringify(layerOf(false, id)?.paint) !== JSON.stringify(layerOf(true, id)?.paint),
  );

  it('steps back whatever is not part of it, and is as before afterwards', () => {
    for (const id of [
      'team-symbol',
      'hazard-symbol',
      'hazard-cluster',
      'shelter-area',
      'route-open',
      'incident-past',
    ])
      expect(differing).toContain(id);
    expect(layerOf(true, 'hazard-cluster')?.paint).toMatchObject({
      'icon-opacity': 0.42,
      'text-opacity': 0.6,
    });
    expect(layerOf(true, 'incident-past')?.paint).toMatchObject({ 'icon-opacity': 0.6 * 0.42 });
    expect(drawnLayers(look(), [])).toEqual(drawnLayers(look({ answering: false }), []));
  });

  it('leaves the ground, closures, the ranked and what is looked at in full strength', () => {
    const kept = [
      'road-fill',
      'closure-symbol',
      'closure-bars',
      'closed-line',
      'rank-symbol',
      'focus-symbol',
      'focus-halo',
    ];
    for (const id of kept)
      expect([id, names.includes(id), differing.includes(id)]).toEqual([id, true, false]);
  });
});

describe('kinds at one place', () => {
  it('stand around it, each at a corner of its own, as far as a symbol is wide', () => {
    const offsets = Object.values(KIND_OFFSETS);
    expect(offsets).toHaveLength(4);
    for (const [i, [x, y]] of offsets.entries()) {
      expect(Math.hypot(x, y)).toBeLessThan(12);
      for (const [a, b] of offsets.slice(i + 1))
        expect(Math.hypot(x - a, y - b)).toBeGreaterThan(14);
    }
  });

  it('and so does everything drawn for them', () => {
    const offset = (id: string): unknown => {
      const layer = drawnLayers(look(), []).find((drawn) => drawn.id === id);
      return layer?.type === 'symbol' ? layer.layout?.['icon-offset'] : undefined;
    };
    expect([offset('team-symbol'), offset('team-cluster')]).toEqual([
      KIND_OFFSETS.team,
      KIND_OFFSETS.team,
    ]);
    expect(offset('incident-symbol')).toEqual([0, 0]);
    for (const id of ['rank-symbol', 'focus-halo', 'focus-symbol'])
      expect(JSON.stringify(offset(id))).toContain(
        `"team",["literal",${JSON.stringify(KIND_OFFSETS.team)}]`,
      );
  });
});

describe('ranks', () => {
  it('never lie on each other: the better one is written', () => {
    const badge = drawnLayers(look(), []).find(({ id }) => id === 'rank-badge');
    expect(badge?.layout).not.toHaveProperty('icon-allow-overlap');
    expect(badge?.layout).not.toHaveProperty('text-allow-overlap');
    expect(badge?.layout).toMatchObject({ 'symbol-sort-key': ['to-number', ['get', 'rank']] });
  });
});

describe('the style', () => {
  const sources = Object.fromEntries(
    [
      ...createPainter()({
        ...initialSession,
        tables: noTables,
        now: NOW,
        shown: null,
        covered: false,
        datum: 'wgs84',
      }).sources,
    ].map(([name, data]) => [name, { type: 'geojson', data }]),
  );
  const style = (of: Look) =>
    ({ version: 8, sources, layers: drawnLayers(of, []) }) as unknown as StyleSpecification;

  it.each([
    ['day', 'zh-CN'],
    ['night', 'en'],
  ] as const)('is valid by %s in %s, with a source for every layer', (theme, language) => {
    // Style validation asks for a glyphs URL wherever text is; MapLibre draws it from the machine's fonts without one.
    const errors = validateStyleMin({
      ...style(look({ theme, language, answering: theme === 'night' })),
      glyphs: 'local',
    } as never).filter(({ message }) => !message.includes('glyphs'));
    expect(errors.map(({ message }) => message)).toEqual([]);
  });

  it('names nothing outside the machine', () => {
    for (const theme of ['day', 'night'] as const) {
      expect(JSON.stringify(style(look({ theme })))).not.toMatch(/https?:|\/\//);
    }
  });

  it('switches the layers of a kind with its legend row, and its own names off over a configured base map', () => {
    const shown = (of: Look, id: string): unknown =>
      drawnLayers(of, []).find((layer) => layer.id === id)?.layout?.visibility;
    const off = look({ layers: { ...initialSession.layers, team: false } });
    expect([
      shown(off, 'team-symbol'),
      shown(off, 'team-cluster'),
      shown(off, 'depot-symbol'),
    ]).toEqual(['none', 'none', 'visible']);
    expect(shown(look({ covered: true }), 'town-names')).toBe('none');
    expect(shown(look({ covered: true }), 'settlement-names')).toBe('visible');
  });

  it('puts a configured base map into its slot', () => {
    const order = drawnLayers(look(), [
      { id: 'base:tiles', type: 'raster', source: 'base:tiles' },
    ]).map(({ id }) => id);
    expect(order[order.indexOf('base:tiles') - 1]).toBe(names()[names().indexOf(CONFIGURED) - 1]);
  });
});

describe('the ground', () => {
  it('writes names at 4.5 : 1', () => {
    for (const c of Object.values(GROUND)) {
      for (const text of [c.label, c.labelSoft, c.labelWater])
        expect(contrast(text, c.labelHalo)).toBeGreaterThan(4.5);
      expect(contrast(c.accent, c.accentHalo)).toBeGreaterThan(7);
    }
  });

  it('stays muted: no strong colour, least of all one of a level', () => {
    for (const [name, colour] of Object.entries(GROUND.day)) {
      expect(saturationOf(colour), name).toBeLessThan(name === 'accent' ? 0.7 : 0.4);
    }
    const water = hueOf(GROUND.day.water);
    expect(Math.abs(water - hueOf(LEVEL_INKS[4].day.fill))).toBeGreaterThan(10);
    expect(contrast(GROUND.day.water, LEVEL_INKS[4].day.fill)).toBeGreaterThan(2.5);
  });
});
