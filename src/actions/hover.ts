import { useSession } from '../state/session.ts';
import type { Selection } from '../state/session.ts';

/** Light one record in the list and on the map, or none. */
export function hover(record: Selection | null): void {
  const before = useSession.getState().hover;
  if (before?.kind === record?.kind && before?.id === record?.id) return;
  useSession.setState({ hover: record });
}
