import { useSession } from '../state/session.ts';

/** Choose the base map: `local` or the id of a configured one. */
export function setBaseMap(baseMapId: string): void {
  useSession.setState({ baseMapId });
}
