/**
 * What is reached from an incident. It and each of the others begin at their own road; whoever comes nowhere like that (a
 * road is closed, joined to nothing, or leads only one way), or only by a long detour that another road right beside the
 * incident or beside itself spares, is asked again with the other roads next to both.
 */
import { onFoot } from '../ranking/off-road.ts';
import type { LngLat, Meters } from '../model/index.ts';
import type { WalkGround } from '../roads/barriers/walk-ground.ts';
import type { Router } from '../roads/router.ts';
import type { RoadEnd } from '../roads/search/engine.ts';
import { UNREACHED } from '../roads/search/many.ts';
import type { RoadRoute } from '../roads/search/route.ts';
import type { KeptSearch } from '../roads/search/routes.ts';
import type { RoadTargets } from '../roads/search/targets.ts';
import { otherRoads } from './roads-at.ts';
import type { NearRoad, RoadsAt } from './roads-at.ts';

/** A road that a place is reached by, and how much farther it is from there than the own one. */
interface Entrance extends NearRoad {
  meters: Meters;
}

/**
 * What a road beyond water, rails, a wall or a motorway weighs against one without: it is taken only where nobody comes over
 * any other. A day, longer than any route; no time that is shown includes it.
 */
const BEYOND_MS = 86_400_000;

/**
 * The own roads of the incident and of a candidate are kept unless another one, no farther than to a second gate and with
 * nothing between, spares so much: nobody drives around a hill for a house that stands thirty metres off a road. Product
 * default.
 */
const DETOUR_MS = 300_000;

/** Those that the first search did not reach, or by a detour, asked again. */
interface Again {
  search: KeptSearch;
  /** Candidate → its number in that search. */
  numbers: ReadonlyMap<number, number>;
  /** Per number: its roads, its own first; `meters` = how much farther each is than that. */
  roads: readonly (readonly Entrance[])[];
  /** The roads of the incident, its own first; empty where it begins elsewhere (at the edge of an area). */
  homes: readonly Entrance[];
}

/** Where the candidates stand, off the roads. */
export interface Ground {
  /** What lies there, whatever is closed now. */
  walks: WalkGround;
  placeOf: (candidate: number) => LngLat;
  /** Whether nothing that stops this traveller lies between two places near to each other. */
  isClear: (from: LngLat, to: LngLat) => boolean;
  /** km/h of whoever walks from a road to a place. */
  walkKmh?: number;
}

/** Where a search begins: at the road of the incident, with its other roads in reserve, or somewhere given. */
export type Start = Incident | { end: RoadEnd };

interface Incident {
  home: RoadsAt;
  place: LngLat;
}

export class Reaching {
  /** Milliseconds per candidate, with what it weighs where it does not begin at its own road; UNREACHED = there is no route. */
  readonly ms: Int32Array;
  private readonly first: KeptSearch;
  private readonly again: Again | null;
  private readonly routes = new Map<number, RoadRoute | null>();

  constructor(
    private readonly router: Router,
    private readonly start: Start,
    private readonly targets: RoadTargets,
    private readonly ends: readonly (RoadsAt | null)[],
    private readonly ground: Ground,
  ) {
    this.first = router.search('end' in start ? start.end : start.home.end, targets);
    this.ms = this.first.ms.slice();
    this.again = this.askAgain(start);
    for (const [candidate, number] of this.again?.numbers ?? [])
      this.ms[candidate] = this.again!.search.ms[number]!;
  }

  /** Whether the roads are closed as they were when it was searched. */
  get isCurrent(): boolean {
    return this.first.isCurrent;
  }

  /** The route of a candidate, null where there is none. Cheap in the order of `inOrder`. */
  route(candidate: number): RoadRoute | null {
    let route = this.routes.get(candidate);
    if (route === undefined) {
      const number = this.again?.numbers.get(candidate);
      route = number === undefined ? this.first.route(candidate) : this.again!.search.route(number);
      this.routes.set(candidate, route);
    }
    return route;
  }

  /** Candidates so that no search is made twice for their routes. */
  inOrder(candidates: readonly number[]): number[] {
    const isAgain = (candidate: number): boolean => this.again?.numbers.has(candidate) === true;
    return [
      ...candidates.filter(isAgain),
      ...candidates.filter((candidate) => !isAgain(candidate)),
    ];
  }

  /** Seconds on the road of a candidate that is reached. */
  seconds(candidate: number): number {
    const isPlain = 'home' in this.start && this.again?.numbers.has(candidate) !== true;
    return (isPlain ? this.ms[candidate]! : this.route(candidate)!.ms) / 1000;
  }

  /** The road that a candidate that is reached uses, and whether it is its own. */
  roadOf(candidate: number): Entrance & { isOwn: boolean } {
    const number = this.again?.numbers.get(candidate);
    if (number === undefined) return { ...this.ends[candidate]!, meters: 0, isOwn: true };
    const route = this.route(candidate)!;
    const entrance = this.targets.direction === 'towards' ? route.from : route.to;
    return { ...this.again!.roads[number]![entrance]!, isOwn: entrance === 0 };
  }

