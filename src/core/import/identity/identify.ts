/** Who a row is: repeated whole, alike, or one of its kind. Everything is judged by the text as the file has it. */
import { fingerprintOf } from './hash.ts';

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

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function mixLoosely(start: number, part: string): number {
  let hash = start;
  for (let i = 0; i < part.length; i++) {
    const code = part.charCodeAt(i);
    if (
      code <= 0x20 ||
      code === 0xa0 ||
      (code >= 0x1680 && (code <= 0x3000 || code === 0xfeff) && BLANK.test(part.charAt(i)))
    )
      continue;
    hash = Math.imul(hash ^ code, FNV_PRIME);
  }
  return Math.imul(hash ^ 0x1f, FNV_PRIME);
}

/** A number that is the same for all rows that differ in blanks alone (and, rarely, for others). */
export const hashLoosely = (name: string, address: string, place: string): number =>
  mixLoosely(mixLoosely(mixLoosely(FNV_START, name), address), place);

const BLANK = /\s/;

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
export const keyGroupOf = (name: string, address: string, place: string): string =>
  `key:${fingerprintOf([name.trim(), address.trim(), place.trim()])}`;

/**
 * Whether a column that looks like an id can be trusted as one: every row has a value, all differ, and they are not
 * just a counter (a counter starts again in the next file, and would then overwrite this one).
 */
export function isTrustedId(values: readonly (string | null)[]): boolean {
  const present = values.filter((value): value is string => value !== null);
  if (present.length < values.length || new Set(present).size < present.length) return false;
  const isCounter = present.every(
    (value) => /^\d+$/.test(value) && Number(value) <= present.length * 10 + 100,
  );
  return !isCounter;
}
