/** Who a row is: repeated whole, alike, or one of its kind. Everything is judged by the text as the file has it. */
import type { SourceRow } from '../types.ts';
import { fingerprint } from './hash.ts';

/** A row's whole content; two rows with the same are one row repeated. */
export function contentOf({ raw, cells, geometry }: SourceRow): string {
  if (Array.isArray(raw)) return raw.join('\u001f');
  return fingerprint(JSON.stringify([(raw as { properties?: unknown }).properties ?? cells, geometry]));
}

export interface Alike {
  /** Groups of rows that share name, address and place, in file order; rows repeated whole included. */
  groups: number[][];
  /** How many groups there are when spaces are ignored as well. */
  looseGroups: number;
}

/** Collects rows by name, address and place. */
export class AlikeRows {
  private readonly strict = new Map<string, number[]>();
  private readonly loose = new Map<string, number>();

  /** `parts`: name, address and place as written. */
  add(row: number, parts: readonly string[]): void {
    const key = parts.join('\u001f');
    const rows = this.strict.get(key);
    if (rows === undefined) this.strict.set(key, [row]);
    else rows.push(row);
    const plain = key.replace(/[\s\u3000]+/g, '');
    this.loose.set(plain, (this.loose.get(plain) ?? 0) + 1);
  }

  find(): Alike {
    const groups = [...this.strict.values()].filter((rows) => rows.length > 1);
    const looseGroups = [...this.loose.values()].filter((count) => count > 1).length;
    return { groups, looseGroups };
  }
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
