/** The plain facts of the edges, column by column, in the order of the network. */
import type { Sections } from '../layout.ts';
import { ROAD_CLASSES } from '../types.ts';
import type { RoadEdgeInput } from '../types.ts';
import { NameList } from './names.ts';

/** In the limit columns: unknown. Unknown never excludes. */
export const UNKNOWN_LIMIT = 0xffff;

export const FLAG_BRIDGE = 1 << 6;
export const FLAG_TUNNEL = 1 << 7;
export const FLAG_FERRY = 1 << 8;
export const FLAG_ROUNDABOUT = 1 << 9;
export const FLAG_FORD = 1 << 10;
export const FLAG_FLOOD_PRONE = 1 << 11;
/** How far the modes that may pass against the edge are shifted in the flags. */
export const BACKWARD_SHIFT = 3;

type Facts = Pick<
  Sections,
  | 'edgeClass'
  | 'edgeFlags'
  | 'edgeLayer'
  | 'edgeSpeed'
  | 'edgeTime'
  | 'edgeWidth'
  | 'edgeWeight'
  | 'edgeHeight'
  | 'edgeName'
  | 'nameStart'
  | 'nameBytes'
>;

/** A limit in steps, rounded down so that it never promises more than was given. */
const limit = (value: number | null, steps: number): number =>
  value === null || !(value >= 0)
    ? UNKNOWN_LIMIT
    : Math.min(UNKNOWN_LIMIT - 1, Math.floor(value * steps + 1e-6));

/** `order[i]` is the given edge that stands at place i. */
export function factsOf(edges: readonly RoadEdgeInput[], order: Uint32Array): Facts {
  const n = order.length;
  const facts = {
    edgeClass: new Uint8Array(n),
    edgeFlags: new Uint16Array(n),
    edgeLayer: new Int8Array(n),
    edgeSpeed: new Uint16Array(n),
    edgeTime: new Uint32Array(n),
    edgeWidth: new Uint16Array(n),
    edgeWeight: new Uint16Array(n),
    edgeHeight: new Uint16Array(n),
    edgeName: new Uint32Array(n),
  };
  const rank = new Map<string, number>(ROAD_CLASSES.map((name, i) => [name, i]));
  const names = new NameList();
  order.forEach((origin, e) => {
    const edge = edges[origin]!;
    const known = rank.get(edge.class);
    if (known === undefined) throw new RangeError(`edge ${origin}: class ${edge.class}`);
    facts.edgeClass[e] = known;
    facts.edgeFlags[e] =
      (edge.forward & 7) |
      ((edge.backward & 7) << BACKWARD_SHIFT) |
      (edge.bridge ? FLAG_BRIDGE : 0) |
      (edge.tunnel ? FLAG_TUNNEL : 0) |
      (edge.ferry ? FLAG_FERRY : 0) |
      (edge.roundabout === true ? FLAG_ROUNDABOUT : 0) |
      (edge.ford === true ? FLAG_FORD : 0) |
      (edge.floodProne === true ? FLAG_FLOOD_PRONE : 0);
    facts.edgeLayer[e] = Math.max(-128, Math.min(127, edge.layer));
    facts.edgeSpeed[e] =
      edge.speedKmh === null ? 0 : Math.max(1, Math.min(65535, Math.round(edge.speedKmh * 10)));
    facts.edgeTime[e] = edge.seconds === null ? 0 : Math.max(1, Math.round(edge.seconds * 1000));
    facts.edgeWidth[e] = limit(edge.widthM, 100);
    facts.edgeWeight[e] = limit(edge.maxWeightT, 100);
    facts.edgeHeight[e] = limit(edge.maxHeightM, 100);
    facts.edgeName[e] = names.number(edge.name);
  });
  return { ...facts, ...names.columns() };
}
