/** A route as the list of steps one would read out: along which road, how far, how long, and the turn before it. */
import type { LngLat, Meters, Seconds } from '../model/index.ts';
import { shrinkAt } from './geometry.ts';
import { nameOf } from './network.ts';
import type { RoadNetwork } from './network.ts';
import { FLAG_ROUNDABOUT } from './build/columns.ts';
import { NO_ROUTE } from './search/costs.ts';
import type { EdgeCosts } from './search/costs.ts';
import type { RoadRoute } from './search/route.ts';
import { routeLine } from './search/routes.ts';

type Turn =
  | 'depart'
  | 'straight'
  | 'slight-left'
  | 'slight-right'
  | 'left'
  | 'right'
  | 'sharp-left'
  | 'sharp-right'
  | 'turn-back'
  /** Around a roundabout and out of it. */
  | 'roundabout';

export interface RouteStep {
  turn: Turn;
  /** null = a road without a name. */
  name: string | null;
  meters: Meters;
  seconds: Seconds;
  /** First of the route's members that belongs to it. */
  member: number;
  /** Which exit of the roundabout, counted from where one drives in; null for other turns, and where the route ends inside. */
  exit: number | null;
}

/** A step that knows where it begins on the line of its route. */
export interface PlacedStep extends RouteStep {
  /** Number of the line's place at which it begins. */
  first: number;
}

/** A route's line, and its steps with the place of the line at which each begins. */
export function routeWithSteps(
  network: RoadNetwork,
  route: RoadRoute,
  steps: readonly RouteStep[],
): { line: LngLat[]; steps: PlacedStep[] } {
  const line: LngLat[] = [];
  const placed = steps.map((step, i): PlacedStep => {
    const until = steps[i + 1]?.member ?? route.members.length;
    const part = routeLine(network, partOf(route, step.member, until));
    const [last, begin] = [line[line.length - 1], part[0]];
    const isJoined =
      last !== undefined && begin !== undefined && last[0] === begin[0] && last[1] === begin[1];
    const first = isJoined ? line.length - 1 : line.length;
    line.push(...(isJoined ? part.slice(1) : part));
    return { ...step, first };
  });
  return { line, steps: placed };
}

/** The members from `first` up to, without, `until`, as a path of its own. */
function partOf(route: RoadRoute, first: number, until: number): RoadRoute {
  const members = route.members.slice(first, until);
  const start = first === 0 ? route.start : members[0]! & 1;
  const end = until === route.members.length ? route.end : 1 - (members[members.length - 1]! & 1);
  return { ...route, ms: 0, members, start, end };
}

/** Turns in degrees, clockwise positive; product default. */
const STRAIGHT = 25;
const SLIGHT = 50;
const SHARP = 120;
const BACK = 170;

/**
 * A step begins where the name changes, and where one turns at a junction. A roundabout is one step together with the road
 * one leaves it by.
 */
export function stepsOf(network: RoadNetwork, costs: EdgeCosts, route: RoadRoute): RouteStep[] {
  const steps: RouteStep[] = [];
  /** Roads that lead out of the roundabout one goes around, up to here. */
  let exits = 0;
  route.members.forEach((member, i) => {
    const before = route.members[i - 1];
    const piece = { name: nameOf(network, member >> 1), ...drivenOn(network, costs, route, i) };
    const current = steps[steps.length - 1];
    if (current === undefined || before === undefined) {
      steps.push({ turn: 'depart', ...piece, member: i, exit: null });
    } else if (isRoundabout(network, member)) {
      const isEntered = goesAround(current);
      // Set out inside: around it until one leaves.
      const isBegunIn = !isEntered && isRoundabout(network, before);
      if (!isBegunIn) exits = (isEntered ? exits : 0) + exitsAfter(network, costs, member);
      if (isEntered || isBegunIn) lengthen(current, piece);
      else steps.push({ turn: 'roundabout', ...piece, member: i, exit: null });
    } else if (goesAround(current)) {
      Object.assign(current, { name: piece.name, exit: Math.max(1, exits) });
      lengthen(current, piece);
    } else {
      const angle = angleBetween(network, before, member);
      const turns = atJunction(network, member) && Math.abs(angle) >= SLIGHT;
      const renamed = network.edgeName[before >> 1] !== network.edgeName[member >> 1];
      if (turns || renamed) steps.push({ turn: turnOf(angle), ...piece, member: i, exit: null });
      else lengthen(current, piece);
    }
  });
  return steps;
}

