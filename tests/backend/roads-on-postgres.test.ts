import { afterAll, beforeAll, describe } from 'vitest';
import { startTestApp } from '../support/embedded.ts';
import { HOW_TO_GET_POSTGRES, findPostgres, startPostgres } from '../support/postgres.ts';
import type { TestPostgres } from '../support/postgres.ts';
import { testRoadNetworks } from './road-networks.ts';

const found = findPostgres() !== null;

describe.skipIf(!found)(
  `on PostgreSQL${found ? '' : ` (${HOW_TO_GET_POSTGRES})`}`,
  { timeout: 120_000 },
  () => {
    let server: TestPostgres;
    beforeAll(async () => {
      server = await startPostgres();
    }, 120_000);
    afterAll(() => server.stop());
    testRoadNetworks(async () =>
      startTestApp({
        settings: {
          databaseUrl: await server.createDatabase('prepared'),
          jwtSecret: 'a secret of the operator, long enough for HS256',
        },
      }),
    );
  },
);
