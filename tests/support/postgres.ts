/**
 * A real PostgreSQL with PostGIS for tests: the one at MUSTER_TEST_DATABASE_URL (a superuser's URL; databases named
 * muster_test_* are made and dropped there), or a private cluster in a temporary folder, made from the binaries found
 * on this machine and stopped and removed afterwards. The machine's own clusters are never touched.
 */
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { openServerEngine } from '../../supabase/local/server-engine.ts';

/** Shown where the suite is skipped. */
export const HOW_TO_GET_POSTGRES =
  'no PostgreSQL with PostGIS and pgTAP found: apt-get install postgresql-15-postgis-3 postgresql-15-pgtap, or set MUSTER_TEST_DATABASE_URL';

export interface TestPostgres {
  /** A new database, dropped with the server; `prepared` has the whole schema, `empty` not even PostGIS. */
  createDatabase(state: 'empty' | 'prepared'): Promise<string>;
  stop(): Promise<void>;
}

type Place = { tag: 'url'; url: string } | { tag: 'binaries'; folder: string };

/** Where a PostgreSQL of version 15 or later with PostGIS and pgTAP can be had; null = nowhere. */
export function findPostgres(extensions: readonly string[] = ['postgis', 'pgtap']): Place | null {
  const url = process.env.MUSTER_TEST_DATABASE_URL;
  if (url) return { tag: 'url', url };
  const folder = binaryFolders().find((candidate) => {
    const version = Number(
      / (\d+)/.exec(outputOf(join(candidate, 'postgres'), ['--version']))?.[1] ?? 0,
    );
    return (
      version >= 15 &&
      extensions.every((name) => existsSync(join(extensionFolder(candidate), `${name}.control`)))
    );
  });
  return folder ? { tag: 'binaries', folder } : null;
}

/** @throws when no PostgreSQL was found or it does not start */
export async function startPostgres(): Promise<TestPostgres> {
  const place = findPostgres();
  if (!place) throw new Error(HOW_TO_GET_POSTGRES);
  const server =
    place.tag === 'url'
      ? { url: place.url, stop: () => Promise.resolve() }
      : await startCluster(place.folder);
  const owner = postgres(server.url, { max: 1, onnotice: () => undefined });
  const made: string[] = [];
  let template: Promise<string> | null = null;

  async function create(from: string | null): Promise<string> {
    const name = `muster_test_${randomBytes(6).toString('hex')}`;
    await owner.unsafe(`create database ${name}${from ? ` template ${from}` : ''}`);
    made.push(name);
    return name;
  }
  const urlOf = (name: string): string =>
    Object.assign(new URL(server.url), { pathname: `/${name}` }).href;

  async function prepare(): Promise<string> {
    const name = await create(null);
    await (
      await openServerEngine(
        urlOf(name),
        { jwtSecret: 'x'.repeat(40), publishableKey: 'sb_publishable_x' },
        60,
      )
    ).close();
    return name;
  }

  return {
    async createDatabase(state) {
      if (state === 'empty') return urlOf(await create(null));
      return urlOf(await create(await (template ??= prepare())));
    },
    async stop() {
      if (place.tag === 'url')
        for (const name of made) await owner.unsafe(`drop database if exists ${name} with (force)`);
      await owner.end({ timeout: 5 });
      await server.stop();
    },
  };
}

function outputOf(program: string, args: string[]): string {
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}

/** Debian's folders, newest first, then whatever `pg_config` on the PATH names. */
function binaryFolders(): string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    outputOf('pg_config', ['--bindir']),
  ];
  return folders.filter((folder) => folder !== '' && existsSync(join(folder, 'initdb')));
}

function extensionFolder(binaries: string): string {
  const version = /postgresql\/(\d+)\/bin$/.exec(binaries)?.[1];
  const share =
    outputOf(join(binaries, 'pg_config'), ['--sharedir']) ||
    `/usr/share/postgresql/${version ?? ''}`;
  return join(share, 'extension');
}

/** PostgreSQL refuses to run as root: then it runs as the system user its package made. */
function systemUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  return {
    uid: Number(outputOf('id', ['-u', 'postgres'])),
    gid: Number(outputOf('id', ['-g', 'postgres'])),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}

async function startCluster(binaries: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'muster-pg-'));
  const password = randomBytes(16).toString('hex');
  const passwordFile = join(home, 'password');
  writeFileSync(passwordFile, password);
  const user = systemUser();
  if (user.uid !== undefined && user.gid !== undefined)
    for (const path of [home, passwordFile]) chownSync(path, user.uid, user.gid);
  const data = join(home, 'data');
  execFileSync(
    join(binaries, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C',
      '-N',
    ],
    { ...user, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const port = await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${home}`,
    'fsync=off',
    'timezone=UTC',
  ];
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...user,
      cwd: home,
      stdio: 'ignore',
    },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const endWithUs = (): void => void server.kill('SIGQUIT');
  process.once('exit', endWithUs);
  const stop = async (): Promise<void> => {
    process.removeListener('exit', endWithUs);
    server.kill('SIGINT');
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  try {
    await answering(url, ended);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

async function answering(url: string, ended: Promise<void>): Promise<void> {
  let gone = false;
  void ended.then(() => (gone = true));
  for (let attempt = 0; attempt < 150 && !gone; attempt += 1) {
    const sql = postgres(url, { max: 1, connect_timeout: 5 });
    try {
      await sql`select 1`;
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  throw new Error('the private PostgreSQL did not start');
}
