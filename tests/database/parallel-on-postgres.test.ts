import { afterAll, beforeAll, describe } from 'vitest';
import { HOW_TO_GET_POSTGRES, findPostgres, startPostgres } from '../support/postgres.ts';
import type { TestPostgres } from '../support/postgres.ts';
import { registerOnPostgres } from '../support/register.ts';
import type { TestRegister } from '../support/register.ts';
import { testParallelWrites } from './parallel-writes.ts';
import { settleCounty } from './people.ts';
import { testSyncUnderWrites } from './sync-under-writes.ts';

const found = findPostgres() !== null;

describe.skipIf(!found)(
  `many consoles at once, on PostgreSQL${found ? '' : ` (${HOW_TO_GET_POSTGRES})`}`,
  () => {
    let server: TestPostgres;
    let register: TestRegister;
    beforeAll(async () => {
      server = await startPostgres();
      register = await registerOnPostgres(server, 24);
      await settleCounty(register);
    });
    afterAll(async () => {
      await register.close();
      await server.stop();
    });
    testParallelWrites(() => register);
    testSyncUnderWrites(() => register);
  },
);
