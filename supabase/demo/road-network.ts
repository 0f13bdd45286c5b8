/** The demo county's roads as a network: the very lines that the base map draws, which meet in points they share. */
import { LeftOutList } from '../../src/core/roads/incoming.ts';
import type { RoadsRead } from '../../src/core/roads/incoming.ts';
import { buildNetwork } from '../../src/core/roads/build/build-network.ts';
import { factsReader, findColumns } from '../../src/core/roads/lines/facts.ts';
import { joinLines } from '../../src/core/roads/lines/join.ts';
import { JOIN_TOLERANCE } from '../../src/core/roads/lines/options.ts';
import { reportRoads } from '../../src/core/roads/report.ts';
import type { Queryable } from '../local/queryable.ts';
import { storeNetwork } from '../local/road-networks.ts';
import { geography } from './geography.ts';
import { toLine } from './geometry/plane.ts';
import { demoId } from './identity.ts';
import { COUNTY } from './land/places.ts';

const SOURCE = '演示数据·虚构路网（程序生成，不是任何真实道路）';

/** The same for every load. */
export function demoRoads(): RoadsRead {
  const { roads } = geography();
  const { of } = factsReader(findColumns(['name', 'class']));
  const leftOut = new LeftOutList();
  const raw = roads.map(({ class: roadClass, name, bridge, points }, i) => ({
    flat: toLine(points).coordinates.flat(),
    facts: { ...of([name, roadClass]), bridge },
    origin: `road-${i + 1}`,
  }));
  const { edges, origins } = joinLines(raw, JOIN_TOLERANCE, false, leftOut);
  return {
    input: { edges, restrictions: [], source: SOURCE },
    origins,
    dataTime: null,
    lines: raw.length,
    leftOut: leftOut.list(),
    notes: [{ note: 'vertices_joined', params: { tolerance: JOIN_TOLERANCE } }],
  };
}

/** Writes it as the network of the demo county. */
export async function storeDemoRoads(tx: Queryable): Promise<void> {
  const read = demoRoads();
  const graph = new Uint8Array(buildNetwork(read.input));
  const id = demoId('road_network', COUNTY.code);
  await storeNetwork(tx, { district: COUNTY.code, graph, read, report: reportRoads(read), id });
}
