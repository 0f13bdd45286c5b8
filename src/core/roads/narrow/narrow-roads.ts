/**
 * Free widths that somebody measured at places (narrow alleys, gates) put on the roads they belong to. A place belongs to
 * the road of its name; where the roads bear no such name, to the nearest road close by that could be it. A place whose
 * road is unclear limits nothing and is listed.
 */
import type { LngLat, Meters } from '../../model/index.ts';
import { buildNetwork } from '../build/build-network.ts';
import { openNetwork } from '../network.ts';
import type { RoadNetwork } from '../network.ts';
import { snapToRoads } from '../snap.ts';
import type { RoadSnap } from '../snap.ts';
import { MODE_BIT } from '../types.ts';
import type { RoadEdgeInput } from '../types.ts';

export interface NarrowPlace {
  /** WGS-84. */
  place: LngLat;
  name: string | null;
  widthM: Meters;
  /** What the file calls it (`row 17`). */
  origin: string;
}

/** Why a place limits no road. */
type NarrowMiss =
  /** No road within the distance. */
  | { why: 'no_road' }
  /** The nearest one bears another name, so it is another one. */
  | { why: 'other_name'; road: string; meters: Meters }
  /** The nearest one is so much wider that it is another one. */
  | { why: 'much_wider'; widthM: Meters; meters: Meters };

export interface NarrowedRoads {
  /** The edges given, those that were limited replaced. */
  edges: RoadEdgeInput[];
  byName: number;
  byNearest: number;
  missed: (NarrowPlace & NarrowMiss)[];
  /** Of the edges that got a limit. */
  meters: Meters;
}

/** How far from a place a road of its name may lie, in metres: an alley is longer than wide. Product default. */
const NAME_WITHIN: Meters = 300;
/** How far a road without a name may lie. Product default. */
const NARROW_WITHIN: Meters = 30;
/** A road recorded this much wider than what was measured is not the one that was measured. Product default. */
const MUCH_WIDER: Meters = 4;
/** Roads looked at around a place. */
const LOOKED_AT = 64;

/** Names as they are compared: width of letters, blanks, 臺 and 台 do not count. */
const plain = (name: string): string =>
  name.normalize('NFKC').replace(/\s/g, '').replaceAll('臺', '台');

/** A limit never widens a road that is recorded as narrower. */
export function narrowRoads(
  edges: readonly RoadEdgeInput[],
  places: readonly NarrowPlace[],
  within: Meters = NARROW_WITHIN,
): NarrowedRoads {
  const network = openNetwork(buildNetwork({ edges, restrictions: [], source: '' }));
  const driven = MODE_BIT.car | MODE_BIT.truck;
  const edgeAt = (edge: number): RoadEdgeInput => edges[network.edgeOrigin[edge]!]!;
  const isDriven = (edge: number): boolean =>
    ((edgeAt(edge).forward | edgeAt(edge).backward) & driven) !== 0;
  const names = edges.map(({ name }) => (name === null ? null : plain(name)));
  const named = new Set(names);
  const limits = new Map<number, Meters>();
  const result: NarrowedRoads = {
    edges: [...edges],
    byName: 0,
    byNearest: 0,
    missed: [],
    meters: 0,
  };

  for (const one of places) {
    const name = one.name === null ? null : plain(one.name);
    const snapped =
      name !== null && named.has(name) ? ofName(network, one.place, names, name, isDriven) : [];
    if (snapped.length > 0) result.byName++;
    else {
      const nearest = nearestThatCouldBe(network, one, edgeAt, isDriven, within);
      if ('why' in nearest) {
        result.missed.push({ ...one, ...nearest });
        continue;
      }
      result.byNearest++;
      snapped.push(nearest);
    }
    for (const { edge } of snapped) {
      const origin = network.edgeOrigin[edge]!;
      limits.set(
        origin,
        Math.min(one.widthM, limits.get(origin) ?? edges[origin]!.widthM ?? Infinity),
      );
    }
  }
  for (const [origin, widthM] of limits) result.edges[origin] = { ...edges[origin]!, widthM };
  network.edgeOrigin.forEach((origin, edge) => {
    if (limits.has(origin)) result.meters += network.edgeLength[edge]! / 1000;
  });
  return result;
}

/** The stretches of a name around a place. */
function ofName(
  network: RoadNetwork,
  place: LngLat,
  names: readonly (string | null)[],
  name: string,
  isDriven: (edge: number) => boolean,
): RoadSnap[] {
  const isIt = (edge: number): boolean =>
    names[network.edgeOrigin[edge]!] === name && isDriven(edge);
  return snapToRoads(network, place, NAME_WITHIN, LOOKED_AT, isIt);
}

/** The nearest road without a name that is not far too wide; a nearer one that is another road says that it is none. */
function nearestThatCouldBe(
  network: RoadNetwork,
  { place, widthM }: NarrowPlace,
  edgeAt: (edge: number) => RoadEdgeInput,
  isDriven: (edge: number) => boolean,
  within: Meters,
): RoadSnap | NarrowMiss {
  const around = snapToRoads(network, place, within, LOOKED_AT, isDriven);
  const couldBe = ({ edge }: RoadSnap): boolean =>
    edgeAt(edge).name === null && (edgeAt(edge).widthM ?? 0) <= widthM + MUCH_WIDER;
  const found = around.find(couldBe);
  if (found !== undefined) return found;
  const [nearest] = around;
  if (nearest === undefined) return { why: 'no_road' };
  const { name, widthM: wide } = edgeAt(nearest.edge);
  const { meters } = nearest;
  return name === null
    ? { why: 'much_wider', widthM: wide ?? 0, meters }
    : { why: 'other_name', road: name, meters };
}
