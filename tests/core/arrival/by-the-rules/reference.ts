/**
 * The rules of arrival once more, from OpenStreetMap elements to seconds, written to be compared with and not to be fast.
 * It shares no code with `src` but the product's numbers as they are told to people: plain metres on a plane, every place
 * and every pair looked at, Bellman-Ford over pieces of road. It knows no junctions, chains, boxes, buckets or kept searches.
 */
import type { LngLat } from '../../../../src/core/model/index.ts';
import { metersAt } from './town.ts';
import type { Town, TownWay } from './town.ts';

export type Traveller = 'emergency-car' | 'foot';

export interface Answer {
  /** To the road beside the incident; null = not reached. */
  seconds: number | null;
  /** From there to the incident. */
  offRoad: number;
  /** Whether it comes to another road than the incident's own. */
  otherHome: boolean;
  /** Whether that spares a detour, and the own road is come to as well. */
  isDetour: boolean;
  /** How near the answer is to being another one: the least by which a distance or a choice was decided. */
  margin: { meters: number; seconds: number };
}

type XY = readonly [x: number, y: number];

/** A way from one junction, end or barrier to the next. */
interface Piece {
  way: TownWay;
  /** Where each place of its line is, and how far along the piece. */
  line: readonly { at: XY; along: number }[];
  length: number;
  from: string;
  to: string;
  along: boolean;
  against: boolean;
  metersPerSecond: number;
  isOnGround: boolean;
  /** Metres along where it is cut. */
  cuts: number[];
}

/** A place on a piece. */
interface Spot {
  piece: Piece;
  along: number;
  at: XY;
  meters: number;
  /** By how little another place of the same piece is not nearer. */
  margin: number;
}

const KMH = { residential: 25, service: 15, motorway: 90, footway: 5 } as const;
const WALK = 4 / 3.6;
/** A road beyond a motorway is taken only where no other one leads anywhere. */
const DAY = 86_400;
/** Another road right beside is taken where it spares so much. */
const DETOUR = 300;

/** Answers for one town and one kind of traveller; a car comes towards the incident, people walk away from it. */
export class Reference {
  private readonly pieces: Piece[];
  private readonly main: ReadonlySet<string>;
  private readonly paceOffRoad: number;
  /** Whether one part of the roads is by far the largest, so that nobody can take another for it. */
  hasMain = false;

  constructor(
    private readonly town: Town,
    private readonly by: Traveller,
  ) {
    this.paceOffRoad = by === 'foot' ? 5 / 3.6 : WALK;
    this.pieces = this.piecesOf();
    this.main = this.largestPart();
    for (const closure of town.closures) this.cut(closure);
  }

  answers(incident: LngLat, others: readonly LngLat[]): Answer[] {
    const home = this.roadOf(metersAt(incident), 2000);
    const ends = others.map((other) => this.roadOf(metersAt(other), 500));
    return ends.map((end, i) => this.answer(metersAt(incident), metersAt(others[i]!), home, end));
  }

  private answer(incident: XY, other: XY, home: Found, end: Found): Answer {
    const margin = { meters: Math.min(home.margin, end.margin), seconds: Infinity };
    if (home.spot === null || end.spot === null)
      return { seconds: null, offRoad: 0, otherHome: false, isDetour: false, margin };
    const own = this.secondsBetween(home.spot, end.spot);
    const beside = this.besideOf(incident, home.spot, margin);
    const besideEnd = this.besideOf(other, end.spot, margin);
    const spare =
      Math.min(
        ...[home.spot, ...beside].flatMap((a) =>
          [end.spot!, ...besideEnd].map(
            (b) => this.secondsBetween(a, b) + this.walk(a, home) + this.walk(b, end),
          ),
        ),
      ) + DETOUR;
    if (own < Infinity && spare < Infinity) margin.seconds = Math.abs(own - spare);
    if (own < Infinity && own <= spare)
      return { seconds: own, offRoad: home.spot.meters, otherHome: false, isDetour: false, margin };
    const towards = this.by !== 'foot';
    const joined = this.shareJoined(home.spot, towards, 'now');
    // A share that hangs on one crossing decides nothing.
    if (joined > 0.06 && joined < 0.16) margin.meters = 0;
    const homes =
      joined >= 0.1
        ? [home.spot, ...beside]
        : this.othersOf(incident, home.spot, farFrom(home.spot), margin);
    // Whose own road joins nothing even with all open may use one as far away, if water is known; else one at a second gate.
    const everJoined = this.shareJoined(end.spot, !towards, 'all open');
    if (everJoined > 0.06 && everJoined < 0.16) margin.meters = 0;
    const limit =
      everJoined >= 0.1 || !this.town.hasWater ? end.spot.meters + 30 : farFrom(end.spot);
    const ends = this.othersOf(other, end.spot, limit, margin);
    const found = homes
      .flatMap((a) =>
        ends.map((b) => {
          const seconds = this.secondsBetween(a, b) + this.walk(b, end);
          const beyond = [
            this.isBeyondMotorway(incident, a, margin),
            this.isBeyondMotorway(other, b, margin),
          ];
          return {
            a,
            seconds,
            weight: seconds + this.walk(a, home) + DAY * beyond.filter(Boolean).length,
          };
        }),
      )
      .sort((one, other) => one.weight - other.weight);
    const [best, second] = found;
    if (best === undefined || best.weight === Infinity)
      return { seconds: null, offRoad: 0, otherHome: false, isDetour: false, margin };
    margin.seconds = Math.min(margin.seconds, (second?.weight ?? Infinity) - best.weight);
    const otherHome = best.a !== home.spot;
    return {
      seconds: best.seconds,
      offRoad: best.a.meters,
      otherHome,
      isDetour: otherHome && own < Infinity,
      margin,
    };
  }

