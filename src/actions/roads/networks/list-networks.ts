/** The networks of my districts: listed, looked at, taken out of use. */
import { backend } from '../../../backend/index.ts';
import type { KeptRoadNetwork } from '../../../core/model/index.ts';
import { useRoadNetworks } from '../../../state/road-networks.ts';
import type { SaveFailure } from '../../../state/saving.ts';
import { lookForRoadsAgain } from '../road-worker.ts';

let clearing = false;

/** What was replaced or given up and still takes room: an earlier visit may have ended in the middle. */
async function clearArchived(networks: readonly KeptRoadNetwork[]): Promise<void> {
  if (clearing) return;
  clearing = true;
  for (const { id, state } of networks) if (state === 'archived') await backend().clearRoads(id);
  clearing = false;
}

export async function loadRoadNetworks(): Promise<void> {
  const result = await backend().keptRoadNetworks();
  if (result.tag !== 'ok') {
    useRoadNetworks.setState(({ networks }) => ({
      networks: { status: 'failed', value: networks.value },
    }));
    return;
  }
  useRoadNetworks.setState({
    networks: { status: 'loaded', value: result.value.filter(({ state }) => state !== 'archived') },
  });
  void clearArchived(result.value);
}

/** Show what the import of a stored network said; null = the list alone. */
export async function showRoadReport(network: KeptRoadNetwork | null): Promise<void> {
  useRoadNetworks.setState({
    gap: null,
    around: [],
    shown: network === null ? null : { network, report: { status: 'loading', value: null } },
  });
  if (network === null) return;
  const result = await backend().roadReport(network.id);
  if (useRoadNetworks.getState().shown?.network.id !== network.id) return;
  const report =
    result.tag === 'ok' && result.value !== null
      ? ({ status: 'loaded', value: result.value } as const)
      : ({ status: 'failed', value: null } as const);
  useRoadNetworks.setState({ shown: { network, report } });
}

/** Take a network out of use, or give up one that was never finished. @returns why not; null = done */
export async function removeRoadNetwork({ id }: KeptRoadNetwork): Promise<SaveFailure | null> {
  const removed = await backend().removeRoads(id);
  if (removed.tag !== 'ok') return removed.tag;
  useRoadNetworks.setState({ shown: null, gap: null, around: [] });
  lookForRoadsAgain();
  await loadRoadNetworks();
  return null;
}

/** Show where files are given, or the list. Files in hand stay in hand. */
export function showRoadImport(importing: boolean): void {
  useRoadNetworks.setState({ importing, gap: null, around: [] });
}
