import type { LngLat } from '../core/model/index.ts';
import { useAnswer } from '../state/answer.ts';
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

/**
 * Select a candidate of the answer on screen and let the map show both ends and the route between them; without an
 * answer, its place. `place` null = where the answer ranks it, or nowhere.
 */
export function selectAndFrame(selection: Selection, place: LngLat | null): void {
  select(selection);
  frame(selection.id, place);
}

/** Let the map show a place together with the incident in question, if there is one, and the route between them. */
export function frame(id: string, place: LngLat | null): void {
  const { shown } = useAnswer.getState();
  const at = place ?? shown?.answer.ranked.find((row) => row.id === id)?.place ?? null;
  if (at === null) return;
  const around = shown === null ? null : [shown.from, at, ...(shown.routes?.get(id)?.line ?? [])];
  useSession.setState({ flyTo: { place: at, zoom: null, ...(around === null ? {} : { around }) } });
}