  /** Other roads right beside a place with nothing between. */
  private besideOf(place: XY, own: Spot, margin: { meters: number }): Spot[] {
    if (!own.piece.isOnGround) return [];
    const [, ...others] = this.othersOf(place, own, own.meters + 30, margin);
    return others.filter((spot) => !this.isBeyondMotorway(place, spot, margin));
  }

  private walk({ meters }: Spot, own: Found): number {
    return Math.max(0, meters - own.spot!.meters) / this.paceOffRoad;
  }

  /** The own road, then all others within a distance that nothing active lies before. */
  private othersOf(place: XY, own: Spot, limit: number, margin: { meters: number }): Spot[] {
    const within = Math.max(limit, own.meters);
    const others = this.pieces
      .filter((piece) => piece !== own.piece && piece.isOnGround && isUsed(piece))
      .map((piece) => nearestOn(piece, place))
      .filter((spot) => {
        margin.meters = Math.min(margin.meters, Math.abs(spot.meters - within));
        if (spot.meters > within) return false;
        margin.meters = Math.min(margin.meters, spot.margin);
        return this.isFree(place, spot.at, margin);
      });
    return [own, ...others];
  }

  /** Whether no slide and no fence lies on a walk. */
  private isFree(from: XY, to: XY, margin: { meters: number }): boolean {
    return this.town.closures.every((closure) => {
      if ('point' in closure) {
        const meters = distanceToStep(metersAt(closure.point), from, to).meters;
        margin.meters = Math.min(margin.meters, Math.abs(meters - 20));
        return meters >= 20;
      }
      const [a, b]: [XY, XY] = [metersAt(closure.line[0]), metersAt(closure.line[1])];
      const gap = gapBetween(from, to, a, b);
      if (gap > 0) margin.meters = Math.min(margin.meters, gap);
      return gap > 0;
    });
  }

  private roadOf(place: XY, limit: number): Found {
    const used = this.pieces.filter(isUsed);
    const all = used.map((piece) => nearestOn(piece, place)).sort((a, b) => a.meters - b.meters);
    const tie = ([first, ...others]: Spot[]): number => {
      if (first === undefined) return Infinity;
      const node = nodeOf(first);
      // Roads that meet at a crossing which is the nearest place are one choice.
      const second = others.find(
        (spot) =>
          node === null ||
          nodeOf(spot) !== node ||
          spot.piece.isOnGround !== first.piece.isOnGround,
      );
      return Math.min(first.margin, second === undefined ? Infinity : second.meters - first.meters);
    };
    const [any] = all;
    if (any === undefined || any.meters > limit) return { spot: null, margin: Infinity };
    const margin = Math.min(tie(all), Math.abs(any.meters - 12));
    if (!any.piece.isOnGround && any.meters <= 12) return { spot: any, margin };
    const ground = all.filter(({ piece }) => piece.isOnGround);
    const [nearest] = ground;
    const found = { meters: Math.min(any.piece.isOnGround ? Infinity : margin, tie(ground)) };
    const give = (spot: Spot | null): Found => ({ spot, margin: found.meters });
    if (nearest === undefined || !this.isBeyondMotorway(place, nearest, found))
      return give(nearest ?? null);
    for (const spot of ground) {
      found.meters = Math.min(found.meters, Math.abs(spot.meters - 150));
      if (spot.meters > 150) break;
      if (this.isBeyondMotorway(place, spot, found)) continue;
      found.meters = Math.min(found.meters, tie(ground.slice(ground.indexOf(spot))));
      return give(spot);
    }
    return give(nearest);
  }

