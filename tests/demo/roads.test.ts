/** The demo roads as a router would see them: lines that meet only in exactly shared points, and one whole network. */
import type { LineString, Point, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { generateDemo } from '../../supabase/demo/generate.ts';

const demo = generateDemo(new Date('2026-11-22T02:30:00Z'));
const roads = demo.base_feature
  .filter(({ layer }) => layer === 'road')
  .map(({ class: of, name, geom }) => ({ of, name, line: (geom as LineString).coordinates }));

const keyOf = (position: Position): string => position.join();

/** Component number of every vertex, by union of the vertices along each line. */
function components(): Map<string, string> {
  const parent = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  for (const { line } of roads)
    line.forEach((position, i) => {
      const key = keyOf(position);
      if (!parent.has(key)) parent.set(key, key);
      if (i > 0) parent.set(root(key), root(keyOf(line[i - 1] as Position)));
    });
  return new Map([...parent.keys()].map((key) => [key, root(key)]));
}

const turn = (a: Position, b: Position, c: Position): number =>
  Math.sign(
    ((b[0] ?? 0) - (a[0] ?? 0)) * ((c[1] ?? 0) - (a[1] ?? 0)) -
      ((b[1] ?? 0) - (a[1] ?? 0)) * ((c[0] ?? 0) - (a[0] ?? 0)),
  );

describe('the demo roads', () => {
  it('have classes, and names for all but village lanes', () => {
    expect(new Set(roads.map(({ of }) => of))).toEqual(
      new Set(['trunk', 'primary', 'secondary', 'tertiary', 'residential', 'track']),
    );
    expect(roads.filter(({ of, name }) => name === null && of !== 'residential')).toEqual([]);
  });

  it('hang together in one network that reaches every settlement', () => {
    const known = components();
    expect(new Set(known.values()).size).toBe(1);
    const lost = demo.settlement.filter(
      ({ geom }) => geom?.type !== 'Point' || !known.has(keyOf(geom.coordinates)),
    );
    expect(lost.map(({ name }) => name)).toEqual([]);
  });

  it('have more than one way to most places: it is no tree', () => {
    const vertices = components().size;
    const segments = roads.reduce((sum, { line }) => sum + line.length - 1, 0);
    expect(segments - vertices + 1).toBeGreaterThan(60);
  });

  it('cross only in shared points', () => {
    const segments = roads.flatMap(({ line }) =>
      line.slice(1).map((b, i) => [line[i] as Position, b] as const),
    );
    const cells = new Map<string, number[]>();
    segments.forEach(([a, b], i) => {
      const span = (axis: 0 | 1): number[] => {
        const [low, high] = [
          Math.min(a[axis] ?? 0, b[axis] ?? 0),
          Math.max(a[axis] ?? 0, b[axis] ?? 0),
        ];
        return [Math.floor(low * 200), Math.floor(high * 200)];
      };
      const [[west = 0, east = 0], [south = 0, north = 0]] = [span(0), span(1)];
      for (let x = west; x <= east; x += 1)
        for (let y = south; y <= north; y += 1)
          cells.set(`${x},${y}`, [...(cells.get(`${x},${y}`) ?? []), i]);
    });
    const crossings = new Set<string>();
    for (const list of cells.values())
      for (const i of list)
        for (const j of list) {
          if (j <= i) continue;
          const [[a, b], [c, d]] = [
            segments[i] as [Position, Position],
            segments[j] as [Position, Position],
          ];
          if ([a, b].some((end) => keyOf(end) === keyOf(c) || keyOf(end) === keyOf(d))) continue;
          if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0)
            crossings.add(`${a} × ${c}`);
        }
    expect([...crossings]).toEqual([]);
  });

  it('cross the river on named bridges', () => {
    const bridges = new Set(
      roads.flatMap(({ name }) => (name?.endsWith('大桥') || name === '云洄二桥' ? [name] : [])),
    );
    expect(bridges.size).toBeGreaterThanOrEqual(6);
  });

  it('carry the evacuation routes', () => {
    const steps = new Set(
      roads.flatMap(({ line }) =>
        line
          .slice(1)
          .flatMap((b, i) => [
            `${keyOf(line[i] as Position)}>${keyOf(b)}`,
            `${keyOf(b)}>${keyOf(line[i] as Position)}`,
          ]),
      ),
    );
    for (const { geom, name } of demo.evacuation_route) {
      const line = geom.coordinates;
      // The last step leaves the road for the shelter.
      const off = line
        .slice(1, -1)
        .filter((b, i) => !steps.has(`${keyOf(line[i] as Position)}>${keyOf(b)}`));
      expect([name, off]).toEqual([name, []]);
    }
  });
});

describe('the teams of the demonstration that are on their way', () => {
  /** Metres of a degree of latitude; close enough within one county. */
  const DEGREE = 111_195;
  const metersTo = ([lng = 0, lat = 0]: Position, line: readonly Position[]): number => {
    const at = ([x = 0, y = 0]: Position): [number, number] => [
      (x - lng) * DEGREE * Math.cos((lat * Math.PI) / 180),
      (y - lat) * DEGREE,
    ];
    let least = Infinity;
    for (let i = 1; i < line.length; i++) {
      const [[ax, ay], [bx, by]] = [at(line[i - 1] as Position), at(line[i] as Position)];
      const [dx, dy] = [bx - ax, by - ay];
      const share = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
      least = Math.min(least, Math.hypot(ax + share * dx, ay + share * dy));
    }
    return least;
  };

  it('are on a road, the boat on its river aside', () => {
    const seen = demo.team.filter(({ position }) => position !== null);
    expect(seen.length).toBeGreaterThan(5);
    const off = seen.filter(
      ({ position }) =>
        Math.min(...roads.map(({ line }) => metersTo((position as Point).coordinates, line))) > 30,
    );
    expect(off.map(({ name }) => name)).toEqual(['县水上救援队']);
  });
});
