/** What was asked last of one network: places found on its roads, and a search that is kept to read routes back from. */
import type { LngLat, Meters } from '../model/index.ts';
import { closedRoadWeight, onFoot } from '../ranking/off-road.ts';
import type { ByRoad, RoadRemark, Vehicle } from '../ranking/types.ts';
import type { WalkGround } from '../roads/barriers/walk-ground.ts';
import { waterOn } from '../roads/network.ts';
import type { Router } from '../roads/router.ts';
import { UNREACHED } from '../roads/search/many.ts';
import type { RoadRoute } from '../roads/search/route.ts';
import { routeMeters } from '../roads/search/routes.ts';
import type { RoadTargets } from '../roads/search/targets.ts';
import { routeWithSteps } from '../roads/steps.ts';
import type { PlacedStep } from '../roads/steps.ts';
import { WALKING_KMH } from '../roads/profiles.ts';
import type { AreaEdge } from './edge-of-areas.ts';
import type { Ground, Start } from './reaching.ts';
import { Reaching } from './reaching.ts';
import { roadAt } from './roads-at.ts';
import type { NearRoad, RoadsAt } from './roads-at.ts';

export interface RoadQuestion {
  by: Vehicle;
  /** The incident. */
  place: LngLat;
  /** The candidates: `[lng, lat, lng, lat, …]`. */
  others: Float64Array;
  /** km/h of whoever walks between a road and a place; absent = a rescue team's by default. */
  walkKmh?: number;
}

/** A route as it is drawn and described. */
export interface Route {
  seconds: number;
  meters: Meters;
  /** In driving order. */
  line: LngLat[];
  /** What one would read out, in driving order. */
  steps: PlacedStep[];
  /** The network's edges that it drives on, in driving order. */
  edges: Uint32Array;
  /** Ids of active areas it goes through that do not stop this traveller, as far as that is known. */
  through?: readonly string[];
  /** What is to be said about the roads it uses; absent = nothing that is known. */
  remarks?: readonly RoadRemark[];
  /** Along the road that areas close, from where the route ends (on foot: begins) to beside the incident. */
  rest?: LngLat[];
}

/** How far from a road an incident and a candidate may lie, in metres as the crow flies. Product defaults. */
export const INCIDENT_TO_ROAD: Meters = 2000;
const CANDIDATE_TO_ROAD: Meters = 500;
/** Beyond that it is off the roads, and how it comes to one is stated and counted, up to here. */
const CANDIDATE_OFF_ROAD: Meters = 5000;

/** People walk away from the incident; everybody else comes towards it. */
export const directionOf = (by: Vehicle): 'away' | 'towards' =>
  by === 'foot' ? 'away' : 'towards';

/**
 * The road of each of many places; null = none near. Whoever stands farther off than that (a crew in the field, a boat on
 * the lake) goes to the nearest one on foot, and that is stated and counted.
 */
export const roadsOfAll = (
  router: Router,
  ground: WalkGround,
  flat: Float64Array,
): (RoadsAt | null)[] =>
  Array.from({ length: flat.length / 2 }, (_, i) => {
    const place: LngLat = [flat[2 * i]!, flat[2 * i + 1]!];
    return (
      roadAt(router, ground, place, CANDIDATE_TO_ROAD) ??
      roadAt(router, ground, place, CANDIDATE_OFF_ROAD)
    );
  });

/** Where open roads end around an incident whose own road active areas close; `overDry` = see `edgesOfAreas`. */
export type EdgesAround = (overDry: boolean) => readonly AreaEdge[];

/** A question on the roads: asked again for the same places it looks for them no more, and searches only after a change. */
export class AskedRoads {
  /** The road the incident lies on. */
  readonly home: RoadsAt | null;
  readonly ends: readonly (RoadsAt | null)[];
  private readonly targets: RoadTargets;
  private reaching: Reaching | null = null;
  /** Where routes to the incident end instead, when its own road is closed by areas; of these each takes the best for it. */
  private edges: readonly AreaEdge[] = [];

