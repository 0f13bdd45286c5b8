import { mayCreate } from '../../core/register/index.ts';
import { useRegister } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import { newRecord } from './edit-record.ts';

/** Begin a new record of the open table, where the person may. Incidents begin on the map, not in a table. */
export function addToTable(): void {
  const { kind } = useRegister.getState();
  const { auth } = useSession.getState();
  if (auth.tag === 'signed-in' && kind !== 'incident' && mayCreate(auth.account.role, kind))
    newRecord(kind);
}
