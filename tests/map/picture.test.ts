import { describe, expect, it } from 'vitest';
import type { Closure } from '../../src/core/model/index.ts';
import type { Answer, Ranked } from '../../src/core/ranking/types.ts';
import { ownMarks } from '../../src/core/symbols/index.ts';
import { answerLines } from '../../src/map/answer/answer-lines.ts';
import { boundsAround, boundsOf } from '../../src/map/features/bounds.ts';
import { outsideFeatures, placeFeatures } from '../../src/map/features/ground-features.ts';
import { createPainter } from '../../src/map/features/picture.ts';
import type { MapPicture, PictureInput, SourceName } from '../../src/map/features/picture.ts';
import { pointFeature, pointFeatures } from '../../src/map/features/point-features.ts';
import { initialSession } from '../../src/state/session.ts';
import {
  at,
  closure,
  district,
  HOUR,
  incident,
  maxAge,
  noTables,
  NOW,
  shelter,
  team,
} from './records.ts';

const input = (change: Partial<PictureInput> = {}): PictureInput => ({
  tables: {
    ...noTables,
    district: new Map([['990101', district()]]),
    team: new Map([['team-1', team()]]),
    shelter: new Map([['shelter-1', shelter()]]),
    incident: new Map([['incident-1', incident()]]),
  },
  now: NOW,
  theme: 'day',
  language: 'zh-CN',
  layers: initialSession.layers,
  selection: null,
  hover: null,
  focus: { tag: 'none' },
  shown: null,
  covered: false,
  datum: 'wgs84',
  ...change,
});

const changed = (a: MapPicture, b: MapPicture): SourceName[] =>
  [...a.sources.keys()].filter((name) => a.sources.get(name) !== b.sources.get(name));

const ranked = (id: string, place: [number, number]): Ranked =>
  ({ kind: 'team', id, name: id, place, terms: [], score: 1, distance: 1 }) as unknown as Ranked;
const shown = (...rows: Ranked[]) => ({
  from: [110.9, 28] as const,
  answer: { ranked: rows } as unknown as Answer,
  routes: null,
});

describe('the map as a function of state', () => {
  it('gives the same data the same reference', () => {
    const paint = createPainter();
    const state = input();
    const first = paint(state);
    const second = paint({ ...state, now: NOW + 1000 });
    expect(changed(first, second)).toEqual([]);
    expect(second.look).toBe(first.look);
  });

  it('changes one kind alone when one kind changed', () => {
    const paint = createPainter();
    const state = input();
    const first = paint(state);
    const moved = { ...state.tables, team: new Map([['team-1', team({ lng: 110.95 })]]) };
    expect(changed(first, paint({ ...state, tables: moved }))).toEqual([
      'point-team',
      'focus-shapes',
      'focus',
      'ranks',
    ]);
  });

  it('draws a hover without touching any layer of records', () => {
    const state = input();
    const paint = createPainter();
    const calm = paint(state);
    const hovered = paint({ ...state, hover: { kind: 'team', id: 'team-1' } });
    expect(changed(calm, hovered)).toEqual(['focus-shapes', 'focus']);
    expect(calm.sources.get('focus')?.features).toEqual([]);
    expect(hovered.sources.get('focus')?.features[0]?.properties).toMatchObject({
      id: 'team-1',
      role: 'hover',
    });
  });

  it('changes theme and language by looks alone, never by data', () => {
    const paint = createPainter();
    const state = input();
    const day = paint(state);
    const night = paint({ ...state, theme: 'night', language: 'en' });
    expect(changed(day, night)).toEqual([]);
    expect(night.look).not.toBe(day.look);
  });

  it('lets a fact grow old on screen the moment its limit is passed', () => {
    const paint = createPainter();
    const state = input();
    const tables = {
      ...state.tables,
      team: new Map([['team-1', team({ availabilityAt: at(NOW - HOUR) })]]),
      district_setting: new Map([['setting-0', maxAge('0', 2 * 3600)]]),
    };
    const icon = (picture: MapPicture): unknown =>
      picture.sources.get('point-team')?.features[0]?.properties?.icon;
    const fresh = paint({ ...state, tables });
    expect(icon(fresh)).toBe('team/plain/dated');
    expect(paint({ ...state, tables, now: NOW + HOUR - 1 }).sources.get('point-team')).toBe(
      fresh.sources.get('point-team'),
    );
    const old = paint({ ...state, tables, now: NOW + HOUR + 1 });
    expect(icon(old)).toBe('team/unknown/dated');
    expect(old.sources.get('point-team')?.features[0]?.properties?.age).toBe('old');
  });

  it('moves everything for a shifted base map and nothing in the records', () => {
    const paint = createPainter();
    const state = input();
    const placeIn = (datum: 'wgs84' | 'gcj02'): unknown =>
      paint({ ...state, datum }).sources.get('point-team')?.features[0]?.geometry;
    expect(placeIn('wgs84')).toEqual({ type: 'Point', coordinates: [110.9, 28] });
    expect(placeIn('gcj02')).not.toEqual({ type: 'Point', coordinates: [110.9, 28] });
    expect(state.tables.team.get('team-1')?.lng).toBe(110.9);
  });

  it('shows a draft before it is saved, dashed because nobody recorded it', () => {
    const draft = {
      id: 'draft-1',
      base: null,
      place: [110.91, 28.01] as const,
      title: '山洪',
      class: 'natural',
      kind: 'flood',
      level: 1,
      occurredAt: at(NOW),
      note: '',
    } as const;
    const { sources } = createPainter()(input({ focus: { tag: 'draft', draft } }));
    expect(sources.get('focus')?.features[0]).toMatchObject({
      geometry: { coordinates: [110.91, 28.01] },
      properties: { role: 'incident', icon: 'incident-1/plain/undated' },
    });
  });

  it('numbers the candidates where they were measured to', () => {
    const { sources } = createPainter()(input({ shown: shown(ranked('team-1', [110.93, 28.02])) }));
    expect(sources.get('ranks')?.features[0]).toMatchObject({
      geometry: { coordinates: [110.93, 28.02] },
      properties: { rank: '1', id: 'team-1', kind: 'team', icon: 'team/plain/dated' },
    });
  });
});

