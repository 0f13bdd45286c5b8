import { useRecords } from '../state/records.ts';
import { useSession } from '../state/session.ts';

/** Ask the question for a saved incident (or for none) and let the map show its place. */
export function focusIncident(id: string | null): void {
  if (id === null) {
    useSession.setState({ focus: { tag: 'none' }, save: { tag: 'editing' } });
    return;
  }
  const incident = useRecords.getState().tables.incident.get(id);
  const place = incident?.lng != null && incident.lat != null ? ([incident.lng, incident.lat] as const) : null;
  useSession.setState({
    focus: { tag: 'saved', id },
    save: { tag: 'editing' },
    selection: null,
    sheetOpen: true,
    ...(place === null ? {} : { flyTo: { place, zoom: null } }),
  });
}
