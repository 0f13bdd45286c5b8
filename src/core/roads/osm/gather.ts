/** What is kept of a file while it goes by: all nodes as columns, the ways that may be roads, the restrictions. */
import { LeftOutList } from '../incoming.ts';
import type { ElementSink } from './elements.ts';
import { GatheredBarriers } from './gather-barriers.ts';
import { NodeStore } from './node-store.ts';
import { pointLimitOf } from './tags/barriers.ts';
import type { PointLimit } from './tags/barriers.ts';
import { isRestriction, readRestriction } from './tags/restriction.ts';
import type { OsmRestriction } from './tags/restriction.ts';
import { isWayOfInterest, wayFacts } from './tags/way.ts';
import type { WayFacts } from './tags/way.ts';

export interface KeptWay {
  id: number;
  refs: number[];
  facts: WayFacts;
}

export class Gathered {
  readonly nodes = new NodeStore();
  readonly ways: KeptWay[] = [];
  readonly restrictions: { id: number; restriction: OsmRestriction }[] = [];
  /** By node id. */
  readonly limits = new Map<number, PointLimit>();
  readonly leftOut = new LeftOutList();
  readonly barriers = new GatheredBarriers();
  /** Ways tagged as roads of some kind. */
  lines = 0;
  /** Ways with an access tag that holds at some hours only. */
  conditional = 0;
}

/** A sink that gathers roads. */
export function gatherInto(gathered: Gathered): ElementSink {
  const { nodes, ways, restrictions, limits, leftOut, barriers } = gathered;
  // Way ids, and relation ids below zero.
  const seen = new Set<number>();
  return {
    node: (id, lng, lat, tags) => {
      nodes.add(id, lng, lat);
      if (tags.size === 0) return;
      const limit = pointLimitOf(tags);
      if (limit !== null) limits.set(id, limit);
      barriers.node(id, tags);
    },
    way: (id, refs, tags) => {
      if (seen.has(id)) return;
      seen.add(id);
      barriers.way(id, refs, tags);
      if (!isWayOfInterest(tags)) return;
      gathered.lines++;
      const facts = wayFacts(tags);
      if (typeof facts === 'string') leftOut.add(facts, `way ${id}`);
      else if (refs.length < 2) leftOut.add('no_geometry', `way ${id}`);
      else ways.push({ id, refs, facts });
      if ([...tags.keys()].some((key) => key.endsWith(':conditional'))) gathered.conditional++;
    },
    relation: (id, members, tags) => {
      if (seen.has(-id)) return;
      seen.add(-id);
      barriers.relation(members, tags);
      if (!isRestriction(tags)) return;
      const restriction = readRestriction(tags, members);
      if (restriction === null) return;
      if (typeof restriction === 'string')
        leftOut.add(`restriction_${restriction}`, `relation ${id}`);
      else restrictions.push({ id, restriction });
    },
  };
}
