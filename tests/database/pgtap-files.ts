/** The SQL test files of supabase/tests as vitest tests: one test a file, on whichever database is handed in. */
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { TestRegister } from '../support/register.ts';
import { readTap } from '../support/tap.ts';

const folder = resolve(import.meta.dirname, '../../supabase/tests');
/** Files numbered below 010 lay the ground and assert nothing. */
const LAYS_GROUND = /^00\d_/;
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort();

/** Lays the ground in a fresh database. */
export async function layGround(register: TestRegister): Promise<void> {
  for (const file of files.filter((name) => LAYS_GROUND.test(name))) await runFile(register, file);
}

/** Declares one test for each file of assertions. */
export function testEveryFile(register: () => TestRegister): void {
  for (const file of files.filter((name) => !LAYS_GROUND.test(name))) {
    test(file, async () => {
      const report = readTap(await runFile(register(), file));
      expect(report.failures.join('\n')).toBe('');
      expect(report.passed).toBeGreaterThan(0);
    });
  }
}

async function runFile(register: TestRegister, file: string): Promise<string[]> {
  const script = readFileSync(resolve(folder, file), 'utf8');
  try {
    return await register.run(script);
  } catch (error) {
    await register.run('rollback');
    const { message, position } = error as { message: string; position?: string };
    const line = position ? script.slice(0, Number(position)).split('\n').length : '?';
    throw new Error(`${file}:${line}: ${message}`, { cause: error });
  }
}