  /** Whether a candidate comes to the incident's own road too, if by a detour. */
  comesToOwn(candidate: number): boolean {
    return this.first.ms[candidate] !== UNREACHED;
  }

  /** The other road that a candidate comes to, where the own one leads nowhere or far around; null = it comes to that. */
  otherHome(candidate: number): Entrance | null {
    if (this.again?.numbers.has(candidate) !== true) return null;
    const route = this.route(candidate);
    if (route === null) return null;
    const entrance = this.targets.direction === 'towards' ? route.to : route.from;
    return entrance === 0 ? null : (this.again.homes[entrance] ?? null);
  }

  private askAgain(start: Start): Again | null {
    const nearby = 'end' in start ? [] : this.nearbyRoads(start.home, start.place);
    const spared = this.spared(start, nearby);
    const without = this.ends.flatMap((own, i) =>
      own === null || (this.ms[i] !== UNREACHED && !spared(i)) ? [] : [{ own, i }],
    );
    if (without.length === 0) return null;
    const homes = 'end' in start ? [] : this.homesOf(start, nearby);
    const numbers = new Map<number, number>();
    const roads: Entrance[][] = [];
    for (const { own, i } of without) {
      const all = this.roadsOf(this.ground.placeOf(i), own, this.farOf(own));
      if (all.length === 1 && homes.length <= 1) continue;
      numbers.set(i, roads.length);
      roads.push(all);
    }
    if (roads.length === 0) return null;
    const places = roads.map((all) => this.endOf(all));
    const from = 'end' in start ? start.end : this.endOf(homes);
    return {
      search: this.router.search(from, this.router.targets(places, this.targets.direction)),
      numbers,
      roads,
      homes,
    };
  }

  /** Other roads right beside a place with nothing between; none where it is on a bridge, in a tunnel or on a ferry. */
  private nearbyRoads(own: RoadsAt, place: LngLat): Entrance[] {
    if (own.on !== null) return [];
    const [, ...others] = this.roadsOf(place, own, 'second-gate');
    return others.filter(({ across }) => across.length === 0);
  }

  /** Whether roads right beside the incident, or right beside a candidate, spare the candidate a detour. */
  private spared(start: Start, nearby: readonly Entrance[]): (candidate: number) => boolean {
    const entrances = this.ends.map((own, i): Entrance[] => {
      // Nobody is spared more than the whole route.
      if (own === null || this.ms[i]! <= DETOUR_MS) return [];
      return [{ ...own, meters: 0 }, ...this.nearbyRoads(own, this.ground.placeOf(i))];
    });
    if (nearby.length === 0 && entrances.every(({ length }) => length <= 1)) return () => false;
    const from = 'end' in start ? start.end : this.endOf([{ ...start.home, meters: 0 }, ...nearby]);
    const targets = this.router.targets(
      entrances.map((all) => (all.length === 0 ? null : this.endOf(all))),
      this.targets.direction,
    );
    const { ms } = this.router.search(from, targets);
    return (i) => ms[i] !== UNREACHED && ms[i]! + DETOUR_MS < this.ms[i]!;
  }

  /** Where most roads lead to the incident's own, whoever does not come has no route, and is not walked far across to. */
  private homesOf({ home, place }: Incident, nearby: readonly Entrance[]): Entrance[] {
    const isJoined = this.router.isJoined(home.end, this.targets.direction);
    return isJoined ? [{ ...home, meters: 0 }, ...nearby] : this.roadsOf(place, home, 'far');
  }

  /**
   * A road that joins nothing even with everything open is a fault of the map, or a way through is not drawn: the next road
   * is as near as it is for an incident. Where a closure cuts it off, a vehicle comes no farther than to a second gate, nor
   * where the next road may lie across a river that nobody has mapped.
   */
  private farOf({ end }: NearRoad): 'far' | 'second-gate' {
    const direction = this.targets.direction === 'towards' ? 'away' : 'towards';
    return this.ground.walks.knowsWater && !this.router.wouldBeJoined(end, direction)
      ? 'far'
      : 'second-gate';
  }

  /** The own road of a place, then the others next to it. */
  private roadsOf(place: LngLat, own: NearRoad, distance: 'far' | 'second-gate'): Entrance[] {
    const { walks, isClear } = this.ground;
    const others = otherRoads(this.router, walks, place, own.end, { isClear, distance });
    return [own, ...others].map((road) => ({
      ...road,
      meters: Math.max(0, road.end.meters - own.end.meters),
    }));
  }

  private endOf(roads: readonly Entrance[]): RoadEnd {
    const { walkKmh } = this.ground;
    return {
      entrances: roads.map(({ end, meters, across }) => ({
        end,
        ms: Math.round(onFoot(meters, walkKmh) * 1000) + (across.length > 0 ? BEYOND_MS : 0),
      })),
    };
  }
}
