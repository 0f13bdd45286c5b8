/**
 * One road network and what is asked of it for an incident: how long everybody takes, why somebody cannot come, and by
 * which way. Who travels decides the profile and the direction: teams and depots come to the incident, people walk from it.
 */
import type { Geometry } from 'geojson';
import type { LngLat, Meters } from '../model/index.ts';
import type { ByRoad, Unreached, Vehicle } from '../ranking/types.ts';
import {
  PROFILES,
  UNREACHED,
  edgesTouching,
  makeRouter,
  openNetwork,
  snapToRoads,
  wayLine,
  wayMeters,
} from '../roads/index.ts';
import type { RoadNetwork, RoadPath, RoadPlace, RoadSnap, Router } from '../roads/index.ts';

/** Something that closes the roads it touches. */
export interface Obstacle {
  id: string;
  /** Another one means another geometry. */
  version: number;
  geometry: Geometry;
}

export interface RoadQuestion {
  by: Vehicle;
  /** The incident. */
  place: LngLat;
  /** The candidates: `[lng, lat, lng, lat, …]`. */
  others: Float64Array;
}

/** A way as it is drawn and told. */
export interface Way {
  seconds: number;
  meters: Meters;
  /** In driving order. */
  line: LngLat[];
}

/** How far from a road an incident and a candidate may lie, in metres as the crow flies. Product defaults. */
export const INCIDENT_TO_ROAD: Meters = 2000;
export const CANDIDATE_TO_ROAD: Meters = 500;

/** A closure that is a point closes the nearest road within this many metres. */
export const POINT_CLOSES_WITHIN: Meters = 50;

interface Travel {
  /** With what is closed now. */
  now: Router;
  /** As if nothing were closed; made when somebody cannot come, to say why. */
  open: Router | null;
}

export class RoadDesk {
  private readonly network: RoadNetwork;
  private readonly travels = new Map<Vehicle, Travel>();
  private readonly closed = new Map<string, { version: number; edges: Uint32Array }>();

  /** @throws RoadDataError when the bytes are no network of this version. */
  constructor(buffer: ArrayBuffer) {
    this.network = openNetwork(buffer);
  }

  /** What is closed from now on, instead of what was; only what changed is looked up. @returns the edges closed now */
  close(obstacles: readonly Obstacle[]): number {
    const wanted = new Map(obstacles.map((obstacle) => [obstacle.id, obstacle]));
    for (const id of this.closed.keys()) {
      if (wanted.has(id)) continue;
      this.closed.delete(id);
      for (const { now } of this.travels.values()) now.open(id);
    }
    for (const [id, { version, geometry }] of wanted) {
      if (this.closed.get(id)?.version === version) continue;
      const edges = this.edgesOf(geometry);
      this.closed.set(id, { version, edges });
      for (const { now } of this.travels.values()) now.close(id, edges);
    }
    return new Set([...this.closed.values()].flatMap(({ edges }) => [...edges])).size;
  }

  /** For each of the question's others, in their order. */
  times({ by, place, others }: RoadQuestion): ByRoad[] {
    const travel = this.travel(by);
    const { now } = travel;
    const count = others.length / 2;
    const home = this.snapped(travel, place, INCIDENT_TO_ROAD);
    const noRoad = (end: 'incident' | 'candidate', limit: Meters): ByRoad =>
      unreached({ reason: 'no-road', end, limit });
    if (home === null) return Array.from({ length: count }, () => noRoad('incident', INCIDENT_TO_ROAD));
    const ends = this.endsOf(travel, others);
    const targets = now.targets(ends, by === 'foot' ? 'away' : 'towards');
    const { ms, best, ways } = now.timesAndWays(home, targets, count);
    const meters = new Map(best.map((target, i) => [target, wayMeters(this.network, ways[i]!)]));
    return ends.map((end, i) => {
      if (end === null) return noRoad('candidate', CANDIDATE_TO_ROAD);
      if (ms[i] !== UNREACHED)
        return { tag: 'reached', seconds: ms[i]! / 1000, meters: meters.get(i)!, offRoad: home.meters };
      return unreached(this.whyNot(by, home, end));
    });
  }

  /** The ways to or from each of the question's others; null where there is none. */
  ways({ by, place, others }: RoadQuestion): (Way | null)[] {
    const travel = this.travel(by);
    const { now } = travel;
    const count = others.length / 2;
    const ways: (Way | null)[] = Array.from({ length: count }, () => null);
    const home = this.snapped(travel, place, INCIDENT_TO_ROAD);
    if (home === null) return ways;
    const targets = now.targets(this.endsOf(travel, others), by === 'foot' ? 'away' : 'towards');
    const { best, ways: paths } = now.timesAndWays(home, targets, count);
    best.forEach((target, i) => {
      const path = paths[i]!;
      ways[target] = {
        seconds: path.ms / 1000,
        meters: wayMeters(this.network, path),
        line: wayLine(this.network, path),
      };
    });
    return ways;
  }

  private travel(by: Vehicle): Travel {
    let travel = this.travels.get(by);
    if (travel === undefined) {
      travel = { now: this.routerOf(by), open: null };
      for (const [id, { edges }] of this.closed) travel.now.close(id, edges);
      this.travels.set(by, travel);
    }
    return travel;
  }

  private routerOf(by: Vehicle): Router {
    const profile = PROFILES.find(({ id }) => id === by);
    if (profile === undefined) throw new RangeError(`no road profile ${by}`);
    return makeRouter(this.network, profile);
  }

  private endsOf(travel: Travel, others: Float64Array): (RoadPlace | null)[] {
    return Array.from({ length: others.length / 2 }, (_, i) =>
      this.snapped(travel, [others[2 * i]!, others[2 * i + 1]!], CANDIDATE_TO_ROAD),
    );
  }

  /** A point closes the road it lies on, if there is one. */
  private edgesOf(geometry: Geometry): Uint32Array {
    if (geometry.type !== 'Point') return edgesTouching(this.network, geometry);
    const [lng, lat] = geometry.coordinates;
    const [at] = snapToRoads(this.network, [lng!, lat!], POINT_CLOSES_WITHIN);
    return at === undefined ? new Uint32Array() : Uint32Array.of(at.edge);
  }

  /** The nearest road they may ever use, closed now or not: somebody on a closed road is told so. */
  private snapped({ now }: Travel, place: LngLat, limit: Meters): RoadSnap | null {
    return now.snap(place, limit)[0] ?? null;
  }

  /** Tried in order: as if nothing were closed, then as something small; else the roads do not meet. */
  private whyNot(by: Vehicle, home: RoadPlace, end: RoadPlace): Unreached {
    const travel = this.travel(by);
    const [from, to] = by === 'foot' ? [home, end] : [end, home];
    if (this.closed.size > 0) {
      travel.open ??= this.routerOf(by);
      const path = travel.open.route(from, to);
      if (path !== null) return { reason: 'closed', closures: this.closuresOn(travel.now, path) };
    }
    if (by === 'heavy-truck') {
      const car = this.travel('emergency-car');
      car.open ??= this.routerOf('emergency-car');
      if (car.open.route(from, to) !== null) return { reason: 'too-large' };
    }
    return { reason: 'island' };
  }

  private closuresOn(router: Router, { members }: RoadPath): string[] {
    return [...new Set(members.flatMap((member) => router.closedBy(member >> 1)))];
  }
}

const unreached = (because: Unreached): ByRoad => ({ tag: 'unreached', because });
