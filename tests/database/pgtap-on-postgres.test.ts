import { afterAll, beforeAll, describe } from 'vitest';
import { HOW_TO_GET_POSTGRES, findPostgres, startPostgres } from '../support/postgres.ts';
import type { TestPostgres } from '../support/postgres.ts';
import { registerOnPostgres } from '../support/register.ts';
import type { TestRegister } from '../support/register.ts';
import { layGround, testEveryFile } from './pgtap-files.ts';

const found = findPostgres() !== null;

describe.skipIf(!found)(
  `SQL tests on PostgreSQL${found ? '' : ` (${HOW_TO_GET_POSTGRES})`}`,
  () => {
    let server: TestPostgres;
    let register: TestRegister;
    beforeAll(async () => {
      server = await startPostgres();
      register = await registerOnPostgres(server);
      await layGround(register);
    });
    afterAll(async () => {
      await register.close();
      await server.stop();
    });
    testEveryFile(() => register);
  },
);