interface Driven {
  meters: Meters;
  seconds: Seconds;
}

/** What is driven of a member of a route: all of it, but for the first and the last. */
function drivenOn(network: RoadNetwork, costs: EdgeCosts, route: RoadRoute, i: number): Driven {
  const member = route.members[i]!;
  const against = member & 1;
  const from = i === 0 ? route.start : against;
  const to = i === route.members.length - 1 ? route.end : 1 - against;
  const share = Math.abs(to - from);
  const cost = (against === 0 ? costs.along : costs.against)[member >> 1]!;
  return {
    meters: (share * network.edgeLength[member >> 1]!) / 1000,
    seconds: (share * cost) / 1000,
  };
}

function lengthen(step: RouteStep, { meters, seconds }: Driven): void {
  step.meters += meters;
  step.seconds += seconds;
}

/** Whether a step leads into a roundabout that one has not left yet. */
const goesAround = ({ turn, exit }: RouteStep): boolean => turn === 'roundabout' && exit === null;

const isRoundabout = ({ edgeFlags }: RoadNetwork, member: number): boolean =>
  (edgeFlags[member >> 1]! & FLAG_ROUNDABOUT) !== 0;

/** How many roads lead out of a roundabout at the end of one of its members. */
function exitsAfter(network: RoadNetwork, costs: EdgeCosts, member: number): number {
  const { edgeFrom, edgeTo, nodeJunction, outStart, outArcs, chainStart, chainEdges } = network;
  const edge = member >> 1;
  const junction = nodeJunction[(member & 1) === 0 ? edgeTo[edge]! : edgeFrom[edge]!]!;
  if (junction < 0) return 0;
  let exits = 0;
  for (let i = outStart[junction]!; i < outStart[junction + 1]!; i++) {
    const arc = outArcs[i]!;
    const chain = arc >> 1;
    const first =
      (arc & 1) === 0
        ? chainEdges[chainStart[chain]!]!
        : chainEdges[chainStart[chain + 1]! - 1]! ^ 1;
    const cost = ((first & 1) === 0 ? costs.along : costs.against)[first >> 1]!;
    if (!isRoundabout(network, first) && cost < NO_ROUTE) exits++;
  }
  return exits;
}

function turnOf(angle: number): Turn {
  const size = Math.abs(angle);
  if (size < STRAIGHT) return 'straight';
  if (size >= BACK) return 'turn-back';
  const side = angle < 0 ? 'left' : 'right';
  if (size < SLIGHT) return `slight-${side}`;
  return size < SHARP ? side : `sharp-${side}`;
}

function atJunction({ edgeFrom, edgeTo, nodeJunction }: RoadNetwork, member: number): boolean {
  const edge = member >> 1;
  return nodeJunction[(member & 1) === 0 ? edgeFrom[edge]! : edgeTo[edge]!]! >= 0;
}

/** By how many degrees one turns from the end of one member into the next, -180..180, right positive. */
function angleBetween(network: RoadNetwork, before: number, after: number): number {
  const arriving = bearing(network, before ^ 1) + 180;
  return ((bearing(network, after) - arriving + 540 + 360) % 360) - 180;
}

/** Compass bearing at which one sets out along a member. */
function bearing(network: RoadNetwork, member: number): number {
  const { shape, edgeShape } = network;
  const edge = member >> 1;
  const first = edgeShape[edge]!;
  const last = edgeShape[edge + 1]! - 1;
  const start = (member & 1) === 0 ? first : last;
  const step = (member & 1) === 0 ? 1 : -1;
  // Doubled vertices have no direction.
  for (let v = start + step; v >= first && v <= last; v += step) {
    const dx = (shape[2 * v]! - shape[2 * start]!) * shrinkAt(network, edge);
    const dy = shape[2 * v + 1]! - shape[2 * start + 1]!;
    if (dx !== 0 || dy !== 0) return (Math.atan2(dx, dy) * 180) / Math.PI;
  }
  return 0;
}
