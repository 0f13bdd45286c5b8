/** The migrations of today against the former ones, on PGlite. */
import type { PgliteConnection } from '@supabase/lite/pglite';
import { afterAll, beforeAll, describe } from 'vitest';
import { openConnection, ownerSession, preparedImage } from '../../supabase/local/pglite.ts';
import { bothSets, testTheSquash } from './squashed-migrations.ts';

describe('the migrations of today, on PGlite', { timeout: 240_000 }, () => {
  const connections: PgliteConnection[] = [];
  beforeAll(async () => {
    for (const migrations of bothSets())
      connections.push(await openConnection(null, await preparedImage(migrations)));
  }, 240_000);
  afterAll(async () => {
    for (const connection of connections) await connection.close();
  });
  const ask = (which: number) => (sql: string) =>
    ownerSession(connections[which]!).query<object>(sql);
  testTheSquash(() => ({ former: ask(0), today: ask(1) }));
});
