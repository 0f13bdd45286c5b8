/** What a row is known by among others: its name, its address and its place, as the file writes them. */
import type { Mapping } from '../columns/map-columns.ts';
import type { PlacedRow } from '../place/candidate.ts';
import type { SourceRow } from '../types.ts';
import { textOf } from '../values/text.ts';
import { HashCounts } from './hash-counts.ts';
import { hashLoosely } from './identify.ts';

export const textAsWritten = ({ cells }: SourceRow, column: number | undefined): string => {
  const cell = column === undefined ? '' : cells[column];
  return typeof cell === 'string' ? cell : textOf(cell);
};

export interface RowTexts {
  /** Name, address and place of a placed row, by its index. */
  partsOf: (index: number) => string[];
  /** A number that is the same for all rows that differ in blanks alone (and, rarely, for others). */
  hashOf: (index: number) => number;
  /** Whether the name, address and place of a row may be those of another as well; false is certain. */
  mayRepeat: (index: number) => boolean;
}

export function rowTexts(placed: readonly PlacedRow[], mapping: Mapping): RowTexts {
  const [name, address] = ['name', 'address'].map((field) => mapping.get(field)?.column);
  const partsOf = (index: number): string[] => {
    const row = placed[index];
    if (row === undefined) return [];
    return [textAsWritten(row.source, name), textAsWritten(row.source, address), row.written];
  };
  const hashes = new Int32Array(placed.length);
  const met = new HashCounts(placed.length);
  for (let i = 0; i < placed.length; i++) {
    const hash = hashLoosely(partsOf(i));
    hashes[i] = hash;
    met.add(hash);
  }
  return {
    partsOf,
    hashOf: (index) => hashes[index] ?? 0,
    mayRepeat: (index) => met.of(hashes[index] ?? 0) > 1,
  };
}
