/** What takes a write back: another write where there is one, and why there is none where there is not. */
import type { RecordOf, RememberedKind } from '../model/index.ts';
import { valueOf } from './values.ts';

/** The write that brings a record back as it was. */
export interface ReverseWrite<K extends RememberedKind = RememberedKind> {
  tag: 'write';
  kind: K;
  id: string;
  /** The version that the write made: it is taken back only if nobody has written the record since. */
  version: number;
  /** The columns as they were, as the database names them; `geom` as GeoJSON or null. */
  columns: Readonly<Record<string, unknown>>;
}

/** A write that no other write takes back. */
export interface NoReverse {
  tag: 'none';
  because:
    /** Evidence is only added to: a wrong movement, step or verification is answered by another one. */
    | 'evidence'
    /** What referred to one record refers to another since, and which did so before is not known. */
    | 'references-moved';
}

/** Every write says which of the two it has. */
type Reverse<K extends RememberedKind = RememberedKind> = ReverseWrite<K> | NoReverse;

/**
 * What takes a write back.
 * @param before the record as it was when its columns were written; null = the write made it, and goes by archiving it
 * @param written the record as the server holds it now
 * @param changed the columns that were written
 * @param now by the server's clock, milliseconds since 1970
 */
export function reverseOf<K extends RememberedKind>(
  kind: K,
  before: RecordOf[K] | null,
  written: RecordOf[K],
  changed: Readonly<Record<string, unknown>>,
  now: number,
): ReverseWrite<K> {
  const columns =
    before === null
      ? { archived_at: new Date(now).toISOString() }
      : Object.fromEntries(Object.keys(changed).map((name) => [name, valueOf(before, name)]));
  return { tag: 'write', kind, id: written.id, version: written.version, columns };
}

/** What a notice offers after a write: null = nothing. */
export const wayBack = <K extends RememberedKind>(
  reverse: Reverse<K>,
): readonly ReverseWrite<K>[] | null => (reverse.tag === 'write' ? [reverse] : null);
