/** House-like places of an extract asked about as incidents and as candidates, held against the file, and against the rule of before. */
import { RouterService } from '../../../../src/core/arrival/router-service.ts';
import type { ByRoad, Vehicle } from '../../../../src/core/ranking/roads.ts';
import type { WalkBarrier } from '../../../../src/core/roads/barriers/kinds.ts';
import { buildNetwork } from '../../../../src/core/roads/build/build-network.ts';
import { openNetwork } from '../../../../src/core/roads/network.ts';
import type { RoadNetwork } from '../../../../src/core/roads/network.ts';
import { PROFILES } from '../../../../src/core/roads/profiles.ts';
import { makeRouter } from '../../../../src/core/roads/router.ts';
import type { Router } from '../../../../src/core/roads/router.ts';
import { UNREACHED } from '../../../../src/core/roads/search/many.ts';
import { greatCircle } from '../../../../src/core/geo/distance.ts';
import type { LngLat, Meters } from '../../../../src/core/model/index.ts';
import { randomNumbers } from '../../../core/nearest/point-sets.ts';
import { elementsOf, readExtract } from './extracts.ts';
import { MappedBarriers } from './mapped-barriers.ts';
import { asCandidates as neighboursAsCandidates, neighbours, pairsOf } from './neighbours.ts';
import type { Neighbours } from './neighbours.ts';
import { bases, houses, mainEdges } from './places.ts';
import { manyToOne, oneToMany } from '../../../core/roads/asked.ts';

/** The seed of the places of an extract, and of the teams. */
export const SEED = 20_261_129;
const TEAMS = 3;
/** So many of the places have a neighbour too. */
const PAIRS = 1000;
/** "Although a road of the main part lies within 150 m." */
const NEAR: Meters = 150;

/** How one rule does over the places. */
export interface Tally {
  places: number;
  /** Not reached although a road of the main part lies within 150 m. */
  unreached: number;
  /** A walk that surely crosses something. */
  across: number;
  /** One of them that is not said. */
  unsaid: number;
  /** Something said that the walk does not even perhaps cross. */
  groundless: number;
  median: Meters;
  worst: Meters;
}

export interface Measured {
  by: Vehicle;
  /** The places as incidents, teams in the main part: now, and by the nearest road alone, as before. */
  incident: Tally;
  before: Tally;
  /** The same places as candidates, the incident in the main part. */
  candidate: Tally;
  /** Some of the places and others right beside them, as incidents (now and before) and as candidates. */
  neighbours: { now: Neighbours; before: Neighbours; candidates: Neighbours };
  /** Milliseconds for one incident. */
  ms: number;
}

interface Walk {
  place: LngLat;
  road: LngLat;
  said: ReadonlySet<WalkBarrier>;
  /** It is said that the place is taken to be on a bridge, in a tunnel or on a ferry, or nothing is driven: no walk to look at. */
  isOn: boolean;
}

export async function measureExtract(
  name: string,
  count: number,
  vehicles: readonly Vehicle[],
): Promise<Measured[]> {
  const [input, elements] = [await readExtract(name), await elementsOf(name)];
  const network = openNetwork(buildNetwork(input));
  const roads = new Set<number>();
  for (const { refs, tags } of elements.ways.values())
    if (isRoadOnGround(tags)) for (const ref of refs) roads.add(ref);
  const mapped = new MappedBarriers(elements, roads);
  const places = houses(network, count, randomNumbers(SEED));
  return vehicles.map((by) => measureProfile(network, mapped, places, by));
}

/** A way that the product takes for a road is one where an opening may be; those barred to everybody are not. */
const isRoadOnGround = (tags: Readonly<Record<string, string>>): boolean =>
  tags.highway !== undefined &&
  !/^(proposed|construction|abandoned|razed|platform|raceway|no)$/.test(tags.highway) &&
  [tags.bridge, tags.tunnel].every((value) => value === undefined || value === 'no') &&
  tags.covered !== 'yes';

