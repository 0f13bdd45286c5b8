import type { LngLat } from '../core/model/index.ts';
import { useSession } from '../state/session.ts';
import type { Selection } from '../state/session.ts';

/** Select a record (its card opens) or nothing. On a phone the sheet opens so that the card can be read. */
export function select(selection: Selection | null): void {
  const { selection: before, sheetOpen } = useSession.getState();
  if (before?.kind === selection?.kind && before?.id === selection?.id) return;
  useSession.setState({ selection, sheetOpen: selection === null ? sheetOpen : true });
}

/** Select a record and let the map go to its place, where it has one. */
export function selectAndShow(selection: Selection, place: LngLat | null): void {
  select(selection);
  if (place !== null) useSession.setState({ flyTo: { place, zoom: null } });
}
