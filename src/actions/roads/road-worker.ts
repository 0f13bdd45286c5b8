/** The worker that holds a road network: the one around the incident in question. */
import { backend } from '../../backend/index.ts';
import type { LngLat, RoadNetworkInfo } from '../../core/model/index.ts';
import { useRoads } from '../../state/roads.ts';
import { openPort } from '../../workers/port.ts';
import type { Port } from '../../workers/port.ts';
import type { RoadOffer } from '../../workers/roads.ts';

interface Held {
  checksum: string;
  port: Port<RoadOffer>;
}

let held: Promise<Held | null> | null = null;
let heldFor: RoadNetworkInfo | null = null;
/** Which networks there are, asked again after a while: somebody may have imported roads. */
let listed: { at: number; networks: Promise<RoadNetworkInfo[] | null> } | null = null;
const LIST_AGAIN_MS = 120_000;

/** Forget everything: another account, another register, a worker that failed. */
export function forgetRoads(status: 'none' | 'failed' = 'none'): void {
  void held?.then((one) => one?.port.close());
  held = null;
  heldFor = null;
  listed = null;
  useRoads.setState({ status: { tag: status }, asked: null });
}

async function list(): Promise<RoadNetworkInfo[] | null> {
  const result = await backend().roadNetworks();
  return result.tag === 'ok' ? result.value : null;
}

const holds = ({ bbox: [west, south, east, north] }: RoadNetworkInfo, [lng, lat]: LngLat): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north;

const extent = ({ bbox: [west, south, east, north] }: RoadNetworkInfo): number => (east - west) * (north - south);

/** The smallest network around a place. */
function networkAt(place: LngLat, networks: readonly RoadNetworkInfo[]): RoadNetworkInfo | null {
  const around = networks.filter((network) => holds(network, place));
  return around.sort((a, b) => extent(a) - extent(b))[0] ?? null;
}

async function open(network: RoadNetworkInfo): Promise<Held | null> {
  const graph = await backend().roadGraph(network.id);
  if (graph.tag !== 'ok') return null;
  const port = openPort<RoadOffer>(new Worker(new URL('../../workers/roads.ts', import.meta.url), { type: 'module' }));
  try {
    await port.call('load', [graph.value]);
  } catch {
    port.close();
    return null;
  }
  return { checksum: network.checksum, port };
}

/**
 * The worker with the network around a place; null where there are no roads, or where they do not come (then
 * `state/roads` says so, and the next question tries again).
 */
export async function roadsAt(place: LngLat): Promise<Port<RoadOffer> | null> {
  const now = performance.now();
  if (listed === null || now - listed.at > LIST_AGAIN_MS) listed = { at: now, networks: list() };
  let networks = await listed.networks;
  if (networks === null) {
    listed = null;
    // Without a server the roads in hand go on answering.
    if (heldFor === null) {
      useRoads.setState({ status: { tag: 'failed' }, asked: null });
      return null;
    }
    networks = [heldFor];
  }
  const network = networkAt(place, networks);
  if (network === null) {
    useRoads.setState({ status: { tag: 'none' }, asked: null });
    return null;
  }
  if (heldFor?.checksum !== network.checksum) {
    void held?.then((one) => one?.port.close());
    heldFor = network;
    held = open(network);
    useRoads.setState({ status: { tag: 'loading' }, asked: null });
  }
  const ready = await held;
  if (heldFor !== network && heldFor?.checksum !== network.checksum) return null;
  if (ready === null) {
    held = null;
    heldFor = null;
    useRoads.setState({ status: { tag: 'failed' } });
    return null;
  }
  useRoads.setState({ status: { tag: 'ready', network } });
  return ready.port;
}
