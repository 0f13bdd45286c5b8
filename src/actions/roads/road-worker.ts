/** The worker that holds a road network: the one around the incident in question. */
import { backend } from '../../backend/index.ts';
import type { LngLat, RoadNetworkInfo } from '../../core/model/index.ts';
import { useRoads } from '../../state/roads.ts';
import { useSession } from '../../state/session.ts';
import { openPort } from '../../workers/port.ts';
import type { Port } from '../../workers/port.ts';
import type { RoadOffer } from '../../workers/roads.ts';
import { KeptGraphs } from './kept-graphs.ts';

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

/** A network was stored or removed: which there are is asked anew with the next question. */
export function lookForRoadsAgain(): void {
  listed = null;
}

const kept = new KeptGraphs();

/** As the server says; without it as it said last, so that what is kept of it can be used. */
async function list(): Promise<RoadNetworkInfo[] | null> {
  const { auth } = useSession.getState();
  const userId = auth.tag === 'signed-in' ? auth.account.userId : '';
  const result = await backend().roadNetworks();
  if (result.tag !== 'ok') return result.tag === 'unreachable' ? kept.list(userId) : null;
  void kept.heard(userId, result.value);
  return result.value;
}

const holds = (
  { bbox: [west, south, east, north] }: RoadNetworkInfo,
  [lng, lat]: LngLat,
): boolean => lng >= west && lng <= east && lat >= south && lat <= north;

const extent = ({ bbox: [west, south, east, north] }: RoadNetworkInfo): number =>
  (east - west) * (north - south);

/** The smallest network around a place. */
function networkAt(place: LngLat, networks: readonly RoadNetworkInfo[]): RoadNetworkInfo | null {
  const around = networks.filter((network) => holds(network, place));
  return around.sort((a, b) => extent(a) - extent(b))[0] ?? null;
}

/** A worker over a graph; null when its bytes are not a network. */
async function load(graph: ArrayBuffer): Promise<Port<RoadOffer> | null> {
  const port = openPort<RoadOffer>(
    new Worker(new URL('../../workers/roads.ts', import.meta.url), { type: 'module' }),
  );
  try {
    await port.call('load', [graph]);
    return port;
  } catch {
    port.close();
    return null;
  }
}

async function open(network: RoadNetworkInfo): Promise<Held | null> {
  const copy = await kept.graph(network);
  if (copy !== null) {
    const port = await load(copy);
    if (port !== null) return { checksum: network.checksum, port };
    await kept.drop(network);
  }
  const graph = await backend().roadGraph(network.id);
  if (graph.tag !== 'ok') return null;
  const port = await load(graph.value);
  if (port === null) return null;
  void kept.keep(network, graph.value);
  return { checksum: network.checksum, port };
}

/**
 * The worker with the network around a place; null where there are no roads, or where they do not come (then
 * `state/roads` says so, and the next question tries again).
 */
export const roadsAt = (place: LngLat): Promise<Port<RoadOffer> | null> =>
  roadsOf((networks) => networkAt(place, networks));

/** The same for what concerns a whole district: the network in hand, else the one around a place, else the widest. */
export const roadsInHand = (place: LngLat | null): Promise<Port<RoadOffer> | null> =>
  roadsOf((networks) => {
    const mine = networks.find(({ checksum }) => checksum === heldFor?.checksum);
    const here = place === null ? null : networkAt(place, networks);
    return mine ?? here ?? [...networks].sort((a, b) => extent(b) - extent(a))[0] ?? null;
  });

type Choose = (networks: readonly RoadNetworkInfo[]) => RoadNetworkInfo | null;

async function roadsOf(choose: Choose): Promise<Port<RoadOffer> | null> {
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
  const network = choose(networks);
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
