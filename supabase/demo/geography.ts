/** The land, its borders, where people live and the roads between them: everything that has a shape. Computed once. */
import type { PlanePoint } from './geometry/plane.ts';
import { borders } from './land/borders.ts';
import type { Borders } from './land/borders.ts';
import { settlementSites } from './roads/sites.ts';
import type { Site } from './roads/sites.ts';
import { withBrookBridges } from './roads/brook-bridges.ts';
import { roadGround } from './roads/ground.ts';
import { villageLanes } from './roads/lanes.ts';
import { cutAtMeetings, roadLines } from './roads/lines.ts';
import type { RoadLine } from './roads/lines.ts';
import { buildRoads } from './roads/plan.ts';

export interface Geography {
  borders: Borders;
  sites: readonly Site[];
  /** Per site: the point of the road network where its people are counted. */
  hearts: readonly PlanePoint[];
  roads: readonly RoadLine[];
}

let known: Geography | undefined;

export function geography(): Geography {
  known ??= drawn();
  return known;
}

function drawn(): Geography {
  const ground = roadGround();
  const edges = borders();
  const sites = settlementSites(ground, edges);
  const works = buildRoads(ground, sites, edges);
  const through = roadLines(ground, works, new Set(sites.map(({ point }) => point)));
  const lanes = villageLanes(sites, through, edges);
  const roads = withBrookBridges(cutAtMeetings([...through, ...lanes.lines]));
  return { borders: edges, sites, hearts: lanes.hearts, roads };
}