function measureProfile(
  network: RoadNetwork,
  mapped: MappedBarriers,
  places: readonly LngLat[],
  by: Vehicle,
): Measured {
  const profile = PROFILES.find(({ id }) => id === by)!;
  const main = mainEdges(network, profile);
  const router = makeRouter(network, profile);
  const teams = bases(network, main, TEAMS, randomNumbers(SEED + 1));
  const isNear = places.map(
    (place) => router.snap(place, NEAR, { passes: (edge) => main[edge] === 1 }).length > 0,
  );
  const service = new RouterService(network.buffer);
  const others = Float64Array.from(teams.flat());
  const started = performance.now();
  const incident = places.map((place) => asIncident(service, by, place, others));
  const ms = (performance.now() - started) / places.length;
  const pairs = pairsOf(places.slice(0, PAIRS), mapped, randomNumbers(SEED + 2));
  return {
    by,
    incident: tally(mapped, incident, isNear),
    before: tally(mapped, byNearestAlone(router, by, places, teams), isNear),
    candidate: tally(mapped, asCandidates(service, by, places, teams[0]!), isNear),
    neighbours: {
      ...neighbours(service, router, by, pairs, teams),
      candidates: neighboursAsCandidates(service, by, pairs, teams[0]!),
    },
    ms,
  };
}

function saidOf(time: ByRoad, end: 'incident' | 'candidate'): Pick<Walk, 'said' | 'isOn'> {
  const remarks = time.tag === 'reached' ? (time.remarks ?? []) : [];
  const said = remarks.flatMap((remark) =>
    remark.tag === 'across' && remark.at === end ? remark.what : [],
  );
  const isOn = remarks.some(
    (one) => one.tag === 'on' && one.at === end && one.structure !== 'motorway',
  );
  return { said: new Set(said), isOn };
}

/** null = nobody comes. */
function asIncident(
  service: RouterService,
  by: Vehicle,
  place: LngLat,
  others: Float64Array,
): Walk | null {
  const question = { by, place, others };
  const times = service.times(question);
  const reached = times.flatMap(({ tag }, i) => (tag === 'reached' ? [i] : []));
  const routes = service.routes(question, reached);
  const n = routes.findIndex((route) => route !== null && route.line.length > 0);
  const line = routes[n]?.line;
  if (line === undefined)
    return reached.length === 0 ? null : { place, road: place, said: new Set(), isOn: true };
  return {
    place,
    road: by === 'foot' ? line[0]! : line.at(-1)!,
    ...saidOf(times[reached[n]!]!, 'incident'),
  };
}

function asCandidates(
  service: RouterService,
  by: Vehicle,
  places: readonly LngLat[],
  incident: LngLat,
): (Walk | null)[] {
  const question = { by, place: incident, others: Float64Array.from(places.flat()) };
  const times = service.times(question);
  const routes = service.routes(question, [...places.keys()]);
  return places.map((place, i) => {
    const route = routes[i] ?? null;
    if (route === null) return null;
    const road = by === 'foot' ? route.line.at(-1) : route.line[0];
    // Two that meet at one corner drive nothing, and such a route has no line to tell where.
    if (road === undefined) return { place, road: place, said: new Set(), isOn: true };
    return { place, road, ...saidOf(times[i]!, 'candidate') };
  });
}

/** As it was before: the nearest road, whatever it is, and nothing said. */
function byNearestAlone(
  router: Router,
  by: Vehicle,
  places: readonly LngLat[],
  teams: readonly LngLat[],
): (Walk | null)[] {
  const homes = places.map((place) => router.snap(place, 2000)[0] ?? null);
  const reached = teams.map((team) => {
    const [base] = router.snap(team, 500);
    return by === 'foot' ? manyToOne(router, homes, base!) : oneToMany(router, base!, homes);
  });
  return places.map((place, i) =>
    reached.some((ms) => ms[i] !== UNREACHED)
      ? { place, road: homes[i]!.place, said: new Set<WalkBarrier>(), isOn: false }
      : null,
  );
}

function tally(
  mapped: MappedBarriers,
  walks: readonly (Walk | null)[],
  isNear: readonly boolean[],
): Tally {
  const found = { places: walks.length, unreached: 0, across: 0, unsaid: 0, groundless: 0 };
  const lengths: Meters[] = [];
  walks.forEach((walk, i) => {
    if (walk === null) {
      if (isNear[i] === true) found.unreached++;
      return;
    }
    lengths.push(greatCircle(walk.place, walk.road));
    if (walk.isOn) return;
    const { surely, perhaps } = mapped.between(walk.place, walk.road);
    if (surely.size > 0) found.across++;
    if ([...surely].some((one) => !walk.said.has(one))) found.unsaid++;
    if ([...walk.said].some((one) => !perhaps.has(one))) found.groundless++;
  });
  lengths.sort((a, b) => a - b);
  return { ...found, median: lengths[lengths.length >> 1] ?? NaN, worst: lengths.at(-1) ?? NaN };
}
