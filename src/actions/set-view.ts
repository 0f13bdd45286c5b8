import { useSession } from '../state/session.ts';
import type { MapView } from '../state/session.ts';

/** The map says what it shows, after it has come to rest. */
export function setView(view: MapView): void {
  useSession.setState({ view });
}