  /** Whether a motorway lies between a place and a road; the last metre before the middle of the road is the road's own. */
  private isBeyondMotorway(place: XY, { at, meters }: Spot, margin: { meters: number }): boolean {
    margin.meters = Math.min(margin.meters, Math.abs(meters - 1));
    if (meters <= 1) return false;
    const share = 1 - 1 / meters;
    const end: XY = [place[0] + share * (at[0] - place[0]), place[1] + share * (at[1] - place[1])];
    const motorways = this.pieces.filter(({ way }) => way.highway === 'motorway');
    return motorways.some(({ line }) =>
      line.slice(1).some((b, i) => {
        const a = line[i]!;
        const isCrossed = crossing(place, end, a.at, b.at) !== null;
        const gaps = isCrossed
          ? [distanceToStep(place, a.at, b.at).meters, distanceToStep(end, a.at, b.at).meters]
          : [gapBetween(place, end, a.at, b.at)];
        margin.meters = Math.min(margin.meters, ...gaps);
        return isCrossed;
      }),
    );
  }

  private piecesOf(): Piece[] {
    const { nodes, ways } = this.town;
    const uses = new Map<number, number>();
    const count = (id: number, times: number): void =>
      void uses.set(id, (uses.get(id) ?? 0) + times);
    for (const { refs } of ways) {
      refs.forEach((ref) => count(ref, 1));
      count(refs[0]!, 1);
      count(refs.at(-1)!, 1);
    }
    for (const { id, barrier } of nodes.values()) if (barrier === 'bollard') count(id, 2);
    const pieces: Piece[] = [];
    for (const way of ways) {
      let first = 0;
      way.refs.forEach((ref, i) => {
        if (i === 0 || uses.get(ref)! < 2) return;
        pieces.push(this.pieceOf(way, way.refs.slice(first, i + 1), pieces.length));
        // A bollard is a place of its own, where who passes it can go onto the road.
        if (nodes.get(ref)!.barrier === 'bollard')
          pieces.push(this.pieceOf(way, [ref, ref], pieces.length));
        first = i;
      });
    }
    return pieces;
  }

  private pieceOf(way: TownWay, refs: readonly number[], number: number): Piece {
    const { nodes } = this.town;
    const isCar = this.by === 'emergency-car';
    const isBollard = refs[0] === refs[1];
    const passes = isCar ? !isBollard && way.highway !== 'footway' : way.highway !== 'motorway';
    let along = 0;
    let before: XY | null = null;
    const line = refs.map((ref) => {
      const at: XY = metersAt(nodes.get(ref)!.at);
      along += before === null ? 0 : distance(before, at);
      before = at;
      return { at, along };
    });
    // A car stands at a bollard as at a dead end: each road has an end of its own there.
    const end = (ref: number, which: string): string =>
      isCar && nodes.get(ref)!.barrier === 'bollard' ? `${ref} ${number} ${which}` : String(ref);
    return {
      way,
      line,
      length: along,
      from: end(refs[0]!, 'from'),
      to: end(refs.at(-1)!, 'to'),
      along: passes,
      against: passes && !(way.oneway && isCar),
      metersPerSecond: (isCar ? KMH[way.highway] : 5) / 3.6,
      isOnGround: way.structure === null && way.highway !== 'motorway',
      cuts: [],
    };
  }

  private cut(closure: Town['closures'][number]): void {
    if ('point' in closure) {
      const spots = this.pieces.map((piece) => nearestOn(piece, metersAt(closure.point)));
      const [nearest] = spots.sort((a, b) => a.meters - b.meters);
      if (nearest !== undefined && nearest.meters <= 50) nearest.piece.cuts.push(nearest.along);
      return;
    }
    const [a, b]: [XY, XY] = [metersAt(closure.line[0]), metersAt(closure.line[1])];
    for (const { line, cuts } of this.pieces) {
      for (let i = 1; i < line.length; i++) {
        const [from, to] = [line[i - 1]!, line[i]!];
        const t = crossing(from.at, to.at, a, b);
        if (t !== null) cuts.push(from.along + t * (to.along - from.along));
      }
    }
  }