describe('records as points', () => {
  const context = { now: NOW, maxAgeOf: () => Infinity, marksOf: ownMarks };

  it('keeps imported text as text', () => {
    const name = '<img src=x onerror=alert(1)>';
    expect(pointFeature('team', team({ name }), context)?.feature.properties.name).toBe(name);
  });

  it('draws nothing without a place, and no closure that is over', () => {
    expect(pointFeature('team', team({ lng: null, lat: null }), context)).toBeNull();
    expect(pointFeature('closure', closure({ liftedAt: at(NOW - 1) }), context)).toBeNull();
    const until = pointFeatures('closure', [closure({ untilAt: at(NOW + HOUR) })], context);
    expect(until.data.features).toHaveLength(1);
    expect(until.holdsUntil).toBe(NOW + HOUR);
  });
});

describe('a closure', () => {
  const context = { now: NOW, maxAgeOf: () => Infinity, marksOf: ownMarks };
  // A road in a bend around a lake: the middle of its box lies in the water.
  const bend = {
    type: 'LineString' as const,
    coordinates: [
      [110.9, 28],
      [110.9, 28.02],
      [110.92, 28.02],
      [110.92, 28],
    ],
  };

  it('has its sign on the road, at the middle along the line', () => {
    const [lng, lat] = pointFeature(
      'closure',
      closure({ geometry: bend, lng: 110.91, lat: 28.01 }),
      context,
    )?.feature.geometry.coordinates as [number, number];
    expect(lng).toBeCloseTo(110.91, 5);
    expect(lat).toBeCloseTo(28.02, 9);
  });

  it('that is lifted is traced as over, and one in force is not', () => {
    const roleOf = (change: Partial<Closure>) => {
      const tables = {
        ...noTables,
        closure: new Map([['closure-1', closure({ geometry: bend, ...change })]]),
      };
      const picture = createPainter()(
        input({ tables, selection: { kind: 'closure', id: 'closure-1' } }),
      );
      return picture.sources
        .get('focus-shapes')
        ?.features.map(({ properties }) => properties?.isOver as boolean);
    };
    expect(roleOf({})).toEqual([false]);
    expect(roleOf({ liftedAt: at(NOW - HOUR) })).toEqual([true]);
    expect(roleOf({ untilAt: at(NOW - HOUR) })).toEqual([true]);
  });
});

