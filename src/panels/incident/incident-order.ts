import type { Incident } from '../../core/model/index.ts';
import { compareTexts } from '../../core/text/compare-texts.ts';

interface IncidentShelves {
  open: Incident[];
  closed: Incident[];
}

const later = (a: string, b: string): number => Date.parse(b) - Date.parse(a);
const byId = (a: Incident, b: Incident): number => compareTexts(a.id, b.id);

/** Open incidents, the latest first; then the history, the last closed first. */
export function shelveIncidents(incidents: Iterable<Incident>): IncidentShelves {
  const shelves: IncidentShelves = { open: [], closed: [] };
  for (const incident of incidents) shelves[incident.state].push(incident);
  shelves.open.sort((a, b) => later(a.occurredAt, b.occurredAt) || byId(a, b));
  shelves.closed.sort(
    (a, b) => later(a.closedAt ?? a.occurredAt, b.closedAt ?? b.occurredAt) || byId(a, b),
  );
  return shelves;
}
