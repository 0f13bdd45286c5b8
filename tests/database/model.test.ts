/** The record types of the core and the columns of the database say the same. */
import { resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fieldOf } from '../../src/core/model/column-names.ts';
import * as kinds from '../../src/core/model/kinds.ts';
import { registerOnPglite } from '../support/register.ts';
import type { TestRegister } from '../support/register.ts';
import { layGround } from './pgtap-files.ts';

/** Field names of each record type, by kind, as the compiler sees them. */
function fieldsByKind(): Record<string, string[]> {
  const file = resolve(import.meta.dirname, '../../src/core/model/records.ts');
  const program = ts.createProgram([file], {
    strict: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const declared = source?.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === 'RecordOf',
  );
  if (!declared) throw new Error('records.ts declares no RecordOf');
  return Object.fromEntries(
    checker
      .getTypeAtLocation(declared)
      .getProperties()
      .map((kind) => [
        kind.name,
        checker
          .getTypeOfSymbolAtLocation(kind, declared)
          .getProperties()
          .map((field) => field.name)
          .sort(),
      ]),
  );
}

describe('the model and the database', () => {
  let register: TestRegister;
  beforeAll(async () => {
    register = await registerOnPglite();
    await layGround(register);
    await register.run('select muster_test.settle_in()');
  });
  afterAll(() => register.close());

  /** The words that a check constraint of a column lists. */
  async function wordsOf(table: string, column: string): Promise<string[]> {
    const [definition] = await register.run(`
      select pg_get_constraintdef(c.oid) from pg_constraint c
      where c.conrelid = 'public.${table}'::regclass and c.contype = 'c' and c.conname = '${table}_${column}_check'`);
    return [...(definition ?? '').matchAll(/'([a-z_]+)'/g)].map((match) => match[1] ?? '');
  }

  test('each kind travels with exactly the fields of its record type', async () => {
    const fields = fieldsByKind();
    expect(Object.keys(fields).sort()).toEqual([...kinds.RECORD_KINDS].sort());
    for (const kind of kinds.RECORD_KINDS) {
      const columns = await register.run(
        `select json_object_keys(public.records_page('${kind}') -> 0)`,
      );
      expect([kind, ...columns.map(fieldOf).sort()]).toEqual([kind, ...(fields[kind] ?? [])]);
    }
  });

  test('the closed vocabularies are the same', async () => {
    expect(await register.run('select unnest(muster.record_kinds())')).toEqual([
      ...kinds.RECORD_KINDS,
    ]);
    expect(await wordsOf('profile', 'role')).toEqual([...kinds.ROLES]);
    expect(await wordsOf('district', 'level')).toEqual([...kinds.DISTRICT_LEVELS]);
    expect(await wordsOf('team', 'availability')).toEqual([...kinds.AVAILABILITIES]);
    expect(await wordsOf('hazard', 'rectification_state')).toEqual([...kinds.RECTIFICATION_STATES]);
    expect(await wordsOf('base_feature', 'layer')).toEqual([...kinds.BASE_LAYERS]);
    for (const eventClass of kinds.EVENT_CLASSES)
      for (const kind of kinds.EVENT_KINDS[eventClass])
        expect([kind, ...(await register.run(`select muster.event_class('${kind}')`))]).toEqual([
          kind,
          eventClass,
        ]);
  });
});
