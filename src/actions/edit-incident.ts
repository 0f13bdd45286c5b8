import { useRecords } from '../state/records.ts';
import { useSession } from '../state/session.ts';
import type { IncidentDraft } from '../state/session.ts';
import type { Incident } from '../core/model/index.ts';

/** A draft that changes a saved incident; null when that incident has no place. */
export function draftOf(incident: Incident): IncidentDraft | null {
  if (incident.lng === null || incident.lat === null) return null;
  return {
    id: incident.id,
    base: incident,
    place: [incident.lng, incident.lat],
    title: incident.title,
    class: incident.class,
    kind: incident.kind,
    level: incident.level,
    occurredAt: incident.occurredAt,
    note: incident.note ?? '',
  };
}

/** Take a saved incident into the form. */
export function editIncident(id: string): void {
  const incident = useRecords.getState().tables.incident.get(id);
  const draft = incident ? draftOf(incident) : null;
  if (draft === null) return;
  useSession.setState({ focus: { tag: 'draft', draft }, save: { tag: 'editing' }, sheetOpen: true });
}
