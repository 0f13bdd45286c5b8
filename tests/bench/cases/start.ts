/**
 * How long an empty start takes with the prepared snapshot, next to the same start from nothing (initdb, PostGIS, the
 * bootstrap, every migration), in turn in one process; then the real app as a process, from the command to its first
 * answer, on both tiers. A loaded database is wrong when it differs from the one made from nothing. The server tier has no
 * snapshot: its first start runs every migration in an empty database.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMigrations } from '../../../supabase/local/migrations.ts';
import {
  openConnection,
  ownerSession,
  preparedImage,
  prepareEmpty,
} from '../../../supabase/local/pglite.ts';
import { startAppProcess } from '../../support/app-process.ts';
import { startPostgres } from '../../support/postgres.ts';
import type { TestPostgres } from '../../support/postgres.ts';
import { atLeast } from '../bench.ts';
import type { Bench, CaseReport } from '../bench.ts';
import { median } from '../interleave.ts';
import { missing } from '../registers/registers.ts';
import type { Tier } from '../registers/registers.ts';

const ROUNDS = 3;
type Connection = Awaited<ReturnType<typeof openConnection>>;

/** Everything the preparation makes, as one text: objects, rights, applied migrations. */
async function fingerprint(connection: Connection): Promise<string> {
  const [row] = await ownerSession(connection).query<{ sum: string }>(`
    select md5(string_agg(line, '|' order by line)) as sum from (
      select 'relation ' || oid::regclass::text || relkind::text || relrowsecurity::text || coalesce(relacl::text, '') as line from pg_class
        where relnamespace in ('public'::regnamespace, 'muster'::regnamespace, 'auth'::regnamespace) and relkind in ('r', 'v', 'i')
      union all select 'function ' || oid::regprocedure::text || coalesce(proacl::text, '') || md5(prosrc) from pg_proc
      union all select 'policy ' || tablename || policyname || coalesce(qual, '') || coalesce(with_check, '') from pg_policies
      union all select 'migration ' || version || checksum from supabase_migrations.schema_migrations
      union all select 'version ' || extensions.postgis_full_version()) made`);
  return row?.sum ?? '';
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const started = performance.now();
  const result = await work();
  return { ms: performance.now() - started, result };
}

async function emptyStart(progress: (text: string) => void): Promise<CaseReport> {
  const migrations = readMigrations();
  const image = await preparedImage(migrations);
  const times: { cold: number[]; prepared: number[] } = { cold: [], prepared: [] };
  let wrong = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    progress(`empty database, round ${round} of ${ROUNDS}: from nothing`);
    const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'muster-bench-'))) as [
      string,
      string,
    ];
    const cold = await timed(async () => {
      const connection = await openConnection(folders[0], null);
      await prepareEmpty(connection, migrations);
      return connection;
    });
    const expected = await fingerprint(cold.result);
    await cold.result.close();
    progress(`empty database, round ${round} of ${ROUNDS}: from the snapshot`);
    const prepared = await timed(() => openConnection(folders[1], image));
    if (expected === '' || (await fingerprint(prepared.result)) !== expected) wrong++;
    await prepared.result.close();
    times.cold.push(cold.ms);
    times.prepared.push(prepared.ms);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
  const [cold, prepared] = [median(times.cold), median(times.prepared)];
  return {
    case: 'empty database, ready for its first query',
    wrong,
    figures: { cold_ms: cold, prepared_ms: prepared, snapshot_megabytes: image.length / 1e6 },
    ratios: { 'cold start': cold / prepared },
  };
}

/** The app as a process: an empty database with the demonstration, the same again, and again after a kill. */
async function wholeApp(
  tier: Tier,
  server: TestPostgres | null,
  progress: (text: string) => void,
): Promise<CaseReport> {
  const database: NodeJS.ProcessEnv =
    server === null
      ? {}
      : {
          DATABASE_URL: await server.createDatabase('empty'),
          MUSTER_JWT_SECRET: 'the secret of a benchmark, long enough',
        };
  const dataDir = mkdtempSync(join(tmpdir(), 'muster-bench-'));
  const start = async (signal: NodeJS.Signals): Promise<number> => {
    const { ms, result } = await timed(() =>
      startAppProcess({ dataDir, env: { MUSTER_DEMO: '1', ...database } }),
    );
    await result.end(signal);
    return ms;
  };
  progress(`the app on ${tier}: first start, empty`);
  const first = await start('SIGTERM');
  progress(`the app on ${tier}: the same again`);
  const again = await start('SIGKILL');
  progress(`the app on ${tier}: after a kill`);
  const killed = await start('SIGTERM');
  rmSync(dataDir, { recursive: true, force: true });
  return {
    case: `the app on ${tier}, from the command to its first answer`,
    wrong: 0,
    figures: { first_ms: first, again_ms: again, after_kill_ms: killed },
    ratios: {},
  };
}

export const bench: Bench = async (progress) => {
  const empty = await emptyStart(progress);
  const embedded = await wholeApp('pglite', null, progress);
  const cases = [empty, embedded];
  const reason = missing('postgres');
  if (reason === null) {
    const postgres = await startPostgres();
    try {
      const server = await wholeApp('postgres', postgres, progress);
      for (const name of ['first_ms', 'again_ms', 'after_kill_ms'])
        server.ratios[`PGlite, ${name}`] =
          (embedded.figures[name] ?? NaN) / (server.figures[name] ?? NaN);
      cases.push(server);
    } finally {
      await postgres.stop();
    }
  } else
    cases.push({
      case: 'the app on postgres',
      wrong: 0,
      figures: {},
      ratios: {},
      skipped: { postgres: reason },
    });
  return {
    cases,
    targets: [
      atLeast(
        'an empty start with the snapshot, times a cold one',
        2,
        empty.ratios['cold start'] ?? null,
      ),
    ],
  };
};
