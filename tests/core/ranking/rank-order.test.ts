import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { greatCircle } from '../../../src/core/geo/distance.ts';
import { distanceToGeometry } from '../../../src/core/geo/to-geometry.ts';
import type { Hazard } from '../../../src/core/model/index.ts';
import { rankCandidates } from '../../../src/core/ranking/rank-candidates.ts';
import { LEFT_OUT_REASONS } from '../../../src/core/ranking/types.ts';
import { SETTINGS, hazard, question, setting, shelter, tables, team } from './register.ts';

const area = (west: number, south: number, size: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});

describe('order', () => {
  it('is by distance, ties by id', () => {
    const register = tables({
      hazard: [
        hazard('b', { lng: 113.1 }),
        hazard('a', { lng: 113.1 }),
        hazard('c', { lng: 112.9 }),
        hazard('d'),
      ],
    });
    const answer = rankCandidates(question('hazard'), register);
    // 113.1 and 112.9 lie equally far in words, not in the last bit of Turf's value: distance comes before id.
    const [first, ...rest] = answer.ranked;
    expect(first?.id).toBe('d');
    expect(rest.map(({ distance }) => distance)).toEqual(
      rest.map(({ distance }) => distance).sort((a, b) => a - b),
    );
    expect(rest.filter(({ id }) => id !== 'c').map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('does not depend on the order of the records', () => {
    const records = Array.from({ length: 50 }, (_, i) =>
      hazard(`h${i}`, { lng: 113 + (i % 5) / 100 }),
    );
    const order = (hazards: Hazard[]): string[] =>
      rankCandidates(question('hazard', { count: 50 }), tables({ hazard: hazards })).ranked.map(
        ({ id }) => id,
      );
    expect(order([...records].reverse())).toEqual(order(records));
  });

  it('says what has been done about a hazard and leaves none out for it', () => {
    const answer = rankCandidates(
      question('hazard'),
      tables({ hazard: [hazard('a', { rectificationState: 'closed' })] }),
    );
    expect(answer.ranked[0]?.facts).toEqual([{ tag: 'rectification', state: 'closed' }]);
  });
});

describe('areas and lines', () => {
  it('are measured to the edge, 0 inside, and rank among points', () => {
    const register = tables({
      hazard: [
        hazard('far centre, near edge', { lng: 114, lat: 30, geometry: area(113.05, 28, 2) }),
        hazard('point', { lng: 113.06 }),
        hazard('around the incident', { lng: 113, lat: 29, geometry: area(112, 28, 2) }),
        hazard('line', {
          lng: null,
          lat: null,
          geometry: {
            type: 'LineString',
            coordinates: [
              [113.01, 28],
              [113.01, 30],
            ],
          },
        }),
        hazard('nothing in it', {
          lng: null,
          lat: null,
          geometry: { type: 'MultiPolygon', coordinates: [] },
        }),
        hazard('nothing in it, but a place', {
          lng: 113.001,
          geometry: { type: 'MultiPolygon', coordinates: [] },
        }),
      ],
    });
    const answer = rankCandidates(question('hazard'), register);
    expect(answer.ranked.map(({ id }) => id)).toEqual([
      'around the incident',
      'nothing in it, but a place',
      'line',
      'far centre, near edge',
      'point',
    ]);
    expect(answer.ranked[0]).toMatchObject({
      place: [113, 29],
      distance: 0,
      terms: [{ tag: 'straight-line', meters: 0, inside: true }],
    });
    expect(answer.ranked[2]?.place[0]).toBeCloseTo(113.01, 5);
    expect(answer.leftOut.map(({ id, because }) => [id, because])).toEqual([
      ['nothing in it', { reason: 'no-place' }],
    ]);
    expect(
      rankCandidates(question('hazard', { count: 2 }), register).ranked.map(({ id }) => id),
    ).toEqual(['around the incident', 'nothing in it, but a place']);
  });

  it('stand in order of id where they are equally far', () => {
    const around = (id: string) => hazard(id, { geometry: area(112, 28, 2) });
    const register = tables({
      hazard: [around('d'), hazard('c'), around('b'), hazard('a'), around('e')],
    });
    const order = (count: number): string[] =>
      rankCandidates(question('hazard', { count }), register).ranked.map(({ id }) => id);
    expect(order(10)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(order(2)).toEqual(['a', 'b']);
  });

  it('give the exact k nearest for any mixture with points', () => {
    const coordinate = fc.tuple(
      fc.double({ min: 112, max: 114, noNaN: true }),
      fc.double({ min: 28, max: 30, noNaN: true }),
    );
    const record = fc.record({ place: coordinate, size: fc.constantFrom(0, 0, 0.001, 0.1, 1) });
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 60 }),
        coordinate,
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 150_000 }),
        (given, place, count, radius) => {
          const hazards = given.map(({ place: [lng, lat], size }, i) =>
            hazard(`h${String(i).padStart(3, '0')}`, {
              lng,
              lat,
              geometry: size === 0 ? null : area(lng, lat, size),
            }),
          );
          const oracle = hazards
            .map(({ id, lng, lat, geometry }) => ({
              id,
              meters: geometry
                ? distanceToGeometry(place, geometry)
                : greatCircle(place, [lng ?? 0, lat ?? 0]),
            }))
            .sort((a, b) => a.meters - b.meters || (a.id < b.id ? -1 : 1));
          const within = oracle.filter(({ meters }) => meters <= radius);
          const answer = rankCandidates(
            question('hazard', { count, radius }, { place }),
            tables({ hazard: hazards }),
          );
          expect(answer.ranked.map(({ id, distance }) => ({ id, meters: distance }))).toEqual(
            within.slice(0, count),
          );
          expect(answer.leftOut.map(({ id, distance }) => ({ id, meters: distance }))).toEqual(
            oracle.filter(({ meters }) => meters > radius),
          );
          expect(answer.farther).toBe(within.length - answer.ranked.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('count and radius', () => {
  const spread = tables({
    team: Array.from({ length: 30 }, (_, i) =>
      team(`t${String(i).padStart(2, '0')}`, { lng: 113 + i * 0.05 }),
    ),
  });

  it("come from the district's settings, the nearest district upwards", () => {
    const answer = rankCandidates(question('team'), spread);
    expect(answer).toMatchObject({ count: 10, radius: 50_000, total: 30, scoreUnit: 'meters' });
    expect(answer.ranked).toHaveLength(10);
    expect(answer.farther).toBe(1);
    expect(answer.leftOutBy['outside-radius']).toBe(19);
    const near = {
      ...spread,
      district_setting: new Map(
        [...SETTINGS, setting('4306', 'nearest_count', 3), setting('43', 'nearest_count', 2)].map(
          (one) => [one.id, one],
        ),
      ),
    };
    expect(rankCandidates(question('team'), near).count).toBe(3);
    expect(rankCandidates(question('team', {}, { districtCode: '43' }), near).count).toBe(2);
    expect(rankCandidates(question('team', {}, { districtCode: null }), near).count).toBe(10);
    expect(rankCandidates(question('team', {}, { districtCode: 'not loaded' }), near).count).toBe(
      10,
    );
  });

  it('can be set by the person', () => {
    const answer = rankCandidates(question('team', { count: 3, radius: 5_000 }), spread);
    expect(answer.ranked.map(({ id }) => id)).toEqual(['t00', 't01']);
    expect(answer.leftOut[0]?.because).toEqual({ reason: 'outside-radius', radius: 5_000 });
  });

  it('are without limit where nobody has set any', () => {
    const free = { ...spread, district_setting: new Map() };
    expect(rankCandidates(question('team'), free)).toMatchObject({
      count: Infinity,
      radius: Infinity,
      leftOut: [],
      farther: 0,
    });
  });
});

describe('what is left out', () => {
  it('is listed nearest first, those without a place last, and counted by reason', () => {
    const register = tables({
      shelter: [
        shelter('far', { lng: 115 }),
        shelter('closed', { lng: 113.2, state: 'closed' }),
        shelter('nowhere b', { lng: null }),
        shelter('nowhere a', { lat: null }),
        shelter('full', { lng: 113.1, capacity: 5, occupancy: 5 }),
        shelter('fine'),
      ],
    });
    const answer = rankCandidates(question('shelter'), register);
    const out = answer.leftOut.map(({ id, because, distance }) => [
      id,
      because.reason,
      distance === null,
    ]);
    expect(out).toEqual([
      ['full', 'full', false],
      ['closed', 'unavailable', false],
      ['far', 'outside-radius', false],
      ['nowhere a', 'no-place', true],
      ['nowhere b', 'no-place', true],
    ]);
    expect(answer.leftOutBy).toMatchObject({
      full: 1,
      unavailable: 1,
      'outside-radius': 1,
      'no-place': 2,
    });
    const short = rankCandidates(question('shelter', {}, { leftOutCount: 2 }), register);
    expect(short.leftOut).toEqual(answer.leftOut.slice(0, 2));
    expect(short.leftOutBy).toEqual(answer.leftOutBy);
  });

  it('together with the ranked and the farther ones is everybody', () => {
    const given = fc.record({
      lng: fc.option(fc.double({ min: 100, max: 120, noNaN: true })),
      availability: fc.constantFrom('available', 'busy', 'off_duty', 'unknown'),
      capabilities: fc.subarray(['水域救援', '森林灭火']),
      positionLng: fc.option(fc.double({ min: 100, max: 120, noNaN: true })),
      positionAt: fc.option(
        fc.constantFrom('2026-11-22T03:50:00Z', '2026-11-22T01:00:00Z', '2027-01-01T00:00:00Z'),
      ),
    });
    fc.assert(
      fc.property(
        fc.array(given, { maxLength: 40 }),
        fc.boolean(),
        fc.boolean(),
        (teams, onlyAvailable, capable) => {
          const register = tables({
            team: teams.map((one, i) =>
              team(`t${i}`, { ...one, positionLat: 29 } as Parameters<typeof team>[1]),
            ),
          });
          const filters = {
            onlyAvailable,
            capability: capable ? '水域救援' : null,
            radius: 300_000,
            count: 5,
          };
          const answer = rankCandidates(question('team', filters), register);
          const seen = [...answer.ranked, ...answer.leftOut].map(({ id }) => id);
          expect(new Set(seen).size).toBe(seen.length);
          expect(seen.length + answer.farther).toBe(teams.length);
          expect(LEFT_OUT_REASONS.reduce((sum, reason) => sum + answer.leftOutBy[reason], 0)).toBe(
            answer.leftOut.length,
          );
          for (const row of answer.ranked) {
            expect(row.score).toBe(
              row.terms.reduce(
                (sum, term) => sum + ('meters' in term && term.tag !== 'road' ? term.meters : NaN),
                0,
              ),
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
