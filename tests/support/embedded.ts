/** Quick databases and apps for tests: every one begins from the prepared snapshot. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../supabase/local/app.ts';
import type { RunningApp } from '../../supabase/local/app.ts';
import { demonstration } from '../../supabase/demo/demonstration.ts';
import { BUILT } from '../../supabase/local/page.ts';
import {
  inTransaction,
  openConnection,
  ownerSession,
  preparedImage,
} from '../../supabase/local/pglite.ts';
import type { Extensions } from '../../supabase/local/pglite.ts';
import type { Queryable, Session, ToolDatabase } from '../../supabase/local/queryable.ts';
import type { Settings } from '../../supabase/local/settings.ts';
import { StaticSite } from '../../supabase/local/static-site.ts';
import type { SignInThrottle } from '../../supabase/local/throttle.ts';
import { addAccount } from '../../supabase/local/accounts.ts';

export interface Prepared extends Session, ToolDatabase {
  /**
   * Runs `work` in a transaction that is rolled back, as a signed-in user sees the database: role `authenticated` and
   * the user's id as the token's subject; `null` = role `anon`.
   */
  as<T>(userId: string | null, work: (session: Queryable) => Promise<T>): Promise<T>;
}

/** A fresh database in memory with all migrations. `extensions` come on top of PostGIS (pgTAP, for example). */
export async function openPrepared(extensions: Extensions = {}): Promise<Prepared> {
  const connection = await openConnection(null, await preparedImage(), extensions);
  const session = ownerSession(connection);
  return {
    ...session,
    tier: 'embedded',
    transaction: (work) => inTransaction(session, work),
    async as(userId, work) {
      await session.exec('begin');
      try {
        const role = userId ? 'authenticated' : 'anon';
        const claims = JSON.stringify({ sub: userId, role });
        await session.query(
          `select set_config('request.jwt.claim.sub', $1, true), set_config('request.jwt.claim.role', $2, true),
             set_config('request.jwt.claims', $3, true), set_config('role', $2, true)`,
          [userId ?? '', role, claims],
        );
        return await work(session);
      } finally {
        await session.exec('rollback');
      }
    },
    close: () => connection.close(),
  };
}

export interface TestAppOptions {
  /** The demo district and its accounts; default off. */
  demo?: boolean;
  /** Reuse this data folder instead of a new one; it is not removed at the end. */
  dataDir?: string;
  settings?: Partial<Settings>;
  /** Folder of the page to serve; default the built page, or nothing where none was built. */
  page?: string;
  throttle?: SignInThrottle;
  patience?: number;
  workLimit?: number;
  firstBackup?: number;
}

export interface TestAccount {
  userId: string;
  email: string;
  password: string;
}

export interface TestApp extends RunningApp {
  readonly dataDir: string;
  /** Adds an account that can sign in. District '0' is the root. */
  account(role: string, districtCode?: string): Promise<TestAccount>;
}

/** The real app on a free port, serving the built page where there is one. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'muster-test-'));
  const settings: Settings = {
    dataDir,
    host: '127.0.0.1',
    port: 0,
    hosts: [],
    databaseUrl: null,
    demo: options.demo ?? false,
    jwtSecret: null,
    tokenLife: 900,
    trustProxy: false,
    baseMaps: null,
    page: null,
    ...options.settings,
  };
  const app = await startApp(settings, {
    page: new StaticSite(
      options.page ?? (existsSync(BUILT) ? BUILT : mkdtempSync(join(tmpdir(), 'muster-no-page-'))),
    ),
    demonstration,
    ...(options.throttle ? { throttle: options.throttle } : {}),
    ...(options.patience ? { patience: options.patience } : {}),
    ...(options.workLimit ? { workLimit: options.workLimit } : {}),
    ...(options.firstBackup ? { firstBackup: options.firstBackup } : {}),
  });
  return {
    ...app,
    dataDir,
    async account(role, districtCode = '0') {
      const email = `${role}-${randomUUID().slice(0, 8)}@test.example`;
      const password = `pass-${randomUUID()}`;
      const userId = await addAccount(app.engine, {
        email,
        password,
        role,
        districtCode,
        displayName: role,
      });
      return { userId, email, password };
    },
    async stop() {
      await app.stop();
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