  /** Nodes of the largest part in which one gets from everywhere to everywhere, as if nothing were closed. */
  private largestPart(): ReadonlySet<string> {
    const nodes = [...new Set(this.pieces.flatMap(({ from, to }) => [from, to]))];
    const reached = new Map(nodes.map((node) => [node, this.reachedFrom([node], 'all open')]));
    const parts = new Map<string, Set<string>>();
    for (const node of nodes) {
      const part = [...reached.get(node)!].filter((other) => reached.get(other)!.has(node)).sort();
      parts.set(part[0]!, new Set(part));
    }
    const [largest, next] = [...parts.values()].sort((a, b) => b.size - a.size);
    this.hasMain = largest !== undefined && largest.size > 4 * (next?.size ?? 0);
    return largest ?? new Set();
  }

  private reachedFrom(nodes: readonly string[], roads: 'now' | 'all open'): Set<string> {
    return this.grown(nodes, roads, ({ from, to, along, against }) => [
      ...(along ? [[from, to] as const] : []),
      ...(against ? [[to, from] as const] : []),
    ]);
  }

  private reaching(nodes: readonly string[], roads: 'now' | 'all open'): Set<string> {
    return this.grown(nodes, roads, ({ from, to, along, against }) => [
      ...(along ? [[to, from] as const] : []),
      ...(against ? [[from, to] as const] : []),
    ]);
  }

  private grown(
    nodes: readonly string[],
    roads: 'now' | 'all open',
    steps: (piece: Piece) => (readonly [string, string])[],
  ): Set<string> {
    const seen = new Set(nodes);
    for (let grown = true; grown;) {
      const before = seen.size;
      for (const piece of this.pieces) {
        if (roads === 'now' && piece.cuts.length > 0) continue;
        for (const [one, next] of steps(piece)) if (seen.has(one)) seen.add(next);
      }
      grown = seen.size > before;
    }
    return seen;
  }

  /** What share of the main part leads to a place, or is led to from it. */
  private shareJoined(
    spot: Pick<Spot, 'piece' | 'along'>,
    towards: boolean,
    roads: 'now' | 'all open',
  ): number {
    const { piece, along } = spot;
    const cuts = roads === 'now' ? piece.cuts : [];
    const before = !cuts.some((cut) => cut <= along);
    const after = !cuts.some((cut) => cut >= along);
    const [overFrom, overTo] = towards
      ? [piece.along, piece.against]
      : [piece.against, piece.along];
    const node = nodeOf(spot);
    const begins = [
      ...(node === null ? [] : [node]),
      ...(before && overFrom ? [piece.from] : []),
      ...(after && overTo ? [piece.to] : []),
    ];
    const leading = towards ? this.reaching(begins, roads) : this.reachedFrom(begins, roads);
    const crossings = [...this.main].filter((node) => this.isCrossing(node));
    return crossings.filter((node) => leading.has(node)).length / crossings.length;
  }

  /** Whether more or fewer than two roads end at a node: else it is a place on one. */
  private isCrossing(node: string): boolean {
    const roads = this.pieces.filter(({ length }) => length > 0);
    const ends = roads.reduce(
      (sum, { from, to }) => sum + Number(from === node) + Number(to === node),
      0,
    );
    return ends !== 2 && !node.includes(' ');
  }

  /** From the candidate to the incident for cars, from the incident to the candidate on foot. */
  private secondsBetween(home: Spot, end: Spot): number {
    return this.by === 'foot' ? this.drive(home, end) : this.drive(end, home);
  }

  private drive(from: Spot, to: Spot): number {
    const reached = this.secondsToNodes(from);
    const { piece } = to;
    const end = nodeOf(to);
    const ways = [end === null ? Infinity : (reached.get(end) ?? Infinity)];
    if (piece.along && isOpen(piece, 0, to.along))
      ways.push((reached.get(piece.from) ?? Infinity) + secondsOn(piece, 0, to.along));
    if (piece.against && isOpen(piece, to.along, piece.length))
      ways.push((reached.get(piece.to) ?? Infinity) + secondsOn(piece, to.along, piece.length));
    const isForward = to.along >= from.along;
    if (
      piece === from.piece &&
      isOpen(piece, from.along, to.along) &&
      (isForward ? piece.along : piece.against)
    )
      ways.push(secondsOn(piece, from.along, to.along));
    return Math.min(...ways);
  }

