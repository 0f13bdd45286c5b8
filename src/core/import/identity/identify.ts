/** Who a row is: repeated whole, alike, or one of its kind. Everything is judged by the text as the file has it. */
import type { SourceRow } from '../types.ts';
import { fingerprint } from './hash.ts';

/** A row's whole content; two rows with the same are one row repeated. */
export function contentOf({ raw, cells, geometry }: SourceRow): string {
  if (Array.isArray(raw)) return raw.join('\u001f');
  return fingerprint(JSON.stringify([(raw as { properties?: unknown }).properties ?? cells, geometry]));
}

/** One row by its name, address and place as written. */
export interface Described {
  row: number;
  parts: readonly string[];
}

const SEPARATOR = '\u001f';

/** Groups of rows that share name, address and place, in file order. */
export function alikeGroups(rows: Iterable<Described>): number[][] {
  const firsts = new Map<string, number>();
  const groups = new Map<string, number[]>();
  for (const { row, parts } of rows) {
    const key = parts.join(SEPARATOR);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, row);
    else {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [first, row]);
      else group.push(row);
    }
  }
  return [...groups.values()];
}

/** How many groups there are when spaces are ignored as well. */
export function countLooseGroups(rows: Iterable<Described>): number {
  const counts = new Map<string, number>();
  for (const { parts } of rows) {
    const key = parts.join(SEPARATOR).replace(/\s+/g, '');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let groups = 0;
  for (const count of counts.values()) if (count > 1) groups++;
  return groups;
}

/** `key:` and the fingerprint of name, address and place; the number among equals in file order comes after `#`. */
export const keyGroupOf = (parts: readonly string[]): string =>
  `key:${fingerprint(parts.map((part) => part.trim()).join('\u001f'))}`;

/**
 * Whether a column that looks like an id can be trusted as one: every row has a value, all differ, and they are not
 * just a counter (a counter starts again in the next file, and would then overwrite this one).
 */
export function isTrustedId(values: readonly (string | null)[]): boolean {
  const present = values.filter((value): value is string => value !== null);
  if (present.length < values.length || new Set(present).size < present.length) return false;
  const isCounter = present.every((value) => /^\d+$/.test(value) && Number(value) <= present.length * 10 + 100);
  return !isCounter;
}
