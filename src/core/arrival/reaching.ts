/**
 * What is reached from a place. Each of the others begins at the nearest road; one that comes nowhere from there (the road
 * is closed, or joined to nothing) may have another road next to it, and is asked again with those.
 */
import { BESIDE, onFoot } from '../ranking/off-road.ts';
import type { LngLat, Meters } from '../model/index.ts';
import { UNREACHED, isBesideGround } from '../roads/index.ts';
import type { KeptSearch, RoadEnd, RoadPath, RoadSnap, RoadTargets, Router } from '../roads/index.ts';

/** So many other roads are looked at, and so much farther away than the nearest: a second gate, not a road across the river. */
const OTHERS = 8;
const FARTHER: Meters = BESIDE;

/** Those that the first search did not reach and that have another road, asked again. */
interface Again {
  search: KeptSearch;
  /** Candidate → its number in that search. */
  numbers: ReadonlyMap<number, number>;
  /** Per number: how much farther each of its other roads is than the nearest. */
  farther: readonly (readonly Meters[])[];
}

/** Where the candidates stand, off the roads. */
export interface Ground {
  placeOf: (candidate: number) => LngLat;
  /** Whether nothing that stops this traveller lies between two places near to each other. */
  isClear: (from: LngLat, to: LngLat) => boolean;
}

export class Reaching {
  /** Milliseconds per candidate, UNREACHED where there is no way. */
  readonly ms: Int32Array;
  private readonly first: KeptSearch;
  private readonly again: Again | null;
  private readonly paths = new Map<number, RoadPath | null>();

  constructor(
    private readonly router: Router,
    from: RoadEnd,
    private readonly targets: RoadTargets,
    ends: readonly (RoadSnap | null)[],
    private readonly ground: Ground,
  ) {
    this.first = router.search(from, targets);
    this.ms = this.first.ms.slice();
    this.again = this.askAgain(from, ends);
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

  /** How much farther than its nearest road the one is that a candidate that is reached uses; null = it is the nearest. */
  otherRoad(candidate: number): Meters | null {
    const number = this.again?.numbers.get(candidate);
    const path = number === undefined ? null : this.path(candidate);
    if (path === null) return null;
    return this.again!.farther[number!]![this.targets.direction === 'towards' ? path.from : path.to]!;
  }

  private askAgain(from: RoadEnd, ends: readonly (RoadSnap | null)[]): Again | null {
    const { network } = this.router;
    const numbers = new Map<number, number>();
    const places: RoadEnd[] = [];
    const farther: Meters[][] = [];
    ends.forEach((nearest, candidate) => {
      if (nearest === null || this.ms[candidate] !== UNREACHED) return;
      const place = this.ground.placeOf(candidate);
      const roads = this.router
        .snap(place, nearest.meters + FARTHER, { count: OTHERS, openOnly: true })
        .filter(({ edge }) => edge !== nearest.edge && isBesideGround(network, edge))
        .filter((road) => this.ground.isClear(place, road.place));
      if (roads.length === 0) return;
      const more = roads.map(({ meters }) => Math.max(0, meters - nearest.meters));
      numbers.set(candidate, places.length);
      places.push({ entrances: roads.map((end, i) => ({ end, ms: Math.round(onFoot(more[i]!) * 1000) })) });
      farther.push(more);
    });
    if (places.length === 0) return null;
    const search = this.router.search(from, this.router.targets(places, this.targets.direction));
    return { search, numbers, farther };
  }
}
