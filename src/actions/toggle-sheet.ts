import { useSession } from '../state/session.ts';

/** Phone: raise or lower the sheet that holds the answer. */
export function toggleSheet(open = !useSession.getState().sheetOpen): void {
  useSession.setState({ sheetOpen: open });
}
