/** The migrations as hosted Supabase applies them: by a role that is no superuser, among objects it does not own. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMigrations } from '../../supabase/local/migrations.ts';
import { HOW_TO_GET_POSTGRES, findPostgres, startPostgres } from '../support/postgres.ts';
import type { TestPostgres } from '../support/postgres.ts';
import { registerAt } from '../support/register.ts';
import type { TestRegister } from '../support/register.ts';
import { layGround, testEveryFile } from './pgtap-files.ts';

const found = findPostgres() !== null;

describe.skipIf(!found)(
  `SQL tests as on hosted Supabase${found ? '' : ` (${HOW_TO_GET_POSTGRES})`}`,
  () => {
    let server: TestPostgres;
    let register: TestRegister;
    beforeAll(async () => {
      server = await startPostgres();
      const url = await server.createDatabase('empty');
      const owner = registerAt(url);
      await owner.run(readFileSync(resolve(import.meta.dirname, 'hosted-project.sql'), 'utf8'));
      await owner.close();
      register = registerAt(url);
      for (const { sql } of readMigrations())
        await register.run(`begin; set local role hosted_owner; ${sql}; commit`);
      await layGround(register);
    });
    afterAll(async () => {
      await register.close();
      await server.stop();
    });
    testEveryFile(() => register);

    test('the seed of `supabase db reset` applies, and again', async () => {
      const seed = readFileSync(resolve(import.meta.dirname, '../../supabase/seed.sql'), 'utf8');
      await register.run(seed);
      await register.run(seed);
      expect(
        await register.run(`select count(*) from public.team where source = '演示数据'`),
      ).toEqual(['1']);
    });
  },
);
