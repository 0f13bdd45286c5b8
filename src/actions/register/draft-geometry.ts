import type { Geometry } from 'geojson';
import { geometryOf } from '../../core/register/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { useRegister } from '../../state/register.ts';
import { heldRecord } from './edit-record.ts';

/** Where a record is as it is now being edited; null = no place. */
export function draftGeometry(kind: RegisterKind, id: string): Geometry | null {
  const inputs = useRegister.getState().drafts.get(id)?.inputs;
  if (inputs !== undefined && 'geom' in inputs) return inputs.geom as Geometry | null;
  const record = heldRecord(kind, id);
  return record === null
    ? null
    : geometryOf(record as unknown as Readonly<Record<string, unknown>>);
}
