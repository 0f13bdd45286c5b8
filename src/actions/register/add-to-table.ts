import { mayCreate } from '../../core/rights/records.ts';
import { useRegister } from '../../state/register.ts';
import { roleNow } from '../../state/role.ts';
import { newRecord } from './edit-record.ts';

/** Begin a new record of the open table, where the person may. Incidents begin on the map, not in a table. */
export function addToTable(): void {
  const { kind } = useRegister.getState();
  if (kind !== 'incident' && mayCreate(roleNow(), kind)) newRecord(kind);
}
