/** An OpenStreetMap file as edges and turn restrictions, with an account of what was left out. */
import { RoadsFailure } from '../failure.ts';
import type { Noted, RoadsRead } from '../incoming.ts';
import { attachRestrictions } from './attach-restrictions.ts';
import { cutWays } from './cut-ways.ts';
import { Gathered, gatherInto } from './gather.ts';
import { applyPointLimits } from './point-limits.ts';
import { readOsm } from './read/open.ts';

/**
 * @param inputs bytes of files that belong together (`.osm.pbf`, `.osm`, either packed with gzip), in pieces of any size;
 *   an element that stands in several of them counts once.
 * @param source where the data are from, as it will be shown with the roads.
 * @throws RoadsFailure
 */
export async function readOsmRoads(
  inputs: readonly AsyncIterable<Uint8Array>[],
  source: string,
): Promise<RoadsRead> {
  const gathered = new Gathered();
  const sink = gatherInto(gathered);
  let dataTime: string | null = null;
  for (const input of inputs) {
    const header = await readOsm(input, sink);
    // Of several files the oldest says how old the roads are.
    if (header.dataTime !== null && (dataTime === null || header.dataTime < dataTime))
      dataTime = header.dataTime;
  }
  const cut = cutWays(gathered);
  if (cut.edges.length === 0) throw new RoadsFailure('no_roads');
  // Restrictions refer to nodes as they are in the file, so they come before barriers take nodes apart.
  const restrictions = attachRestrictions(cut, gathered);
  applyPointLimits(cut, gathered);
  const notes: Noted[] = [{ note: 'layers_apart', params: {} }];
  if (gathered.conditional > 0)
    notes.push({ note: 'conditional_access', params: { count: gathered.conditional } });
  return {
    input: {
      edges: cut.edges,
      restrictions: restrictions.filter((one) => stillTouch(one, cut.edges)),
      barriers: gathered.barriers.lay(gathered.nodes, onTheGround(gathered)),
      source,
    },
    origins: cut.wayOf.map((id) => `way ${id}`),
    dataTime,
    lines: gathered.lines,
    leftOut: gathered.leftOut.list(),
    notes,
  };
}

/** Node ids of the roads that go through what stands on the ground, and not over or under it. */
function* onTheGround({ ways }: Gathered): Generator<readonly number[]> {
  for (const { refs, facts } of ways) if (!facts.bridge && !facts.tunnel) yield refs;
}

/** A restriction at a node with a barrier loses its edges to it. */
function stillTouch(
  { from, to, via }: { from: number; to: number; via: number },
  edges: readonly { from: number; to: number }[],
): boolean {
  return [from, to].every((one) => edges[one]?.from === via || edges[one]?.to === via);
}
