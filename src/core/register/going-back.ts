import { goingBack } from '../history/index.ts';
import { fieldOf } from '../model/index.ts';
import type { RecordChange, RecordOf } from '../model/index.ts';
import { columnOf } from '../schema/index.ts';
import type { RegisterKind } from '../schema/index.ts';
import { formColumns } from './fields.ts';
import { inputOf } from './inputs.ts';
import type { Inputs } from './inputs.ts';

/**
 * Going back to a version as a draft of the record, so that what somebody else changed meanwhile can be compared with it.
 * @param held the record as the console has it now, with the other's changes or without
 * @param newestFirst its history as the person read it
 * @returns `base` the record as that history ends, `inputs` what going back writes into it
 */
export function goingBackAsDraft<K extends RegisterKind>(
  kind: K,
  held: RecordOf[K],
  newestFirst: readonly RecordChange[],
  toVersion: number,
): { base: RecordOf[K]; inputs: Inputs } {
  const columns = formColumns(kind);
  const base: Record<string, unknown> = {
    ...held,
    version: newestFirst[0]?.version ?? held.version,
  };
  const inputs: Record<string, Inputs[string]> = {};
  for (const { column, from, to } of goingBack(newestFirst, toVersion)) {
    const spec = columnOf(kind, column);
    if (spec === null || !columns.includes(column)) continue;
    const field = spec.type === 'geometry' ? 'geometry' : fieldOf(column);
    if (spec.type === 'geometry') Object.assign(base, { lng: null, lat: null });
    base[field] = from;
    inputs[column] = inputOf({ [field]: to } as unknown as RecordOf[K], spec);
  }
  return { base: base as unknown as RecordOf[K], inputs };
}
