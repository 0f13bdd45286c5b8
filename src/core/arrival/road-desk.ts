/**
 * One road network and what is asked of it for an incident: how long everybody takes, why somebody cannot come, and by
 * which way. Who travels decides the profile and the direction: teams and depots come to the incident, people walk from it.
 */
import type { Geometry } from 'geojson';
import type { Meters } from '../model/index.ts';
import type { ByRoad, Unreached, Vehicle } from '../ranking/types.ts';
import { PROFILES, edgesTouching, makeRouter, openNetwork, snapToRoads } from '../roads/index.ts';
import type { RoadNetwork, Router } from '../roads/index.ts';
import { AskedRoads } from './asked.ts';
import type { RoadQuestion, Way } from './asked.ts';
import { reasonsWhyNot } from './why-not.ts';

/** Something that closes the roads it touches. */
export interface Obstacle {
  id: string;
  /** Another one means another geometry. */
  version: number;
  geometry: Geometry;
}

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
  private readonly asked = new Map<Vehicle, AskedRoads>();
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

  /** For each of the question's others, in their order. Lengths come with the ways. */
  times(question: RoadQuestion): ByRoad[] {
    const asked = this.ask(question);
    const times = Array.from({ length: question.others.length / 2 }, (_, i) => asked.byRoad(i));
    const without = times.flatMap((time, i) => (time === null ? [i] : []));
    const reasons = this.whyNot(asked, without);
    without.forEach((i, n) => (times[i] = { tag: 'unreached', because: reasons[n]! }));
    return times.map((time) => time!);
  }

  /** The ways of some of the question's others, in the order of `which`; null where there is none. After `times` nothing is searched again. */
  ways(question: RoadQuestion, which: readonly number[]): (Way | null)[] {
    const asked = this.ask(question);
    return which.map((i) => asked.way(i));
  }

  private ask(question: RoadQuestion): AskedRoads {
    const { by } = question;
    const { now } = this.travel(by);
    const last = this.asked.get(by);
    if (last?.isAbout(question) === true) return last;
    const asked = new AskedRoads(now, question);
    this.asked.set(by, asked);
    return asked;
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

  /** A point closes the road it lies on, if there is one. */
  private edgesOf(geometry: Geometry): Uint32Array {
    if (geometry.type !== 'Point') return edgesTouching(this.network, geometry);
    const [lng, lat] = geometry.coordinates;
    const [at] = snapToRoads(this.network, [lng!, lat!], POINT_CLOSES_WITHIN);
    return at === undefined ? new Uint32Array() : Uint32Array.of(at.edge);
  }

  private whyNot({ question: { by }, home, ends }: AskedRoads, which: readonly number[]): Unreached[] {
    if (home === null || which.length === 0) return [];
    const travel = this.travel(by);
    if (this.closed.size > 0) travel.open ??= this.routerOf(by);
    const car = by === 'heavy-truck' ? this.travel('emergency-car') : null;
    if (car !== null) car.open ??= this.routerOf('emergency-car');
    const closed = this.closedEdges();
    return reasonsWhyNot({
      by,
      home,
      ends: which.map((i) => ends[i]!),
      now: travel.now,
      open: this.closed.size > 0 ? travel.open : null,
      small: car?.open ?? null,
      closedBy: (edge) => closed.get(edge) ?? [],
    });
  }

  private closedEdges(): ReadonlyMap<number, readonly string[]> {
    const names = new Map<number, string[]>();
    for (const [id, { edges }] of this.closed) {
      for (const edge of edges) {
        const known = names.get(edge);
        if (known === undefined) names.set(edge, [id]);
        else known.push(id);
      }
    }
    return names;
  }
}
