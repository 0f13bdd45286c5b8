import { afterAll, beforeAll, describe } from 'vitest';
import { startTestApp } from '../support/embedded.ts';
import { HOW_TO_GET_POSTGRES, findPostgres, startPostgres } from '../support/postgres.ts';
import type { TestPostgres } from '../support/postgres.ts';
import { testOgc } from './ogc-conformance.ts';

const found = findPostgres() !== null;

describe.skipIf(!found)(
  `/ogc over PostgreSQL${found ? '' : ` (${HOW_TO_GET_POSTGRES})`}`,
  { timeout: 120_000 },
  () => {
    let server: TestPostgres;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server.stop());
    testOgc(async (throttle) => {
      const databaseUrl = await server.createDatabase('prepared');
      return startTestApp({
        throttle,
        settings: { databaseUrl, jwtSecret: 'a secret that is long enough for it' },
      });
    });
  },
);
