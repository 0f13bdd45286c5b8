import { backend } from '../backend/index.ts';
import type { IncidentState } from '../core/model/index.ts';
import { mergeRecords, useRecords } from '../state/records.ts';
import { notify } from './notify.ts';

async function setState(id: string, state: IncidentState): Promise<void> {
  const incident = useRecords.getState().tables.incident.get(id);
  if (!incident || incident.state === state) return;
  const result = await backend().setIncidentState(id, incident.version, state);
  if (result.tag === 'ok') {
    mergeRecords('incident', [result.incident]);
    const tag = state === 'closed' ? 'incident-closed' : 'incident-reopened';
    notify({ tag, incidentId: id, title: result.incident.title });
  } else if (result.tag === 'conflict') {
    mergeRecords('incident', [result.theirs]);
    notify({ tag: 'incident-changed-elsewhere', incidentId: id, title: result.theirs.title });
  } else {
    notify({ tag: 'not-done', reason: result.tag });
  }
}

/** Close an incident; the notice offers to reopen it. Refused when someone changed it meanwhile. */
export const closeIncident = (id: string): Promise<void> => setState(id, 'closed');

/** Open a closed incident again. */
export const reopenIncident = (id: string): Promise<void> => setState(id, 'open');
