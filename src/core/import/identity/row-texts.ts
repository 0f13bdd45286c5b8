/** What a row is known by among others: its name, its address and its place, as the file writes them. */
import type { Mapping } from '../columns/map-columns.ts';
import type { PlacedRow } from '../place/candidate.ts';
import type { SourceRow } from '../types.ts';
import { textOf } from '../values/text.ts';
import { HashCounts } from './hash-counts.ts';
import { hashLoosely, keyGroupOf } from './identify.ts';

export const textAsWritten = ({ cells }: SourceRow, column: number | undefined): string => {
  const cell = column === undefined ? '' : cells[column];
  return typeof cell === 'string' ? cell : textOf(cell);
};

export interface RowTexts {
  /** Name, address and place of a placed row, by its index. */
  partsOf: (index: number) => string[];
  /** The key made of these, without its number among equals. */
  keyOf: (index: number) => string;
  /** A number that is the same for all rows that differ in blanks alone (and, rarely, for others). */
  hashOf: (index: number) => number;
  /** Whether the name, address and place of a row may be those of another as well; false is certain. */
  mayRepeat: (index: number) => boolean;
}

export function rowTexts(placed: readonly PlacedRow[], mapping: Mapping): RowTexts {
  const [name, address] = ['name', 'address'].map((field) => mapping.get(field)?.column);
  const hashes = new Int32Array(placed.length);
  const met = new HashCounts(placed.length);
  for (let i = 0; i < placed.length; i++) {
    const { source, written } = placed[i] as PlacedRow;
    const hash = hashLoosely(textAsWritten(source, name), textAsWritten(source, address), written);
    hashes[i] = hash;
    met.add(hash);
  }
  const keyOf = (index: number): string => {
    const { source, written } = placed[index] as PlacedRow;
    return keyGroupOf(textAsWritten(source, name), textAsWritten(source, address), written);
  };
  const partsOf = (index: number): string[] => {
    const { source, written } = placed[index] as PlacedRow;
    return [textAsWritten(source, name), textAsWritten(source, address), written];
  };
  return {
    partsOf,
    keyOf,
    hashOf: (index) => hashes[index] ?? 0,
    mayRepeat: (index) => met.of(hashes[index] ?? 0) > 1,
  };
}
