/**
 * The gateway library prints every statement that a database refuses, with its parameters: names and phone numbers do
 * not belong in a log, and the answer to the request has said it already. What is a fault of the database stays.
 */

import { RelationNotFoundError } from '@supabase/lite';
import { isNoGeometry } from './refused-values.ts';
import { shortly } from './short-lines.ts';

/** SQLSTATE classes that mean "this request was not acceptable": data, constraints, rights, conflicts, raised errors. */
const REQUEST_CLASSES = new Set([
  '21',
  '22',
  '23',
  '25',
  '28',
  '2F',
  '40',
  '42',
  '44',
  'P0',
  'PT',
  'PG',
]);

/** A statement that took too long or whose asker went away: its answer says so. */
const cancelled = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '57014';

let installed = false;

/** Filters `console.error` of this thread, once. */
export function quietDatabaseErrors(): void {
  if (installed) return;
  installed = true;
  const print = console.error.bind(console);
  console.error = (...parts: unknown[]) => {
    const [first] = parts;
    if (first instanceof RelationNotFoundError || cancelled(first) || isNoGeometry(first)) return;
    const code =
      first instanceof Error && 'code' in first && 'severity' in first ? String(first.code) : null;
    if (code === null) print(...parts.map(shortly));
    else if (!REQUEST_CLASSES.has(code.slice(0, 2)))
      print(shortly(`${code} ${(first as Error).message}`));
  };
}