  constructor(
    private readonly router: Router,
    readonly question: RoadQuestion,
    private readonly ground: WalkGround,
    /** Whether nothing that stops this traveller now lies between two places near to each other. */
    private readonly isClear: Ground['isClear'],
    /**
     * Set where active areas close the road the incident lies on: roads serve up to their edge, and the rest along the
     * closed road is stated. (Where nobody could come to an incident in the water, every answer would be the same: nobody.)
     */
    private readonly around: EdgesAround | null = null,
  ) {
    this.home = roadAt(router, ground, question.place, INCIDENT_TO_ROAD);
    this.ends = this.home === null ? [] : roadsOfAll(router, ground, question.others);
    this.targets = router.targets(
      this.ends.map((road) => road?.end ?? null),
      directionOf(question.by),
    );
  }

  /** Whether what closes roads decides where it begins: then it is asked anew when that changes. */
  get beginsAtAnEdge(): boolean {
    return this.around !== null;
  }

  isAbout({ by, place, others, walkKmh }: RoadQuestion): boolean {
    const mine = this.question;
    return (
      mine.by === by &&
      mine.walkKmh === walkKmh &&
      mine.place[0] === place[0] &&
      mine.place[1] === place[1] &&
      mine.others.length === others.length &&
      mine.others.every((degrees, i) => degrees === others[i])
    );
  }

  /** Milliseconds per candidate, UNREACHED where there is no route. */
  ms(): Int32Array {
    const { home } = this;
    if (home === null) return new Int32Array(this.question.others.length / 2).fill(UNREACHED);
    if (this.reaching?.isCurrent !== true) this.reaching = this.reached(home);
    return this.reaching.ms;
  }

  private reached(home: RoadsAt): Reaching {
    const { place } = this.question;
    const { walkKmh } = this;
    const from = (start: Start): Reaching =>
      new Reaching(this.router, start, this.targets, this.ends, {
        walks: this.ground,
        placeOf: (candidate) => this.placeOf(candidate),
        isClear: this.isClear,
        ...(walkKmh === undefined ? {} : { walkKmh }),
      });
    if (this.around === null) return from({ home, place });
    let reaching: Reaching | null = null;
    // Over dry ground only where nobody else comes: what open roads lead to is driven, and not gone along on foot.
    for (const overDry of [false, true]) {
      this.edges = this.around(overDry);
      const entrances = this.edges.map((edge) => ({
        end: edge.end,
        ms: Math.round(weightOf(edge) * 1000),
      }));
      reaching = from({ end: { entrances } });
      if (reaching.ms.some((ms) => ms !== UNREACHED)) break;
    }
    for (const candidate of reaching!.inOrder([...this.ends.keys()])) reaching!.route(candidate);
    return reaching!;
  }

  /** Who walks all the way is turned to a real pace as a whole, so that every part has to be at one pace. */
  private get walkKmh(): number | undefined {
    return this.question.by === 'foot' ? WALKING_KMH : this.question.walkKmh;
  }

  private placeOf(candidate: number): LngLat {
    const { others } = this.question;
    return [others[2 * candidate]!, others[2 * candidate + 1]!];
  }

  /** Where the route of a candidate that is reached ends, if that is not at the incident's own road. */
  private edgeOf(route: RoadRoute): AreaEdge | null {
    return this.edges[this.targets.direction === 'towards' ? route.to : route.from] ?? null;
  }

