import { useRecords } from '../state/records.ts';
import { laidAside } from '../state/drafts.ts';
import { useSession } from '../state/session.ts';
import type { IncidentDraft } from '../state/session.ts';
import { putInHand } from './take-up-draft.ts';
import type { Incident } from '../core/model/index.ts';

/** A draft that changes a saved incident; null when that incident has no place. */
function draftOf(incident: Incident): IncidentDraft | null {
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

/** Take a saved incident into the form, with what was changed and not saved before. */
export function editIncident(id: string): void {
  const now = useSession.getState();
  const held = now.otherDrafts.find(({ draft }) => draft.id === id);
  if (held !== undefined) return putInHand(held);
  const incident = useRecords.getState().tables.incident.get(id);
  const draft = incident ? draftOf(incident) : null;
  if (draft === null) return;
  useSession.setState({
    focus: { tag: 'draft', draft },
    save: { tag: 'editing' },
    otherDrafts: laidAside(now),
    sheetOpen: true,
  });
}
