/**
 * One road network and what is asked of it for an incident: how long everybody takes, why somebody cannot come, and by
 * which route. Who travels decides the profile and the direction: teams and depots come to the incident, people walk from it.
 */
import type { LngLat, Meters } from '../model/index.ts';
import { AT_THE_ROAD } from '../ranking/off-road.ts';
import type { ByRoad, GroundAt, Unreached, Vehicle } from '../ranking/types.ts';
import { barredOn, heedless } from '../roads/barred.ts';
import type { GroundBarrier } from '../roads/barriers/kinds.ts';
import { WalkGround } from '../roads/barriers/walk-ground.ts';
import { isOnGround, openNetwork } from '../roads/network.ts';
import type { RoadNetwork } from '../roads/network.ts';
import { PROFILES } from '../roads/profiles.ts';
import type { RoadProfile } from '../roads/profiles.ts';
import { makeRouter } from '../roads/router.ts';
import type { Router } from '../roads/router.ts';
import type { RoadSnap } from '../roads/snap.ts';
import { AskedRoads, INCIDENT_TO_ROAD, directionOf } from './asked.ts';
import type { EdgesAround, RoadQuestion, Route } from './asked.ts';
import { ClosedRoads } from './closed-roads.ts';
import { comesSame, namesOn } from './compare.ts';
import type { Compared, UnderBefore } from './compare.ts';
import type { ClosedLines, ClosureEffect } from './effect.ts';
import { edgesOfAreas } from './edge-of-areas.ts';
import { firstTeams } from './first-team.ts';
import type { FirstQuestion, FirstTeams } from './first-team.ts';
import type { Obstacle } from './obstacle.ts';
import { roadAt } from './roads-at.ts';
import { stretchAt } from './stretch.ts';
import type { RoadStretch } from './stretch.ts';
import { reasonsWhyNot } from './why-not.ts';

/** An incident may lie between the lanes of a road, or at a corner: so many roads beside it are looked at. */
const ROADS_NEARBY = 8;

interface Travel {
  /** With what is closed now. */
  now: Router;
  /** As if nothing were closed; made when somebody cannot come, to say why. */
  open: Router | null;
  /** As if nothing were closed, and nothing forbidden; made like it. */
  heedless: Router | null;
}

const isByOther = (time: ByRoad): boolean =>
  time.tag === 'reached' &&
  (time.otherRoad !== undefined || time.remarks?.some(({ tag }) => tag === 'other-home') === true);

export class RouterService {
  private readonly network: RoadNetwork;
  private readonly travels = new Map<Vehicle, Travel>();
  private readonly asked = new Map<Vehicle, AskedRoads>();
  private readonly closed: ClosedRoads;
  private readonly ground: WalkGround;

  /** @throws RoadDataError when the bytes are no network of this version. */
  constructor(
    buffer: ArrayBuffer,
    private readonly profiles: readonly RoadProfile[] = PROFILES,
  ) {
    this.network = openNetwork(buffer);
    this.closed = new ClosedRoads(this.network);
    this.ground = new WalkGround(this.network);
  }

  /** What is closed from now on, instead of what was; only what changed is looked up. @returns the edges closed now */
  close(obstacles: readonly Obstacle[]): number {
    this.closed.change(obstacles, this.routers());
    for (const [by, asked] of this.asked) {
      if (asked.beginsAtAnEdge || this.isFlooded(by, asked.home?.end ?? null))
        this.asked.delete(by);
    }
    return this.closed.count();
  }

  /** For each of the question's others, in their order. Lengths come with the routes. */
  times(question: RoadQuestion): ByRoad[] {
    const asked = this.ask(question);
    const times = Array.from({ length: question.others.length / 2 }, (_, i) => asked.byRoad(i));
    const without = times.flatMap((time, i) => (time === null ? [i] : []));
    const reasons = this.whyNot(asked, without);
    without.forEach((i, n) => (times[i] = { tag: 'unreached', because: reasons[n]! }));
    return this.withBarred(
      asked,
      times.map((time) => time!),
    );
  }

  /** The routes of some of the question's others, in the order of `which`; null where there is none. After `times` nothing is searched again. */
  routes(question: RoadQuestion, which: readonly number[]): (Route | null)[] {
    const asked = this.ask(question);
    const passable = this.closed.namesPassable(question.by);
    return asked.routes(which).map((route) => {
      if (route === null || passable.size === 0) return route;
      const through = new Set([...route.edges].flatMap((edge) => passable.get(edge) ?? []));
      return { ...route, through: [...through] };
    });
  }

  /** When the first of many cars is anywhere, under what is closed now. */
  first(question: FirstQuestion): FirstTeams {
    return firstTeams(this.travel('emergency-car').now, this.ground, question);
  }

  /** What a question's answer was under other obstacles, and which of the two sets made each difference. */
  compare(
    question: RoadQuestion,
    before: readonly Obstacle[],
    now: readonly Obstacle[],
  ): UnderBefore {
    const { by } = question;
    this.close(now);
    const timesNow = this.times(question);
    this.close(before);
    const times = this.times(question);
    const other = times.flatMap((time, i) => (comesSame(time, timesNow[i]!) ? [] : [i]));
    const routesBefore = this.routes(question, other);
    this.close(now);
    const routesNow = this.routes(question, other);
    const closers = this.closed.namesFor(by, now);
    const openers = this.closed.namesFor(by, before);
    const causes: (Compared | null)[] = times.map(() => null);
    other.forEach((i, n) => {
      causes[i] = {
        closed: namesOn(routesBefore[n]?.edges, closers),
        opened: namesOn(routesNow[n]?.edges, openers),
      };
    });
    return { times, causes };
  }

