import type { Incident, IncidentState } from '../../core/model/index.ts';
import { wayBack } from '../../core/register/index.ts';
import type { ReverseWrite } from '../../core/register/index.ts';
import { useRecords } from '../../state/records.ts';
import { notify } from '../notify.ts';
import { notWritten, writeBack, writeRecord } from '../register/write-record.ts';
import type { NotWritten } from '../register/write-record.ts';

async function setState(id: string, state: IncidentState): Promise<void> {
  const before = useRecords.getState().tables.incident.get(id);
  if (before === undefined || before.state === state) return;
  const result = await writeRecord({ kind: 'incident', id, before, columns: { state } });
  if (result.tag !== 'ok') return notifyRefused(id, result);
  const { title } = result.record;
  if (state === 'open') notify({ tag: 'incident-reopened', incidentId: id, title });
  else notify({ tag: 'incident-closed', incidentId: id, title, undo: wayBack(result.reverse) });
}

function notifyRefused(incidentId: string, result: NotWritten<'incident'>): void {
  if (result.tag === 'conflict')
    notify({ tag: 'incident-changed-elsewhere', incidentId, title: result.theirs.title });
  else notify({ tag: 'not-done', reason: notWritten(result) });
}

/** Close an incident; the notice takes it back. Refused when someone changed it meanwhile. */
export const closeIncident = (id: string): Promise<void> => setState(id, 'closed');

/** Open a closed incident again. */
export const reopenIncident = (id: string): Promise<void> => setState(id, 'open');

/** Take the closing of an incident back, unless somebody has written it since. */
export async function undoClosing([reverse]: readonly ReverseWrite<'incident'>[]): Promise<void> {
  if (reverse === undefined) return;
  const result = await writeBack(reverse);
  if (result.tag !== 'ok') return notifyRefused(reverse.id, result);
  const { id, title }: Incident = result.record;
  notify({ tag: 'incident-reopened', incidentId: id, title });
}
