import { useRecords } from '../state/records.ts';
import { laidAside } from '../state/drafts.ts';
import { useSession } from '../state/session.ts';

/** Ask the question for a saved incident (or for none) and let the map show its place; a draft in hand is laid aside. */
export function focusIncident(id: string | null): void {
  const otherDrafts = laidAside(useSession.getState());
  if (id === null) {
    useSession.setState({ focus: { tag: 'none' }, save: { tag: 'editing' }, otherDrafts });
    return;
  }
  const incident = useRecords.getState().tables.incident.get(id);
  const place =
    incident?.lng != null && incident.lat != null ? ([incident.lng, incident.lat] as const) : null;
  useSession.setState({
    focus: { tag: 'saved', id },
    save: { tag: 'editing' },
    otherDrafts,
    selection: null,
    sheetOpen: true,
    ...(place === null ? {} : { flyTo: { place, zoom: null } }),
  });
}