  /** What the network knows about the ground at a place, and what it knows nothing of. */
  groundAt(place: LngLat): GroundAt {
    return { inWater: this.ground.isInWater(place), unchecked: this.unchecked };
  }

  /** What walks between places and roads are not held against, because the network holds none of it. */
  get unchecked(): readonly GroundBarrier[] {
    return this.ground.unchecked;
  }

  /** What each of some obstacles closes, in their order. */
  effects(obstacles: readonly Obstacle[]): ClosureEffect[] {
    return this.closed.effects(obstacles);
  }

  /** What some obstacles close together, as lines to draw. */
  closedLines(obstacles: readonly Obstacle[]): ClosedLines {
    return this.closed.lines(obstacles);
  }

  /** The stretch of road nearest to a place within some metres, and what would close it. */
  stretchAt(place: LngLat, within: Meters): RoadStretch | null {
    return stretchAt(this.network, place, within);
  }

  private *routers(): Generator<readonly [Vehicle, Router]> {
    for (const [by, { now }] of this.travels) yield [by, now];
  }

  private ask(question: RoadQuestion): AskedRoads {
    const { by } = question;
    const { now } = this.travel(by);
    const last = this.asked.get(by);
    if (last?.isAbout(question) === true) return last;
    const asked = new AskedRoads(
      now,
      question,
      this.ground,
      this.closed.isClearFor(by),
      this.aroundOf(by, question),
    );
    this.asked.set(by, asked);
    return asked;
  }

  private isFlooded(by: Vehicle, home: RoadSnap | null): boolean {
    return home !== null && this.closed.areasAt(by, home).length > 0;
  }

  /** Where open roads end, if active areas close the road nearest to the incident; null = none do. */
  private aroundOf(by: Vehicle, { place }: RoadQuestion): EdgesAround | null {
    const router = this.travel(by).now;
    const nearest = roadAt(router, this.ground, place, INCIDENT_TO_ROAD)?.end ?? null;
    if (nearest === null || !this.isFlooded(by, nearest)) return null;
    const nearby = router.snap(place, Math.max(AT_THE_ROAD, nearest.meters), {
      count: ROADS_NEARBY,
      passes: (edge) => edge === nearest.edge || isOnGround(router.network, edge),
    });
    const clear = nearby.filter((road) => this.ground.across(place, road.place).length === 0);
    const homes = clear.length > 0 ? clear : nearby;
    const flooded = { router, cutsOn: (edge: number) => this.closed.cutsOn(by, edge) };
    return (overDry) => edgesOfAreas(flooded, homes, INCIDENT_TO_ROAD, overDry);
  }

  private travel(by: Vehicle): Travel {
    let travel = this.travels.get(by);
    if (travel === undefined) {
      travel = { now: this.routerOf(by), open: null, heedless: null };
      this.closed.closeFor(by, travel.now);
      this.travels.set(by, travel);
    }
    return travel;
  }

  private profileOf(by: Vehicle): RoadProfile {
    const profile = this.profiles.find(({ id }) => id === by);
    if (profile === undefined) throw new RangeError(`no road profile ${by}`);
    return profile;
  }

  private routerOf(by: Vehicle): Router {
    return makeRouter(this.network, this.profileOf(by));
  }

  private heedlessOf(by: Vehicle): Router {
    return (this.travel(by).heedless ??= makeRouter(this.network, heedless(this.profileOf(by))));
  }

  /** Those that use another road than their own, or come to another, with what bars the route between the own ones. */
  private withBarred({ question: { by }, home, ends }: AskedRoads, times: ByRoad[]): ByRoad[] {
    const other = times.flatMap((time, i) => (isByOther(time) ? [i] : []));
    if (other.length === 0 || home === null) return times;
    const router = this.heedlessOf(by);
    const targets = router.targets(
      other.map((i) => ends[i]!.end),
      directionOf(by),
    );
    const found = router.search(home.end, targets);
    other.forEach((i, n) => {
      const time = times[i]!;
      const route = found.route(n);
      const barred = route === null ? [] : barredOn(this.travel(by).now, route);
      // What no road is barred by, and no turn, is closed now: that is stated elsewhere.
      if (time.tag !== 'reached' || barred.every((one) => one.by === 'turn')) return;
      times[i] = { ...time, remarks: [...(time.remarks ?? []), { tag: 'barred', by: barred }] };
    });
    return times;
  }

  private whyNot(
    { question: { by }, home, ends }: AskedRoads,
    which: readonly number[],
  ): Unreached[] {
    if (home === null || which.length === 0) return [];
    const travel = this.travel(by);
    if (!this.closed.isEmpty) travel.open ??= this.routerOf(by);
    const car = by === 'heavy-truck' ? this.travel('emergency-car') : null;
    if (car !== null) car.open ??= this.routerOf('emergency-car');
    const closed = this.closed.namesFor(by);
    return reasonsWhyNot({
      by,
      home: home.end,
      ends: which.map((i) => ends[i]!.end),
      now: travel.now,
      open: !this.closed.isEmpty ? travel.open : null,
      small: car?.open ?? null,
      heedless: () => this.heedlessOf(by),
      closedBy: (edge) => closed.get(edge) ?? [],
    });
  }
}
