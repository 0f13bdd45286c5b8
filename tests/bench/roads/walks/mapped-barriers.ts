/**
 * What a walk crosses, read from the file's own elements by rules written here a second time, in metres on a plane and not
 * in the product's whole units. A crossing that lies within a tolerance of where the rule ends (the road's edge, a gate's
 * opening) is doubtful: neither answer is wrong there.
 */
import type { LngLat, Meters } from '../../../../src/core/model/index.ts';
import type { WalkBarrier } from '../../../../src/core/roads/barriers/kinds.ts';
import type { Elements, Tags } from './extracts.ts';

/** A walk ends that far before the middle line of its road, and a gate, crossing or road opens a wall that far to both sides. */
const ROADSIDE: Meters = 1;
const OPENING: Meters = 3;
const DOUBT: Meters = 0.3;

const METERS_PER_DEGREE = 111_195;
/** Degrees of the squares in which lines are looked up. */
const SQUARE = 0.002;

interface Line {
  kind: WalkBarrier;
  a: LngLat;
  b: LngLat;
}

export interface Crossed {
  surely: Set<WalkBarrier>;
  perhaps: Set<WalkBarrier>;
}

const said = (value: string | undefined): boolean => value !== undefined && value !== 'no';
const meters = (text: string | undefined): number =>
  text === undefined ? NaN : Number.parseFloat(text);
const oneOf = (value: string | undefined, list: string): boolean =>
  value !== undefined && list.split(' ').includes(value);

/** A trunk road that nobody may walk on. */
function isClosedTrunk(tags: Tags): boolean {
  const isForCars =
    tags.motorroad === 'yes' && tags.foot === undefined && tags.access === undefined;
  return isForCars || oneOf(tags.foot, 'no use_sidepath');
}

const isWet = (tags: Tags): boolean =>
  oneOf(tags.natural, 'water coastline') ||
  oneOf(tags.landuse, 'reservoir salt_pond') ||
  oneOf(tags.waterway, 'river canal riverbank dock tidal_channel') ||
  (oneOf(tags.waterway, 'stream drain ditch') && meters(tags.width) >= 3);

function kindOf(tags: Tags): WalkBarrier | null {
  if (said(tags.tunnel) || said(tags.bridge) || tags.location === 'underground') return null;
  if (oneOf(tags.highway, 'motorway motorway_link'))
    return isRoad(tags) && tags.covered !== 'yes' ? 'motorway' : null;
  if (oneOf(tags.highway, 'trunk trunk_link')) return isClosedTrunk(tags) ? 'motorway' : null;
  if (isWet(tags) && tags.covered !== 'yes') return 'water';
  if (oneOf(tags.railway, 'rail light_rail narrow_gauge preserved funicular')) return 'railway';
  if (tags.railway === 'subway') return Number(tags.layer) < 0 ? null : 'railway';
  const low = meters(tags.height) < 0.9;
  if (oneOf(tags.barrier, 'wall city_wall fence retaining_wall hedge ditch yes'))
    return low ? null : 'wall';
  return tags.natural === 'cliff' ? 'cliff' : null;
}

/** Not barred to everybody. */
const isRoad = (tags: Tags): boolean => !oneOf(tags.access, 'no military');

const isOpen = (tags: Tags): boolean =>
  tags.barrier === undefined
    ? oneOf(tags.railway, 'level_crossing crossing') || said(tags.entrance)
    : !oneOf(tags.barrier, 'wall city_wall fence retaining_wall hedge ditch yes no') &&
      tags.locked !== 'yes' &&
      tags.access !== 'no';

export class MappedBarriers {
  private readonly squares = new Map<string, Line[]>();
  private readonly openings = new Map<string, LngLat[]>();

