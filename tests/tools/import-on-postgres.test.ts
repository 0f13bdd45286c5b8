import { afterAll, beforeAll, describe } from 'vitest';
import { openToolDatabase } from '../../supabase/tools/database.ts';
import { HOW_TO_GET_POSTGRES, findPostgres, startPostgres } from '../support/postgres.ts';
import type { TestPostgres } from '../support/postgres.ts';
import { testImportRegister } from './import-register.ts';

const found = findPostgres() !== null;

describe.skipIf(!found)(
  `importing into PostgreSQL${found ? '' : ` (${HOW_TO_GET_POSTGRES})`}`,
  () => {
    let server: TestPostgres;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(async () => {
      delete process.env.DATABASE_URL;
      await server.stop();
    });
    testImportRegister(async () => {
      process.env.DATABASE_URL = await server.createDatabase('prepared');
      return openToolDatabase();
    });
  },
);
