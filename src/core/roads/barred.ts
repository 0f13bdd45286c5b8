/** What on a route bars it to somebody: found on the one that has the fewest of it. */
import { classOf, isShutOffFromFoot, nameOf } from './network.ts';
import type { RoadNetwork } from './network.ts';
import { FLAG_BRIDGE, FLAG_FERRY, FLAG_TUNNEL } from './build/columns.ts';
import { fitsOn } from './limits.ts';
import type { RoadProfile } from './profiles.ts';
import type { Router } from './router.ts';
import type { RoadRoute } from './search/route.ts';

type BarredBy =
  | 'barrier'
  | 'one-way'
  | 'turn'
  | 'size'
  | 'motorway'
  | 'tunnel'
  | 'bridge'
  | 'ferry'
  | 'path'
  | 'forbidden';

export interface Barred {
  by: BarredBy;
  /** The name of the road it is on; null = it has none, or it is a turn. */
  road: string | null;
}

/** What each of those costs: a quarter of an hour, so that a way around is taken before one more of them. */
const BARRED_MS = 900_000;

/** The profile of somebody who minds neither signs nor barriers, yet avoids them. */
export const heedless = (profile: RoadProfile): RoadProfile => ({
  ...profile,
  obeysTurns: false,
  barredMs: BARRED_MS,
});

/** Each kind once, in driving order. @param router of whoever minds them; @param members of the route of the heedless one */
export function barredOn({ network, profile, allows }: Router, { members }: RoadRoute): Barred[] {
  const found = new Map<BarredBy, Barred>();
  for (const member of members) {
    if (allows(member)) continue;
    const by = allows(member ^ 1) ? 'one-way' : whyBarred(network, profile, member >> 1);
    if (!found.has(by)) found.set(by, { by, road: nameOf(network, member >> 1) });
  }
  return found.size === 0 ? [{ by: 'turn', road: null }] : [...found.values()];
}

function whyBarred(network: RoadNetwork, profile: RoadProfile, edge: number): BarredBy {
  // A barrier at a node is an edge without length between the ends of the roads that meet there.
  if (network.edgeLength[edge] === 0 && network.edgeFrom[edge] !== network.edgeTo[edge])
    return 'barrier';
  if (!fitsOn(network, edge, profile)) return 'size';
  const flags = network.edgeFlags[edge]!;
  const name = classOf(network, edge);
  if ((flags & FLAG_FERRY) !== 0) return 'ferry';
  if ((flags & FLAG_TUNNEL) !== 0) return 'tunnel';
  if ((flags & FLAG_BRIDGE) !== 0) return 'bridge';
  if (name === 'motorway' || (profile.mode === 'foot' && isShutOffFromFoot(network, edge)))
    return 'motorway';
  return ['path', 'cycleway', 'steps', 'pedestrian'].includes(name) ? 'path' : 'forbidden';
}
