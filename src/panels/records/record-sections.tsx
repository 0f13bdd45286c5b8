import type { RegisterKind } from '../../core/schema/index.ts';
import type { AnyRecord } from './table/columns.ts';

/** What else is known of a saved record, below its fields: one line for each section. */
export function RecordSections(_: { kind: RegisterKind; record: AnyRecord }) {
  return null;
}
