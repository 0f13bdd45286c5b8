/** What a planned record changes about the one that is stored. */
import type { Geometry } from 'geojson';
import type { FieldValue, PlannedRecord } from '../types.ts';
import { textOf } from '../../text/clean.ts';
import { sameGeometry } from './same-geometry.ts';

/** A stored record as the importer compares it. */
export interface StoredRecord {
  name: string | null;
  geometry: Geometry | null;
  /** Fields in the spelling of the record types. */
  fields: Readonly<Record<string, unknown>>;
}

/** The values a record should have afterwards, as far as they differ from what is stored. */
export interface Changes {
  name?: string;
  geometry?: Geometry | null;
  fields: Record<string, FieldValue>;
}

/** Files carry no outer blanks, control characters and ends of lines of other systems; names and addresses are one line. */
function isSameText(planned: string, stored: string): boolean {
  const plain = textOf(stored).replace(/\r\n?/g, '\n');
  return planned.replace(/\r\n?/g, '\n') === plain || planned === plain.replace(/\s*\n+\s*/g, ' ');
}

const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;

/** Whether a stored value says the same as a planned one; numbers may come as text, times in another zone. */
export function sameValue(planned: FieldValue, stored: unknown): boolean {
  if (planned === null || stored === null || stored === undefined)
    return planned === null && (stored === null || stored === undefined);
  if (typeof planned === 'number')
    return (
      Number(stored) === planned || Math.abs(Number(stored) - planned) <= Math.abs(planned) * 1e-12
    );
  if (typeof planned === 'string') {
    if (planned === stored) return true;
    if (typeof stored !== 'string') return false;
    if (isSameText(planned, stored)) return true;
    if (!INSTANT.test(planned) || !INSTANT.test(stored)) return false;
    return (
      Date.parse(planned) === Date.parse(stored.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'))
    );
  }
  if (typeof planned === 'boolean') return planned === stored;
  if (Array.isArray(planned)) {
    const list = planned as readonly FieldValue[];
    return (
      Array.isArray(stored) &&
      stored.length === list.length &&
      list.every((part, i) => sameValue(part, stored[i]))
    );
  }
  if (typeof stored !== 'object') return false;
  const wanted = Object.entries(planned as Readonly<Record<string, FieldValue>>);
  const found = stored as Readonly<Record<string, unknown>>;
  const keys = Object.keys(found).filter((key) => found[key] !== null);
  return (
    keys.every((key) => key in planned) &&
    wanted.every(([key, value]) => sameValue(value, found[key]))
  );
}

/**
 * The changes a planned record brings, or null when it brings none. A field that the file leaves open never wipes what
 * is stored, and a made-up value never replaces a stored one.
 */
export function changesOf(planned: PlannedRecord, stored: StoredRecord): Changes | null {
  const changes: Changes = { fields: {} };
  let changed = false;
  if (!planned.madeUp.includes('name') && !sameValue(planned.name, stored.name)) {
    changes.name = planned.name;
    changed = true;
  }
  if (planned.geometry !== null && !sameGeometry(planned.geometry, stored.geometry)) {
    changes.geometry = planned.geometry;
    changed = true;
  }
  for (const [field, value] of Object.entries(planned.fields)) {
    if (value === null || planned.madeUp.includes(field) || sameValue(value, stored.fields[field]))
      continue;
    changes.fields[field] = value;
    changed = true;
  }
  if (!changed) return null;
  // A file under another name is no change; but what it changes is from that file.
  const { source } = planned.fields;
  if (
    planned.madeUp.includes('source') &&
    source !== undefined &&
    !sameValue(source, stored.fields.source)
  )
    changes.fields.source = source;
  return changes;
}