describe('the ground', () => {
  it('names a place once, and leaves a settlement to name itself', () => {
    const base = {
      id: 'b',
      districtCode: '990101',
      layer: 'place' as const,
      class: 'town',
      archivedAt: null,
      lng: 1,
      lat: 2,
      geometry: null,
    };
    const places = placeFeatures(
      [
        { ...base, name: '望渡镇' },
        { ...base, name: '芦荻源村', class: 'village' },
      ],
      [district({ name: '望渡镇', level: 'township' }), district()],
      [{ name: '芦荻源村' } as never],
    );
    expect(places.features.map(({ properties }) => properties)).toEqual([
      { class: 'town', name: '望渡镇' },
      { class: 'county', name: '云洄县' },
    ]);
  });

  it('veils the world outside the loaded counties', () => {
    const veil = outsideFeatures([district(), district({ code: '990101100', level: 'township' })]);
    expect(veil.features[0]?.geometry.coordinates).toHaveLength(2);
    expect(outsideFeatures([district({ geometry: null })]).features).toEqual([]);
  });

  it('holds everything in its bounds', () => {
    const { sources } = createPainter()(input());
    expect(
      boundsOf([...sources].filter(([name]) => name === 'boundaries').map(([, data]) => data)),
    ).toEqual([110.8, 27.9, 111, 28.1]);
    expect(boundsOf([])).toBeNull();
    expect(
      boundsAround([
        [111, 28],
        [110.9, 28.2],
      ]),
    ).toEqual([110.9, 28, 111, 28.2]);
  });
});

describe('lines of the answer', () => {
  const rows = shown(ranked('a', [110.91, 28]), ranked('b', [110.95, 28]), ranked('c', [111, 28]));

  it('has one per candidate, the nearest drawn last and strongest', () => {
    const lines = answerLines(rows, null, null, 'wgs84');
    expect(lines.map(({ path }) => path[1]?.[0])).toEqual([111, 110.95, 110.91]);
    expect(lines.at(-1)?.weight).toBeGreaterThan(lines[0]?.weight ?? Infinity);
  });

  it('lights the row a list points at', () => {
    const lines = answerLines(rows, { kind: 'team', id: 'c' }, null, 'wgs84');
    expect(lines[0]?.weight).toBe(Math.max(...lines.map(({ weight }) => weight)));
    expect(answerLines(null, null, null, 'wgs84')).toEqual([]);
  });

  it('follows the roads where the route is known', () => {
    const route: [number, number][] = [
      [111, 28],
      [110.95, 28.03],
      [110.9, 28],
    ];
    const routes = new Map([
      ['c', { seconds: 60, meters: 900, line: route, steps: [], edges: new Uint32Array() }],
    ]);
    const lines = answerLines({ ...rows, routes }, null, null, 'wgs84');
    expect(lines.map(({ path }) => path.length)).toEqual([3, 2, 2]);
    expect(lines[0]?.path).toEqual(route);
  });

  it('goes on thinly along the closed road where the route ends at the edge of an area', () => {
    const line: [number, number][] = [
      [111, 28],
      [110.95, 28.03],
    ];
    const rest: [number, number][] = [
      [110.95, 28.03],
      [110.92, 28.01],
      [110.9, 28],
    ];
    const route = { seconds: 60, meters: 900, line, rest, steps: [], edges: new Uint32Array() };
    const [driven, closed] = answerLines(
      { ...rows, routes: new Map([['c', route]]) },
      null,
      null,
      'wgs84',
    ).slice(-4);
    expect([driven?.path, closed?.path]).toEqual([line, rest]);
    expect(closed!.weight).toBeLessThan(driven!.weight);
    // Who stands at the edge has the closed road alone, and no straight line across it.
    const standing = new Map([['c', { ...route, line: [] }]]);
    expect(
      answerLines({ ...rows, routes: standing }, null, null, 'wgs84').map(({ path }) => path),
    ).toContainEqual(rest);
    expect(answerLines({ ...rows, routes: standing }, null, null, 'wgs84')).toHaveLength(3);
  });

  it('follows a shifted base map', () => {
    expect(answerLines(rows, null, null, 'gcj02')[0]?.path[0]).not.toEqual([110.9, 28]);
  });
});
