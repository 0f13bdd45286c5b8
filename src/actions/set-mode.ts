import { useSession } from '../state/session.ts';
import type { Mode } from '../state/session.ts';

export function setMode(mode: Mode): void {
  useSession.setState({ mode });
}
