/** Sends the network in hand, portion by portion. Nobody uses it before the last step, and every step may be repeated. */
import { newId } from '../../../core/new-id.ts';
import { backend } from '../../../backend/index.ts';
import type { Failure, Result } from '../../../backend/index.ts';
import { useRoadNetworks } from '../../../state/road-networks.ts';
import type { RoadSending } from '../../../state/road-networks.ts';
import { PortClosed } from '../../../workers/port.ts';
import { lookForRoadsAgain } from '../road-worker.ts';
import { roadImporter } from './import-worker.ts';
import { loadRoadNetworks } from './list-networks.ts';

interface Upload {
  id: string;
  district: string;
  /** Sent already. */
  opened: boolean;
  pieces: number;
  edges: number;
}

/** The network in hand on its way: the same one until it is stored or given up. */
let upload: Upload | null = null;

class Stopped extends Error {
  constructor(readonly failure: Failure) {
    super(failure.tag);
  }
}

/** The network in hand is another one from now on; what was sent of the former is given up. */
export function forgetUpload(): void {
  const former = upload;
  upload = null;
  if (former?.opened === true) void giveUp(former.id);
}

async function giveUp(id: string): Promise<void> {
  await backend().removeRoads(id);
  await backend().clearRoads(id);
  await loadRoadNetworks();
}

function unwrap<Value>(result: Result<Value>): Value {
  if (result.tag !== 'ok') throw new Stopped(result);
  return result.value;
}

async function send(one: Upload): Promise<number> {
  const importer = await roadImporter();
  let at: RoadSending = { step: 'graph', done: 0, total: 0 };
  const report = (step: RoadSending['step'], done: number, total: number): void => {
    if (upload !== one) throw new PortClosed('given up');
    at = { step, done, total };
    useRoadNetworks.setState({ stage: { tag: 'sending', ...at } });
  };
  const pieces = await importer.call('pieces', []);
  report('graph', one.pieces, pieces);
  const facts = await importer.call('facts', [one.district]);
  unwrap(await backend().openRoadUpload(one.id, facts));
  one.opened = true;
  for (; one.pieces < pieces; one.pieces++) {
    report('graph', one.pieces, pieces);
    unwrap(
      await backend().sendRoadGraph(one.id, one.pieces, await importer.call('piece', [one.pieces])),
    );
  }
  for (;;) {
    report('edges', one.edges, facts.edges);
    const portion = await importer.call('edges', [one.edges]);
    if (portion === null) break;
    unwrap(await backend().sendRoadEdges(one.id, portion.json));
    one.edges = portion.next;
  }
  report('assemble', 0, 0);
  unwrap(await backend().assembleRoads(one.id));
  report('finish', 0, 0);
  const finished = unwrap(await backend().finishRoads(one.id));
  if (finished === null) throw new Stopped({ tag: 'refused', code: '02000' });
  return finished.edition;
}

/** Store the network in hand for the chosen district. After a failure the same call goes on where it stopped. */
export async function storeRoads(): Promise<void> {
  const { district } = useRoadNetworks.getState();
  if (upload?.district !== district) {
    forgetUpload();
    upload = { id: newId(), district, opened: false, pieces: 0, edges: 0 };
  }
  const one = upload;
  if (one === null) return;
  try {
    const edition = await send(one);
    upload = null;
    useRoadNetworks.setState({ stage: { tag: 'done', edition } });
    lookForRoadsAgain();
    await loadRoadNetworks();
  } catch (error) {
    if (upload !== one || error instanceof PortClosed) return;
    const { stage } = useRoadNetworks.getState();
    if (error instanceof Stopped && stage.tag === 'sending') {
      const { failure } = error;
      const code = failure.tag === 'refused' ? failure.code : null;
      const { step, done, total } = stage;
      useRoadNetworks.setState({
        stage: { tag: 'stopped', reason: failure.tag, code, at: { step, done, total } },
      });
    } else {
      const message = error instanceof Error ? error.message : String(error);
      useRoadNetworks.setState({ stage: { tag: 'broken', message } });
    }
  }
}

/** Stop sending and give up what was sent; the network stays in hand. */
export function stopSendingRoads(): void {
  forgetUpload();
  useRoadNetworks.setState({ stage: { tag: 'read' } });
}