  /** From a place to every node, by offering until nothing becomes sooner. */
  private secondsToNodes(from: Spot): ReadonlyMap<string, number> {
    const best = new Map<string, number>();
    const offer = (node: string, seconds: number): boolean => {
      if (seconds >= (best.get(node) ?? Infinity)) return false;
      best.set(node, seconds);
      return true;
    };
    const { piece } = from;
    const start = nodeOf(from);
    if (start !== null) offer(start, 0);
    if (piece.along && isOpen(piece, from.along, piece.length))
      offer(piece.to, secondsOn(piece, from.along, piece.length));
    if (piece.against && isOpen(piece, 0, from.along))
      offer(piece.from, secondsOn(piece, 0, from.along));
    for (let changed = true; changed;) {
      changed = false;
      for (const one of this.pieces) {
        if (one.cuts.length > 0) continue;
        const whole = secondsOn(one, 0, one.length);
        if (one.along && best.has(one.from))
          changed = offer(one.to, best.get(one.from)! + whole) || changed;
        if (one.against && best.has(one.to))
          changed = offer(one.from, best.get(one.to)! + whole) || changed;
      }
    }
    return best;
  }
}

/** A road found, and by how little another one was not. */
interface Found {
  spot: Spot | null;
  margin: number;
}

/** How far a road may be where most roads do not lead to the own one: 150 m, and never less than a second gate. */
const farFrom = ({ meters }: Spot): number => Math.max(150, meters + 30);

const secondsOn = ({ metersPerSecond }: Piece, a: number, b: number): number =>
  Math.abs(a - b) / metersPerSecond;

/** Whether nothing closes a piece between two places on it. */
const isOpen = ({ cuts }: Piece, a: number, b: number): boolean =>
  !cuts.some((cut) => cut >= Math.min(a, b) && cut <= Math.max(a, b));

const isUsed = ({ along, against }: Piece): boolean => along || against;

const distance = ([ax, ay]: XY, [bx, by]: XY): number => Math.hypot(bx - ax, by - ay);

function distanceToStep(
  [x, y]: XY,
  [ax, ay]: XY,
  [bx, by]: XY,
): { meters: number; share: number; at: XY } {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const share =
    squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared));
  const at: XY = [ax + share * dx, ay + share * dy];
  return { meters: distance([x, y], at), share, at };
}

/** The end of a piece is the node there: from it every other road at that node goes on. */
function nodeOf({ piece, along }: Pick<Spot, 'piece' | 'along'>): string | null {
  if (along <= 0) return piece.from;
  return along >= piece.length ? piece.to : null;
}

function nearestOn(piece: Piece, place: XY): Spot {
  const spots = piece.line.slice(1).map((b, i) => {
    const a = piece.line[i]!;
    const { meters, share, at } = distanceToStep(place, a.at, b.at);
    return { along: a.along + share * (b.along - a.along), at, meters };
  });
  const [best, ...others] = spots.sort((a, b) => a.meters - b.meters);
  const elsewhere = others.filter(({ at }) => distance(at, best!.at) > 0.01);
  return {
    piece,
    ...best!,
    margin: Math.min(...elsewhere.map(({ meters }) => meters)) - best!.meters,
  };
}

/** Where a step crosses another, as a share of the first; null = it does not. */
function crossing([ax, ay]: XY, [bx, by]: XY, [cx, cy]: XY, [ex, ey]: XY): number | null {
  const turn = (bx - ax) * (ey - cy) - (by - ay) * (ex - cx);
  if (turn === 0) return null;
  const t = ((cx - ax) * (ey - cy) - (cy - ay) * (ex - cx)) / turn;
  const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / turn;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? t : null;
}

/** Metres between two steps, 0 where they cross. */
function gapBetween(a: XY, b: XY, c: XY, d: XY): number {
  if (crossing(a, b, c, d) !== null) return 0;
  const gaps = [
    distanceToStep(a, c, d),
    distanceToStep(b, c, d),
    distanceToStep(c, a, b),
    distanceToStep(d, a, b),
  ];
  return Math.min(...gaps.map(({ meters }) => meters));
}
