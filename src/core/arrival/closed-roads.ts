/** Which edges of one network are closed now, by what and for whom. */
import type { Geometry } from 'geojson';
import { boxOf } from '../geo/box-of.ts';
import { nearestOnGeometry } from '../geo/to-geometry.ts';
import type { LngLat, Meters } from '../model/index.ts';
import type { Vehicle } from '../ranking/types.ts';
import { cutsOf, isCutBetween, joined } from '../roads/cuts.ts';
import type { Cut } from '../roads/cuts.ts';
import { edgesAt } from '../roads/meeting.ts';
import type { RoadNetwork, RoadPlace } from '../roads/network.ts';
import type { Router } from '../roads/router.ts';
import { snapToRoads } from '../roads/snap.ts';
import { edgesTouching, touchesLine } from '../roads/touching.ts';
import { effectOf, linesOf } from './effect.ts';
import type { ClosedLines, ClosureEffect } from './effect.ts';
import { closesSame } from './obstacle.ts';
import type { Obstacle } from './obstacle.ts';

/** A closure that is a point cuts the nearest road within this many metres. */
export const POINT_CLOSES_WITHIN: Meters = 50;

/** Looked-up geometries that are kept beyond those in use: what opened may close again. */
const KEPT = 256;

const stopsSomebody = ({ stops }: Obstacle): boolean => stops === undefined || stops.length > 0;
const stopsVehicle = ({ stops }: Obstacle, by: Vehicle): boolean =>
  stops === undefined || stops.includes(by);

/** A slide that is marked with a point reaches so far from it: nobody walks past it nearer than that. Product default. */
const POINT_REACHES: Meters = 20;

/** Degrees that are more than `POINT_REACHES` in every direction up to 80° north and south. */
const REACHED_DEGREES = POINT_REACHES / 111_195 / Math.cos((80 * Math.PI) / 180);

/** Whether a geometry can matter to the line between two places. */
function isNear(geometry: Geometry, [lng, lat]: LngLat, [toLng, toLat]: LngLat): boolean {
  const [west, south, east, north] = boxOf(geometry);
  return (
    Math.max(lng, toLng) >= west - REACHED_DEGREES &&
    Math.min(lng, toLng) <= east + REACHED_DEGREES &&
    Math.max(lat, toLat) >= south - REACHED_DEGREES &&
    Math.min(lat, toLat) <= north + REACHED_DEGREES
  );
}

const liesBetween = ({ geometry }: Obstacle, from: LngLat, to: LngLat): boolean => {
  if (!isNear(geometry, from, to)) return false;
  if (geometry.type !== 'Point') return touchesLine(geometry, from, to);
  const [lng, lat] = geometry.coordinates;
  const near = nearestOnGeometry([lng!, lat!], {
    type: 'LineString',
    coordinates: [[...from], [...to]],
  });
  return near !== null && near.meters < POINT_REACHES;
};

/** The edges a geometry touches, in rising order, and where on each. */
interface Touched {
  edges: Uint32Array;
  cuts: ReadonlyMap<number, readonly Cut[]>;
}

/** A cut of an edge, with what makes it. */
export interface NamedCut {
  name: string;
  /** An active area, which can be gone through along the road; a closure cannot. */
  isArea: boolean;
  cut: Cut;
}

export class ClosedRoads {
  private held = new Map<string, Obstacle>();
  private readonly touched = new Map<string, Touched>();

  constructor(private readonly network: RoadNetwork) {}

  get isEmpty(): boolean {
    return this.held.size === 0;
  }

  /** These hold from now on, instead of what did; the routers follow, and only what changed is closed or opened. */
  change(obstacles: readonly Obstacle[], routers: Iterable<readonly [Vehicle, Router]>): void {
    const before = this.held;
    this.held = new Map(obstacles.map((one) => [one.id, one]));
    const opened = [...before.values()].filter(({ id }) => !this.held.has(id));
    const closed = obstacles.filter((one) => {
      const was = before.get(one.id);
      return was === undefined || !closesSame(was, one);
    });
    for (const [by, router] of routers) {
      for (const { id } of opened) router.open(id);
      for (const one of closed) {
        if (stopsVehicle(one, by)) this.closeOn(router, one);
        else router.open(one.id);
      }
    }
  }

  /** Close for a router that is new what is closed already. */
  closeFor(by: Vehicle, router: Router): void {
    for (const one of this.held.values()) if (stopsVehicle(one, by)) this.closeOn(router, one);
  }

  private closeOn(router: Router, one: Obstacle): void {
    const { edges, cuts } = this.touchedBy(one);
    router.close(one.id, edges, cuts);
  }

  /** How many edges are closed for somebody. */
  count(): number {
    return this.edgesClosed([...this.held.values()]).size;
  }

  /** By edge the names of what closes it for a vehicle. */
  namesFor(
    by: Vehicle,
    obstacles: Iterable<Obstacle> = this.held.values(),
  ): ReadonlyMap<number, readonly string[]> {
    return this.namesWhere(obstacles, (one) => stopsVehicle(one, by));
  }

  /** By edge the names of what lies on it and lets a vehicle pass. */
  namesPassable(by: Vehicle): ReadonlyMap<number, readonly string[]> {
    return this.namesWhere(this.held.values(), (one) => !stopsVehicle(one, by));
  }

