/**
 * The proof that the migrations of today make what the former 79 made: both on an empty database, and everything that the
 * catalogue says of the two compared. The former files are fixtures; they also bring an older database up (supabase/local).
 */
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { LAST_OF_THE_SQUASH } from '../../supabase/local/former-migrations.ts';
import { readMigrations } from '../../supabase/local/migrations.ts';
import type { Migration } from '../../supabase/local/migrations.ts';
import { dumpRows, dumpSchema } from './canonical-dump.ts';
import type { Ask } from './canonical-dump.ts';

const FORMER = resolve(import.meta.dirname, '../fixtures/migrations-before-the-squash');

/** The former files with what came after the squash, which is applied to everybody, and the files of today. */
export function bothSets(): readonly [former: Migration[], today: Migration[]] {
  const today = readMigrations();
  const later = today.filter(({ version }) => version > LAST_OF_THE_SQUASH);
  return [[...readMigrations(FORMER), ...later], today];
}

/** Two databases of one sort: made by the former files, and by those of today. */
export interface Pair {
  former: Ask;
  today: Ask;
}

/** The settings whose default was one number first and became the slow end of a range: their rows were written twice. */
const CHANGED_ONCE = ['mobilisation_default', 'loading_default'];

const differing = (these: readonly string[], others: readonly string[]): string[] => {
  const there = new Set(others);
  return these.filter((line) => !there.has(line));
};
const withoutVersion = (line: string): string => line.replace(/"version": \d+, /, '');

/** @param pair is asked for inside of the tests, when both databases are there */
export function testTheSquash(pair: () => Pair): void {
  it('makes the same schema: no exception, not even in the order of columns', async () => {
    const former = await dumpSchema(pair().former);
    const today = await dumpSchema(pair().today);
    expect(former.length).toBeGreaterThan(1500);
    expect(differing(former, today)).toEqual([]);
    expect(differing(today, former)).toEqual([]);
    expect(today).toEqual(former);
  });

  /**
   * The defaults are written once and at the end, with every trigger at work. So the history of all of them begins with their
   * creation (the former files wrote some before there was a history), and none has a second version.
   */
  it('writes the same rows, but each default once, with its history from the beginning', async () => {
    const isHistory = (line: string): boolean => line.startsWith('row of public.record_change:');
    const former = await dumpRows(pair().former);
    const today = await dumpRows(pair().today);
    const facts = (lines: readonly string[]): string[] => lines.filter((line) => !isHistory(line));
    expect(facts(today).map(withoutVersion)).toEqual(facts(former).map(withoutVersion));
    expect(
      differing(facts(former), facts(today)).map((line) => /"key": "(\w+)"/.exec(line)?.[1]),
    ).toEqual(CHANGED_ONCE.toSorted());
    expect(facts(today).filter((line) => /"version": (?!1,)/.test(line))).toEqual([]);

    const history = today.filter(isHistory);
    expect(history.length).toBe(1 + facts(today).filter((line) => line.includes('"key": ')).length);
    expect(history.filter((line) => !line.includes('"action": "create"'))).toEqual([]);
    expect(history.filter((line) => !line.includes('"origin": "tool"'))).toEqual([]);
  });
}
