/** What one row says about its record. */
import type { EventKind } from '../../model/index.ts';
import type { Designation } from '../columns/designated-sites.ts';
import type { RejectReason } from '../codes.ts';
import type { FieldValue, ImportWords, InventoryItem, PlannedOccupancy } from '../types.ts';
import type { Params } from '../../files/source-row.ts';
import type { FieldReader } from './field-reader.ts';
import type { RowReader } from './row-reader.ts';

interface DesignatedCounts {
  rows: number;
  /** Places that are in the other list as well. */
  pairs: number;
  /** Rows with a blank that was read as "not for this hazard". */
  blanks: number;
}

export interface FileContext {
  /** Kind of event that the file as a whole is about. */
  inferredKind: EventKind | null;
  /** Which official list of designated sites the file is. */
  designation: Designation | null;
  /** Whether a place of both official lists is taken once, with both functions. */
  pairsAsOne: boolean;
  /** How many rows of such a list had what is worth saying. */
  designated: DesignatedCounts;
  /** Layer of drawing data that the file as a whole holds. */
  inferredLayer: string | null;
  /** Where the person says the data is from. */
  statedSource: string | null;
  fileName: string;
  words: ImportWords;
}

export interface RowFacts {
  fields: Record<string, FieldValue>;
  /** Fields filled with a word that only says that the file says nothing. */
  madeUp: string[];
  stock: readonly InventoryItem[];
  /** People counted inside, for shelters. */
  occupancy: PlannedOccupancy | null;
  /** The row lacks what a record cannot be without. */
  missing: { reason: RejectReason; params: Params } | null;
  /** The file does not say what kind of event (or layer) this is: nothing can be written before a person does. */
  undecided: boolean;
}

/** One thing a row may say. Steps are chosen once for a file, by what it speaks about, and taken for every row. */
export type Step = (facts: RowFacts) => void;
export type Steps = (reader: RowReader, context: FileContext) => readonly (Step | null)[];

const NO_STOCK: readonly InventoryItem[] = [];

export const noFacts = (): RowFacts => ({
  fields: {},
  madeUp: [],
  stock: NO_STOCK,
  occupancy: null,
  missing: null,
  undecided: false,
});

/** Sets an end that lies behind its beginning; any other is none. `ahead` = it may lie in the future. */
export const endAfter = (
  reader: RowReader,
  name: string,
  beginning: string,
  ahead = true,
): Step | null =>
  put(reader, name, (field, { fields }) => {
    const at = field.instant(ahead);
    const from = fields[beginning] as string | null | undefined;
    return at !== null && from != null && at > from ? at : null;
  });

/** Sets a field, when the file speaks about it. */
export function put(
  reader: RowReader,
  name: string,
  value: (field: FieldReader, facts: RowFacts) => FieldValue,
): Step | null {
  const field = reader.field(name);
  if (field === null) return null;
  return (facts) => {
    facts.fields[name] = value(field, facts);
  };
}