  private namesWhere(
    obstacles: Iterable<Obstacle>,
    wanted: (one: Obstacle) => boolean,
  ): ReadonlyMap<number, readonly string[]> {
    const names = new Map<number, string[]>();
    for (const one of obstacles) {
      if (!wanted(one)) continue;
      for (const edge of this.edgesOf(one)) {
        const known = names.get(edge);
        if (known === undefined) names.set(edge, [one.id]);
        else known.push(one.id);
      }
    }
    return names;
  }

  /** Whether what holds under a name is an active area, and no closure. */
  isArea(name: string): boolean {
    return this.held.get(name)?.stops !== undefined;
  }

  /** Whether nothing that stops a vehicle now lies on the line between two places. */
  isClearFor(by: Vehicle): (from: LngLat, to: LngLat) => boolean {
    return (from, to) =>
      ![...this.held.values()].some((one) => stopsVehicle(one, by) && liesBetween(one, from, to));
  }

  /** Ids of the active areas that close a place on a road for a vehicle (closures are none: they say whom they stop to nobody). */
  areasAt(by: Vehicle, { edge, along }: RoadPlace): string[] {
    const areas = [...this.held.values()].filter((one) => one.stops?.includes(by) === true);
    return areas
      .filter((one) => isCutBetween(this.touchedBy(one).cuts.get(edge) ?? [], along, along))
      .map(({ id }) => id);
  }

  /** What closes an edge for a vehicle, and where on it. */
  cutsOn(by: Vehicle, edge: number): NamedCut[] {
    return [...this.held.values()]
      .filter((one) => stopsVehicle(one, by))
      .flatMap((one) =>
        (this.touchedBy(one).cuts.get(edge) ?? []).map((cut) => ({
          name: one.id,
          isArea: one.stops !== undefined,
          cut,
        })),
      );
  }

  effects(obstacles: readonly Obstacle[]): ClosureEffect[] {
    return obstacles.map((one) => effectOf(this.network, this.touchedBy(one).cuts));
  }

  lines(obstacles: readonly Obstacle[]): ClosedLines {
    const saved = this.cutsBy(obstacles.filter(({ draft }) => draft !== true));
    const drafts = this.cutsBy(obstacles.filter(({ draft }) => draft === true));
    return linesOf(this.network, saved, drafts);
  }

  private cutsBy(obstacles: readonly Obstacle[]): ReadonlyMap<number, readonly Cut[]> {
    const all = new Map<number, Cut[]>();
    for (const one of obstacles.filter(stopsSomebody))
      for (const [edge, cuts] of this.touchedBy(one).cuts)
        all.set(edge, joined([...(all.get(edge) ?? []), ...cuts]));
    return all;
  }

  private edgesClosed(obstacles: readonly Obstacle[]): Set<number> {
    return new Set(obstacles.filter(stopsSomebody).flatMap((one) => [...this.edgesOf(one)]));
  }

  edgesOf(one: Obstacle): Uint32Array {
    return this.touchedBy(one).edges;
  }

  /** Looked up once per geometry. */
  private touchedBy({ id, version, geometry }: Obstacle): Touched {
    const key = `${version} ${id}`;
    const known = this.touched.get(key);
    if (known !== undefined) return known;
    const found = this.lookUp(geometry);
    if (this.touched.size > KEPT + this.held.size) {
      const [oldest] = this.touched.keys();
      if (oldest !== undefined) this.touched.delete(oldest);
    }
    this.touched.set(key, found);
    return found;
  }

  /** A point cuts the road it lies on, if there is one; at a crossing every road there. */
  private lookUp(geometry: Geometry): Touched {
    if (geometry.type !== 'Point') {
      const edges = edgesTouching(this.network, geometry);
      return { edges, cuts: cutsOf(this.network, geometry, edges) };
    }
    const [lng, lat] = geometry.coordinates;
    const [at] = snapToRoads(this.network, [lng!, lat!], POINT_CLOSES_WITHIN);
    if (at === undefined) return { edges: new Uint32Array(), cuts: new Map() };
    const node = nodeAt(this.network, at);
    if (node === null)
      return { edges: Uint32Array.of(at.edge), cuts: new Map([[at.edge, [[at.along, at.along]]]]) };
    const edges = Uint32Array.from(new Set(edgesAt(this.network, node))).sort();
    return {
      edges,
      cuts: new Map([...edges].map((edge) => [edge, endsAt(this.network, edge, node)])),
    };
  }
}

/** The node that a place stands for; null inside an edge. */
function nodeAt({ edgeFrom, edgeTo }: RoadNetwork, { edge, along }: RoadPlace): number | null {
  if (along === 0) return edgeFrom[edge]!;
  return along === 1 ? edgeTo[edge]! : null;
}

/** The ends that an edge has at a node, as cuts: both of a loop. */
const endsAt = ({ edgeFrom, edgeTo }: RoadNetwork, edge: number, node: number): Cut[] => [
  ...(edgeFrom[edge] === node ? [[0, 0] as const] : []),
  ...(edgeTo[edge] === node ? [[1, 1] as const] : []),
];
