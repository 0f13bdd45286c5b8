/**
 * What is reached from an incident. It and each of the others begin at their own road; whoever comes nowhere like that (a
 * road is closed, joined to nothing, or leads only one way) is asked again with the other roads next to both.
 */
import { onFoot } from '../ranking/off-road.ts';
import type { LngLat, Meters } from '../model/index.ts';
import { UNREACHED } from '../roads/index.ts';
import type { KeptSearch, RoadEnd, RoadPath, RoadSnap, RoadTargets, Router } from '../roads/index.ts';
import { OTHERS_OF_CANDIDATE, OTHERS_OF_INCIDENT, otherRoads } from './roads-at.ts';

/** A road that a place is reached by, and how far it is from there. */
interface Entrance {
  end: RoadSnap;
  meters: Meters;
}

/** Those that the first search did not reach, asked again. */
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
  placeOf: (candidate: number) => LngLat;
  /** Whether nothing that stops this traveller lies between two places near to each other. */
  isClear: (from: LngLat, to: LngLat) => boolean;
  /** km/h of whoever walks from a road to a place. */
  walkKmh?: number;
}

/** Where a search begins: at the road of the incident, with its other roads in reserve, or somewhere given. */
export type Start = Incident | { end: RoadEnd };

interface Incident {
  home: RoadSnap;
  place: LngLat;
}

export class Reaching {
  /** Milliseconds per candidate, walks to other roads included; UNREACHED where there is no way. */
  readonly ms: Int32Array;
  private readonly first: KeptSearch;
  private readonly again: Again | null;
  private readonly paths = new Map<number, RoadPath | null>();

  constructor(
    private readonly router: Router,
    start: Start,
    private readonly targets: RoadTargets,
    ends: readonly (RoadSnap | null)[],
    private readonly ground: Ground,
  ) {
    this.first = router.search('end' in start ? start.end : start.home, targets);
    this.ms = this.first.ms.slice();
    this.again = this.askAgain(start, ends);
    for (const [candidate, number] of this.again?.numbers ?? []) this.ms[candidate] = this.again!.search.ms[number]!;
  }

  /** Whether the roads are closed as they were when it was searched. */
  get isCurrent(): boolean {
    return this.first.isCurrent;
  }

  /** The way of a candidate, null where there is none. Cheap in the order of `inOrder`. */
  path(candidate: number): RoadPath | null {
    let path = this.paths.get(candidate);
    if (path === undefined) {
      const number = this.again?.numbers.get(candidate);
      path = number === undefined ? this.first.way(candidate) : this.again!.search.way(number);
      this.paths.set(candidate, path);
    }
    return path;
  }

  /** Candidates so that no search is made twice for their ways. */
  inOrder(candidates: readonly number[]): number[] {
    const isAgain = (candidate: number): boolean => this.again?.numbers.has(candidate) === true;
    return [...candidates.filter(isAgain), ...candidates.filter((candidate) => !isAgain(candidate))];
  }

  /** How much farther than its own road the one is that a candidate that is reached uses; null = it uses its own. */
  otherRoad(candidate: number): Meters | null {
    const number = this.again?.numbers.get(candidate);
    const path = number === undefined ? null : this.path(candidate);
    if (path === null) return null;
    const entrance = this.targets.direction === 'towards' ? path.from : path.to;
    return entrance === 0 ? null : this.again!.roads[number!]![entrance]!.meters;
  }

  /** The other road that a candidate comes to, where the incident's own leads nowhere; null = it comes to that. */
  otherHome(candidate: number): RoadSnap | null {
    if (this.again?.numbers.has(candidate) !== true) return null;
    const path = this.path(candidate);
    if (path === null) return null;
    const entrance = this.targets.direction === 'towards' ? path.to : path.from;
    return entrance === 0 ? null : (this.again.homes[entrance]?.end ?? null);
  }

  private askAgain(start: Start, ends: readonly (RoadSnap | null)[]): Again | null {
    const without = ends.flatMap((nearest, i) =>
      nearest === null || this.ms[i] !== UNREACHED ? [] : [{ nearest, i }],
    );
    if (without.length === 0) return null;
    // Where the incident's own road is joined to all others, whoever does not come has no way, and is not walked across to.
    const isJoined = 'end' in start || this.router.isJoined(start.home, this.targets.direction);
    const homes = 'end' in start ? [] : this.homesOf(start, isJoined);
    const numbers = new Map<number, number>();
    const roads: Entrance[][] = [];
    for (const { nearest, i } of without) {
      const own = this.roadsOf(this.ground.placeOf(i), nearest, 'candidate', OTHERS_OF_CANDIDATE);
      if (own.length === 1 && homes.length <= 1) continue;
      numbers.set(i, roads.length);
      roads.push(own);
    }
    if (roads.length === 0) return null;
    const places = roads.map((own) => this.endOf(own));
    const from = 'end' in start ? start.end : this.endOf(homes);
    return {
      search: this.router.search(from, this.router.targets(places, this.targets.direction)),
      numbers,
      roads,
      homes,
    };
  }

  private homesOf({ home, place }: Incident, isJoined: boolean): Entrance[] {
    return isJoined ? [{ end: home, meters: 0 }] : this.roadsOf(place, home, 'incident', OTHERS_OF_INCIDENT);
  }

  /** The own road of a place, then the others next to it. */
  private roadsOf(place: LngLat, nearest: RoadSnap, who: 'incident' | 'candidate', count: number): Entrance[] {
    const others = otherRoads(this.router, place, { nearest }, this.ground.isClear, who, count);
    return [nearest, ...others].map((end) => ({ end, meters: Math.max(0, end.meters - nearest.meters) }));
  }

  private endOf(roads: readonly Entrance[]): RoadEnd {
    const { walkKmh } = this.ground;
    return { entrances: roads.map(({ end, meters }) => ({ end, ms: Math.round(onFoot(meters, walkKmh) * 1000) })) };
  }
}
