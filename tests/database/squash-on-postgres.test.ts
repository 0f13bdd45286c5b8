/** The migrations of today against the former ones, on PostgreSQL: as the owner of a server applies them, and as hosted Supabase does. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { bootstrapSql } from '../../supabase/local/migrations.ts';
import { HOW_TO_GET_POSTGRES, findPostgres, startPostgres } from '../support/postgres.ts';
import type { TestPostgres } from '../support/postgres.ts';
import { registerAt } from '../support/register.ts';
import type { TestRegister } from '../support/register.ts';
import { bothSets, testTheSquash } from './squashed-migrations.ts';

const found = findPostgres() !== null;
const HOSTED_PROJECT = readFileSync(resolve(import.meta.dirname, 'hosted-project.sql'), 'utf8');

/** Who applies the files. A server's owner is a superuser; the owner of a hosted project is none. */
const OWNERS = {
  'as the owner of a server': '',
  'as on hosted Supabase': 'set local role hosted_owner;',
};

describe.skipIf(!found).each(Object.entries(OWNERS))(
  `the migrations of today, %s${found ? '' : ` (${HOW_TO_GET_POSTGRES})`}`,
  { timeout: 120_000 },
  (_, become) => {
    let server: TestPostgres;
    const registers: TestRegister[] = [];
    beforeAll(async () => {
      server = await startPostgres();
      for (const migrations of bothSets()) {
        const register = registerAt(await server.createDatabase('empty'));
        registers.push(register);
        await register.run(HOSTED_PROJECT);
        if (become === '') await register.run(bootstrapSql());
        for (const { sql } of migrations) await register.run(`begin; ${become} ${sql}; commit`);
      }
    }, 120_000);
    afterAll(async () => {
      for (const register of registers) await register.close();
      await server.stop();
    });
    const ask = (which: number) => (sql: string) => registers[which]!.as<object>(null, sql);
    testTheSquash(() => ({ former: ask(0), today: ask(1) }));
  },
);
