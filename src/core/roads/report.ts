/** What came out of a road file, so that a person can trust it or repair it: plain data, kept with the network. */
import { greatCircle } from '../geo/distance.ts';
import type { LngLat, Meters } from '../model/index.ts';
import type { Gap, LeftOut, Noted, RoadsRead } from './incoming.ts';
import { findComponents, numberNodes } from './report/components.ts';
import type { NodeNumbers } from './report/components.ts';
import { findGaps } from './report/gaps.ts';
import { MODE_BIT } from './types.ts';
import type { RoadEdgeInput } from './types.ts';

/** Two dead ends nearer than this are shown as a gap, unless somebody says otherwise. */
export const GAP_METERS: Meters = 5;
const MOST_GAPS = 500;
const MOST_ISLANDS = 50;

interface Island {
  /** A place on it. */
  place: LngLat;
  kilometres: number;
  edges: number;
}

export interface RoadReport {
  source: string;
  dataTime: string | null;
  /** Lines of the file that were looked at. */
  lines: number;
  /** Length of all roads, each counted once. */
  kilometres: number;
  nodes: number;
  /** Stretches between nodes; a street that is open both ways is one of these and two directed edges. */
  edges: number;
  directedEdges: number;
  restrictions: number;
  /** Parts that do not hang together, whatever the direction. */
  components: number;
  /** Share of the largest, of the kilometres and of the nodes. */
  largestShare: number;
  largestNodeShare: number;
  /** The other components: roads nobody gets to from the largest. */
  islands: { count: number; kilometres: number; listed: Island[] };
  /** Share of the kilometres open to cars that is open in one direction only. */
  oneWayShare: number;
  deadEnds: number;
  gaps: { within: Meters; count: number; listed: Gap[] };
  /** Share of the kilometres whose speed, width is known. */
  known: { speed: number; width: number };
  /** west, south, east, north. */
  bounds: readonly [number, number, number, number];
  leftOut: LeftOut[];
  notes: Noted[];
}

/** Length of a road along its line. */
function lengthOf({ line }: Pick<RoadEdgeInput, 'line'>): Meters {
  let sum = 0;
  for (let i = 1; i < line.length; i++)
    sum += greatCircle(line[i - 1] ?? [0, 0], line[i] ?? [0, 0]);
  return sum;
}

export function reportRoads(read: RoadsRead, gapMeters: Meters = GAP_METERS): RoadReport {
  const { edges, restrictions, source } = read.input;
  const meters = Float64Array.from(edges, lengthOf);
  const numbers = numberNodes(edges);
  const parts = findComponents(numbers, meters);
  const sum = (wanted: (edge: RoadEdgeInput) => boolean): number =>
    edges.reduce((all, edge, i) => (wanted(edge) ? all + (meters[i] ?? 0) : all), 0);
  const all = sum(() => true);
  const drivable = ({ forward, backward }: RoadEdgeInput): boolean =>
    ((forward | backward) & MODE_BIT.car) !== 0;
  const oneWay = (edge: RoadEdgeInput): boolean =>
    drivable(edge) && (edge.forward & MODE_BIT.car) !== (edge.backward & MODE_BIT.car);
  const ends = deadEnds(edges, numbers);
  const gaps = findGaps(ends.places, gapMeters, (a, b) => ends.edge[a] === ends.edge[b]);
  const islandMeters = parts.meters.slice(1).reduce((total, one) => total + one, 0);
  return {
    source,
    dataTime: read.dataTime,
    lines: read.lines,
    kilometres: all / 1000,
    nodes: numbers.count,
    edges: edges.length,
    directedEdges: edges.reduce(
      (count, { forward, backward }) => count + Number(forward > 0) + Number(backward > 0),
      0,
    ),
    restrictions: restrictions.length,
    components: parts.meters.length,
    largestShare: share(parts.meters[0] ?? 0, all),
    largestNodeShare: share(parts.nodes[0] ?? 0, numbers.count),
    islands: {
      count: Math.max(0, parts.meters.length - 1),
      kilometres: islandMeters / 1000,
      listed: islandsOf(edges, parts),
    },
    oneWayShare: share(sum(oneWay), sum(drivable)),
    deadEnds: ends.places.length,
    gaps: { within: gapMeters, count: gaps.length, listed: gaps.slice(0, MOST_GAPS) },
    known: {
      speed: share(
        sum(({ speedKmh }) => speedKmh !== null),
        all,
      ),
      width: share(
        sum(({ widthM }) => widthM !== null),
        all,
      ),
    },
    bounds: boundsOf(edges),
    leftOut: read.leftOut,
    notes: read.notes,
  };
}

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** Nodes where one edge ends and nothing goes on. */
function deadEnds(
  edges: readonly RoadEdgeInput[],
  { count, from, to }: NodeNumbers,
): { places: LngLat[]; edge: number[] } {
  const degree = new Uint8Array(count);
  const add = (node: number): void => {
    degree[node] = Math.min(3, (degree[node] ?? 0) + 1);
  };
  for (let i = 0; i < edges.length; i++) {
    add(from[i] ?? 0);
    add(to[i] ?? 0);
  }
  const found: { places: LngLat[]; edge: number[] } = { places: [], edge: [] };
  for (const [i, { line }] of edges.entries())
    for (const [node, place] of [
      [from[i], line[0]],
      [to[i], line.at(-1)],
    ] as const)
      if (place !== undefined && degree[node ?? 0] === 1) {
        found.places.push(place);
        found.edge.push(i);
      }
  return found;
}

function islandsOf(
  edges: readonly RoadEdgeInput[],
  { ofEdge, meters, edges: counts }: ReturnType<typeof findComponents>,
): Island[] {
  const islands: Island[] = [];
  const most = Math.min(meters.length, MOST_ISLANDS + 1);
  for (const [i, { line }] of edges.entries()) {
    const part = ofEdge[i] ?? 0;
    const place = line[0];
    if (part === 0 || part >= most || islands[part - 1] !== undefined || place === undefined)
      continue;
    islands[part - 1] = { place, kilometres: (meters[part] ?? 0) / 1000, edges: counts[part] ?? 0 };
  }
  return islands;
}

function boundsOf(edges: readonly RoadEdgeInput[]): RoadReport['bounds'] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { line } of edges)
    for (const [lng, lat] of line) {
      west = Math.min(west, lng);
      south = Math.min(south, lat);
      east = Math.max(east, lng);
      north = Math.max(north, lat);
    }
  return [west, south, east, north];
}
