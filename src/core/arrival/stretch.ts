/**
 * "Close this road": the stretch of road under a place, from junction to junction, and the line that closes it and
 * nothing else. A closure closes whatever its geometry touches, so that line ends short of the junctions (or every road
 * that meets there would be closed) and leaves a gap where another road crosses above or below.
 */
import type { LineString, MultiLineString } from 'geojson';
import type { LngLat, Meters } from '../model/index.ts';
import { classOf, edgesTouching, lengthOf, lineOf, nameOf, snapToRoads } from '../roads/index.ts';
import type { RoadClass, RoadNetwork } from '../roads/index.ts';

export interface RoadStretch {
  /** Names of its roads, each once; empty = none has one. */
  names: string[];
  class: RoadClass;
  meters: Meters;
  /** As it is drawn. */
  line: LngLat[];
  /** What closes it. */
  closureLine: LineString | MultiLineString;
}

/** How far from its junctions the closing line ends: metres, and at most this share of the stretch. */
const SHORT_OF: Meters = 4;
const SHORT_SHARE = 0.2;
/** Half the gap left for a road that crosses. */
const GAP: Meters = 1.5;
/** The closing line swings this far to both sides, so that it crosses its road however coordinates are rounded. */
const SWING: Meters = 0.4;
const SWING_SHARE = 0.1;

const METERS_PER_DEGREE = 111_195;

/** The stretch of the nearest road within some metres of a place; null = there is none. */
export function stretchAt(network: RoadNetwork, place: LngLat, within: Meters): RoadStretch | null {
  const [at] = snapToRoads(network, place, within);
  if (at === undefined) return null;
  const chain = network.edgeChain[at.edge]!;
  const members = [
    ...network.chainEdges.subarray(network.chainStart[chain], network.chainStart[chain + 1]),
  ];
  const edges = members.map((member) => member >> 1);
  const line: LngLat[] = [];
  for (const member of members) {
    const part = lineOf(network, member >> 1);
    if ((member & 1) === 1) part.reverse();
    line.push(...(line.length === 0 ? part : part.slice(1)));
  }
  const names = [...new Set(edges.map((edge) => nameOf(network, edge)))].filter(
    (name) => name !== null,
  );
  const meters = edges.reduce((sum, edge) => sum + lengthOf(network, edge), 0);
  return {
    names,
    class: classOf(network, at.edge),
    meters,
    line,
    closureLine: lineToClose(network, line, new Set(edges)),
  };
}

type Place = readonly [x: number, y: number];

function lineToClose(
  network: RoadNetwork,
  line: readonly LngLat[],
  own: ReadonlySet<number>,
): RoadStretch['closureLine'] {
  const [lng0, lat0] = line[0]!;
  const shrink = Math.cos((lat0 * Math.PI) / 180);
  const flat = ([lng, lat]: LngLat): Place => [
    (lng - lng0) * METERS_PER_DEGREE * shrink,
    (lat - lat0) * METERS_PER_DEGREE,
  ];
  const round = ([x, y]: Place): LngLat => [
    Math.round((lng0 + x / METERS_PER_DEGREE / shrink) * 1e7) / 1e7,
    Math.round((lat0 + y / METERS_PER_DEGREE) * 1e7) / 1e7,
  ];
  const places = line.map(flat);
  const whole = lengthOfLine(places);
  const short = Math.min(SHORT_OF, whole * SHORT_SHARE);
  const wide = Math.min(SWING, whole * SWING_SHARE);
  const swung = (from: number, to: number): LngLat[] =>
    swing(cut(places, from, to), wide).map(round);
  const alone = swung(short, whole - short);
  const others = edgesTouching(network, asGeometry([alone])).filter((edge) => !own.has(edge));
  if (others.length === 0) return asGeometry([alone]);
  const crossed = [...others].flatMap((edge) => crossings(places, lineOf(network, edge).map(flat)));
  crossed.sort((a, b) => a - b);
  const pieces: LngLat[][] = [];
  let from = short;
  for (const at of [...crossed, Infinity]) {
    const to = Math.min(at - GAP, whole - short);
    if (to - from > 2 * wide) pieces.push(swung(from, to));
    from = Math.max(from, at + GAP);
  }
  return asGeometry(pieces.length === 0 ? [alone] : pieces);
}

const asGeometry = (pieces: readonly LngLat[][]): RoadStretch['closureLine'] => {
  const coordinates = pieces.map((piece) => piece.map(([lng, lat]) => [lng, lat]));
  const [first, second] = coordinates;
  return second === undefined
    ? { type: 'LineString', coordinates: first ?? [] }
    : { type: 'MultiLineString', coordinates };
};

const distance = (a: Place, b: Place): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

const lengthOfLine = (places: readonly Place[]): number =>
  places.reduce((sum, place, i) => (i === 0 ? 0 : sum + distance(places[i - 1]!, place)), 0);

const between = (a: Place, b: Place, share: number): Place => [
  a[0] + share * (b[0] - a[0]),
  a[1] + share * (b[1] - a[1]),
];

/** The part of a line from one length to another. */
function cut(places: readonly Place[], from: number, to: number): Place[] {
  const part: Place[] = [];
  let done = 0;
  for (let i = 1; i < places.length; i++) {
    const [a, b] = [places[i - 1]!, places[i]!];
    const step = distance(a, b);
    const [first, last] = [Math.max(from - done, 0), Math.min(to - done, step)];
    if (step > 0 && first <= step && last >= 0 && first <= last) {
      if (part.length === 0) part.push(between(a, b, first / step));
      part.push(between(a, b, last / step));
    }
    done += step;
  }
  return part;
}

/** The line with every side leaning a little to the left and then to the right of itself. */
function swing(places: readonly Place[], wide: Meters): Place[] {
  return places.flatMap((b, i): Place[] => {
    const a = places[i - 1];
    const step = a === undefined ? 0 : distance(a, b);
    if (a === undefined || step === 0) return [b];
    const [sx, sy] = [(-wide * (b[1] - a[1])) / step, (wide * (b[0] - a[0])) / step];
    const [p, q] = [between(a, b, 1 / 3), between(a, b, 2 / 3)];
    return [[p[0] + sx, p[1] + sy], [q[0] - sx, q[1] - sy], b];
  });
}

/** Lengths along a line at which another one comes across it. */
function crossings(places: readonly Place[], other: readonly Place[]): number[] {
  const found: number[] = [];
  let done = 0;
  for (let i = 1; i < places.length; i++) {
    const [a, b] = [places[i - 1]!, places[i]!];
    const step = distance(a, b);
    for (let j = 1; j < other.length; j++) {
      const [c, d] = [other[j - 1]!, other[j]!];
      const turn = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
      if (turn === 0) continue;
      const t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / turn;
      const u = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / turn;
      if (t >= 0 && t <= 1 && u >= 0 && u <= 1) found.push(done + t * step);
    }
    done += step;
  }
  return found;
}