  /** What needs no reason; null = there is no route between two roads, and why must still be said. */
  byRoad(candidate: number): ByRoad | null {
    const { home } = this;
    if (home === null) return noRoad('incident', INCIDENT_TO_ROAD);
    if (this.ends[candidate] === null) return noRoad('candidate', CANDIDATE_OFF_ROAD);
    const ms = this.ms()[candidate]!;
    if (ms === UNREACHED) return null;
    const reaching = this.reaching!;
    const road = reaching.roadOf(candidate);
    const fromRoad = this.ends[candidate]!.end.meters;
    const isOff = fromRoad > CANDIDATE_TO_ROAD;
    const other = this.around === null ? reaching.otherHome(candidate) : null;
    const remarks: RoadRemark[] = [
      ...(this.around === null
        ? this.aboutHome(home, other, reaching.comesToOwn(candidate))
        : this.aboutEdge(reaching.route(candidate)!)),
      ...(isOff ? [{ tag: 'from-road', meters: fromRoad } as const] : []),
      ...endRemarks(
        'candidate',
        road.isOwn ? this.ends[candidate]! : { ...road, on: null, passedOver: [] },
      ),
    ];
    const said = {
      ...(road.isOwn ? {} : { otherRoad: road.meters }),
      ...(remarks.length === 0 ? {} : { remarks }),
    };
    const seconds =
      reaching.seconds(candidate) + onFoot(road.meters + (isOff ? fromRoad : 0), this.walkKmh);
    if (this.around === null) {
      const offRoad = (other ?? home).end.meters;
      return { tag: 'reached', seconds, meters: null, offRoad, ...said };
    }
    const { meters: offRoad, areas: upTo } = this.edgeOf(reaching.route(candidate)!)!;
    const reached = { tag: 'reached', seconds, meters: null, offRoad, ...said } as const;
    return upTo.length === 0 ? reached : { ...reached, upTo };
  }

  /** What is to be said of the road where the incident is left or come to: its own, or another one. */
  private aboutHome(home: RoadsAt, other: NearRoad | null, comesToOwn: boolean): RoadRemark[] {
    if (other !== null)
      return [
        { tag: comesToOwn ? 'detour' : 'other-home' },
        ...endRemarks('incident', { ...other, on: null, passedOver: [] }),
      ];
    return endRemarks('incident', home);
  }

  /** What lies between the incident and the road that areas close, along which the route would go on. */
  private aboutEdge(route: RoadRoute): RoadRemark[] {
    const { home } = this.edgeOf(route)!;
    const across = this.ground.across(this.question.place, home.place);
    return endRemarks('incident', { end: home, across, on: null, passedOver: [] });
  }

  /** In the order of `candidates`; null where there is none. */
  routes(candidates: readonly number[]): (Route | null)[] {
    this.ms();
    const ordered = this.reaching?.inOrder(candidates) ?? [];
    const found = new Map(ordered.map((candidate) => [candidate, this.route(candidate)]));
    return candidates.map((candidate) => found.get(candidate) ?? null);
  }

  private route(candidate: number): Route | null {
    const route = this.reaching?.route(candidate) ?? null;
    if (route === null) return null;
    const { network } = this.router;
    const edge = this.edgeOf(route);
    const edges = Uint32Array.from(route.members, (member) => member >> 1);
    const { ford, floodProne } = waterOn(network, edges);
    const remarks: RoadRemark[] = [
      ...(ford === true ? [{ tag: 'ford' } as const] : []),
      ...(floodProne === true ? [{ tag: 'flood-prone' } as const] : []),
    ];
    return {
      ...(remarks.length === 0 ? {} : { remarks }),
      ...(edge === null || edge.areas.length === 0 ? {} : { rest: edge.line() }),
      seconds: route.ms / 1000,
      meters: routeMeters(network, route),
      ...routeWithSteps(network, route, this.router.steps(route)),
      edges,
    };
  }
}

/** What is to be said of the road at one end: what it is, what a walk to it crosses, what a nearer one was passed over for. */
const endRemarks = (
  at: 'incident' | 'candidate',
  { end, across, on, passedOver }: RoadsAt,
): RoadRemark[] => [
  ...(on === null ? [] : [{ tag: 'on', at, structure: on } as const]),
  ...(across.length === 0
    ? []
    : [{ tag: 'across', at, what: across, meters: end.meters } as const]),
  ...(passedOver.length === 0 ? [] : [{ tag: 'passed-over', at, what: passedOver } as const]),
];

/** What lies beyond the end of a route weighs in the choice of the end. */
const weightOf = ({ meters, areas }: AreaEdge): number =>
  areas.length === 0 ? onFoot(meters) : closedRoadWeight(meters);

const noRoad = (end: 'incident' | 'candidate', limit: Meters): ByRoad => ({
  tag: 'unreached',
  because: { reason: 'no-road', end, limit },
});
