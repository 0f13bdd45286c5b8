import type { RecordOf } from '../../core/model/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { useRecords } from '../../state/records.ts';
import { useRegister } from '../../state/register.ts';

/** A record as the console holds it, current or archived, by its key (see keyOf). */
export function heldRecord(kind: RegisterKind, key: string): RecordOf[RegisterKind] | null {
  const { archived } = useRegister.getState();
  const aside =
    archived.tag === 'loaded' && archived.kind === kind ? archived.rows.get(key) : undefined;
  return useRecords.getState().tables[kind].get(key) ?? aside ?? null;
}