  /** @param roads node ids of every road on the ground that somebody may use */
  constructor({ nodes, ways, relations }: Elements, roads: ReadonlySet<number>) {
    const kinds = new Map<number, Set<WalkBarrier>>();
    const mark = (way: number, kind: WalkBarrier): void =>
      void kinds.set(way, (kinds.get(way) ?? new Set()).add(kind));
    for (const [id, { tags }] of ways) {
      const kind = tags.building === undefined ? kindOf(tags) : null;
      if (kind !== null) mark(id, kind);
    }
    for (const { members, tags } of relations) {
      const kind = tags.type === 'multipolygon' ? kindOf(tags) : null;
      for (const { type, ref } of kind === null ? [] : members)
        if (type === 'way' && ways.get(ref)?.tags.building === undefined) mark(ref, kind!);
    }
    for (const [id, set] of kinds) {
      const { refs } = ways.get(id) ?? { refs: [] };
      for (let i = 0; i < refs.length; i++) {
        const [before, here] = [nodes.get(refs[i - 1] ?? NaN), nodes.get(refs[i]!)];
        if (here === undefined) continue;
        if (isOpen(here.tags) || roads.has(refs[i]!))
          put(this.openings, here.place, here.place, here.place);
        if (before !== undefined)
          for (const kind of set)
            put(this.squares, before.place, here.place, { kind, a: before.place, b: here.place });
      }
    }
  }

  /** What the straight line from a place to one on a road crosses. */
  between(from: LngLat, road: LngLat): Crossed {
    const crossed: Crossed = { surely: new Set(), perhaps: new Set() };
    const scale = Math.cos((from[1] * Math.PI) / 180) * METERS_PER_DEGREE;
    const flat = ([lng, lat]: LngLat): readonly [number, number] => [
      (lng - from[0]) * scale,
      (lat - from[1]) * METERS_PER_DEGREE,
    ];
    const [ex, ey] = flat(road);
    const length = Math.hypot(ex, ey);
    for (const { kind, a, b } of at(this.squares, from, road)) {
      const [[ax, ay], [bx, by]] = [flat(a), flat(b)];
      const turn = ex * (by - ay) - ey * (bx - ax);
      if (turn === 0) continue;
      const along = (ax * (by - ay) - ay * (bx - ax)) / turn;
      const across = (ax * ey - ay * ex) / turn;
      if (along < 0 || along > 1 || across < 0 || across > 1) continue;
      const [x, y] = [along * ex, along * ey];
      const toRoad = length - along * length;
      const toGate =
        kind === 'water' || kind === 'motorway'
          ? Infinity
          : Math.min(
              Infinity,
              ...at(this.openings, from, road)
                .map(flat)
                .map(([gx, gy]) => Math.hypot(gx - x, gy - y)),
            );
      if (toRoad > ROADSIDE - DOUBT && toGate > OPENING - DOUBT) crossed.perhaps.add(kind);
      if (toRoad > ROADSIDE + DOUBT && toGate > OPENING + DOUBT && along * length > DOUBT)
        crossed.surely.add(kind);
    }
    return crossed;
  }
}

const square = (degrees: number): number => Math.floor(degrees / SQUARE);

function put<T>(squares: Map<string, T[]>, a: LngLat, b: LngLat, value: T): void {
  for (let x = square(Math.min(a[0], b[0])); x <= square(Math.max(a[0], b[0])); x++)
    for (let y = square(Math.min(a[1], b[1])); y <= square(Math.max(a[1], b[1])); y++) {
      const key = `${x} ${y}`;
      const list = squares.get(key);
      if (list === undefined) squares.set(key, [value]);
      else list.push(value);
    }
}

/** Everything in the squares around two places. */
function at<T>(squares: ReadonlyMap<string, readonly T[]>, a: LngLat, b: LngLat): T[] {
  const found = new Set<T>();
  for (let x = square(Math.min(a[0], b[0])) - 1; x <= square(Math.max(a[0], b[0])) + 1; x++)
    for (let y = square(Math.min(a[1], b[1])) - 1; y <= square(Math.max(a[1], b[1])) + 1; y++)
      for (const one of squares.get(`${x} ${y}`) ?? []) found.add(one);
  return [...found];
}
