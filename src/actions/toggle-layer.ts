import { useSession } from '../state/session.ts';
import type { MapLayer } from '../state/session.ts';

/** Show or hide one kind on the map. Lists and answers are not filtered by it. */
export function toggleLayer(layer: MapLayer): void {
  useSession.setState(({ layers }) => ({ layers: { ...layers, [layer]: !layers[layer] } }));
}
