/** Backups: one file, checked, that brings everything back from nothing, on either tier, or changes nothing. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBackup } from '../../supabase/local/backup/read.ts';
import { restoreBackup } from '../../supabase/local/backup/restore.ts';
import { startRotation } from '../../supabase/local/backup/rotation.ts';
import { writeBackup } from '../../supabase/local/backup/write.ts';
import type { Queryable } from '../../supabase/local/queryable.ts';
import { loadDemo } from '../../supabase/demo/load.ts';
import { finished, runScript } from '../support/app-process.ts';
import { openPrepared, startTestApp } from '../support/embedded.ts';
import type { Prepared, TestApp } from '../support/embedded.ts';
import { rest, signIn, tokensOf } from '../support/raw-http.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const STAMPS = new Set(['changed_xid']);

/** Every row of every table of ours, as text; what a restore stamps anew left out. */
async function everything(db: Queryable): Promise<Record<string, unknown[]>> {
  const tables = await db.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'muster') and tablename not in ('database_epoch', 'spatial_ref_sys')
     union all select 'auth.users' union all select 'auth.identities' order by 1`,
  );
  const all: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    const rows = await db.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${name} t`,
    );
    all[name] = rows
      .map(({ row }) =>
        JSON.stringify(Object.entries(row).filter(([column]) => !STAMPS.has(column))),
      )
      .sort();
  }
  return all;
}

const epochOf = async (db: Queryable) =>
  (await db.query('select epoch from muster.database_epoch'))[0];

describe('a backup', () => {
  let app: TestApp;
  let bare: Prepared;
  const file = join(folder, 'whole.muster-backup');
  beforeAll(async () => {
    app = await startTestApp();
    await loadDemo(app.engine, new Date('2026-06-01T00:00:00Z'));
    bare = await openPrepared();
  });
  afterAll(async () => {
    await app.stop();
    await bare.close();
  });

  it('is one private file that says what it holds', async () => {
    const account = await app.account('commander');
    const summary = await writeBackup(app.engine, file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['whole.muster-backup']);
    expect(summary.rows['public.team']).toBeGreaterThan(0);
    expect(summary.rows['auth.users']).toBe(1);
    expect(summary.heading.schema.length).toBeGreaterThan(10);
    expect(gunzipSync(readFileSync(file)).toString()).toContain(account.email);
  });

  it('brings everything back into an empty database, exactly, with a new epoch', async () => {
    const before = await epochOf(bare);
    await restoreBackup(bare, file);
    expect(await everything(bare)).toEqual(await everything(app.engine));
    expect(await epochOf(bare)).not.toEqual(before);
  });

  it('carries graphs of any length, also those on their way', async () => {
    const graph = Buffer.from(
      Uint8Array.from({ length: 2_500_001 }, (_, i) => (i * 7 + (i >> 9)) % 256),
    ).toString('base64');
    const add = `insert into public.road_network (district_code, edition, source, west, south, east, north, length_m, report, checksum, graph, sending)
      select '0', $2::int, '试验', 113, 29, 114, 30, 1000, '{}', encode(sha256(g), 'hex'), g, $3::jsonb from (select decode($1, 'base64') as g) x returning id`;
    await app.engine.query(add, [graph, 71, null]);
    const [sending] = await app.engine.query<{ id: string }>(add, [
      graph,
      72,
      '{"bytes": 2500001, "edges": 1}',
    ]);
    await app.engine
      .query(`insert into public.road_network (id, district_code, edition, source, west, south, east, north, length_m, report, checksum, sending)
      values ('00000000-0000-4000-8000-0000000000aa', '0', 73, '试验', 113, 29, 114, 30, 1000, '{}', 'x', '{"bytes": 1, "edges": 1}')`);
    await app.engine.query(
      `insert into public.road_graph_piece (network_id, part, bytes) values ('00000000-0000-4000-8000-0000000000aa', 0, '\\x01')`,
    );
    expect(sending).toBeDefined();
    const { rows } = await writeBackup(app.engine, file);
    expect(rows['public.road_graph_piece']).toBe(2 * 3 + 1);
    await restoreBackup(bare, file);
    expect(await everything(bare)).toEqual(await everything(app.engine));
    await app.engine.query(`delete from public.road_network where edition > 70`);
  });

  it('keeps its lines short where records are long', async () => {
    const long = await openPrepared();
    await long.query(`select set_config('search_path', 'public, extensions', false)`);
    await long.query(
      `insert into public.hazard (district_code, name, class, kind, geom, source)
       select (select code from public.district limit 1), 'flood ' || i, 'natural', 'flood',
         st_multi(st_buffer(st_setsrid(st_makepoint(110 + i * 0.1, 28), 4326), 0.02, 5000)), 'test' from generate_series(1, 30) i`,
    );
    const path = join(folder, 'long.muster-backup');
    await writeBackup(long, path);
    const lines = gunzipSync(readFileSync(path)).toString().split('\n');
    rmSync(path);
    await long.close();
    const ofHazards = lines.filter((line) => line.startsWith('{"table":"public.hazard"'));
    expect(ofHazards.length).toBeGreaterThan(1);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(10_000_000);
  });

  it('brings back a running app as it was, accounts and all; sessions end', async () => {
    const account = await app.account('viewer');
    await writeBackup(app.engine, file);
    const then = await everything(app.engine);
    const tokens = await tokensOf(app, account);
    await app.engine.query(`update team set name = 'changed' where true`);
    await app.engine.query(`delete from contact where true`);
    await app.account('admin');
    await restoreBackup(app.engine, file);
    const now = await everything(app.engine);
    // Signing in between left its time on the account.
    const apart = { 'auth.users': [], 'muster.ended_session': [] };
    expect({ ...now, ...apart }).toEqual({ ...then, ...apart });
    expect(now['auth.users']).toHaveLength(then['auth.users']?.length ?? 0);
    expect(await app.engine.query('select 1 from auth.sessions')).toEqual([]);
    expect((await signIn(app, account.email, account.password)).status).toBe(200);
    expect((await rest(app, tokens.access_token, 'district?select=code&limit=1')).status).toBe(401);
  });

  it('makes every restored row new to a console that already knows a cursor', async () => {
    const [late] = await bare.query<{ late: number }>(
      `select count(*)::int as late from team where changed_xid > pg_current_xact_id()`,
    );
    expect(late?.late).toBe(0);
  });

  const damage: [string, (bytes: Buffer) => Buffer][] = [
    ['cut off', (bytes) => bytes.subarray(0, Math.floor(bytes.length * 0.7))],
    ['cut off by one byte', (bytes) => bytes.subarray(0, bytes.length - 1)],
    [
      'with one byte changed',
      (bytes) => Buffer.from(bytes).fill(bytes.readUInt8(4000) ^ 1, 4000, 4001),
    ],
    [
      'with a value changed inside',
      (bytes) => gzipSync(gunzipSync(bytes).toString().replace('"0"', '"9"')),
    ],
    [
      'without its end',
      (bytes) => gzipSync(gunzipSync(bytes).toString().split('\n').slice(0, -2).join('\n') + '\n'),
    ],
    ['with a line twice', (bytes) => gzipSync(twice(gunzipSync(bytes).toString()))],
    ['that is empty', () => Buffer.alloc(0)],
    ['that is something else', () => gzipSync('{"hello":"world"}\n')],
    ['that is not packed', (bytes) => gunzipSync(bytes)],
    [
      'of a newer format',
      (bytes) => gzipSync(gunzipSync(bytes).toString().replace('"format":1', '"format":2')),
    ],
  ];
  it.each(damage)('%s is refused, and nothing changes', async (name, spoil) => {
    const broken = join(folder, `broken ${name}`);
    writeFileSync(broken, spoil(readFileSync(file)));
    const [before, epoch] = [await everything(bare), await epochOf(bare)];
    await expect(restoreBackup(bare, broken)).rejects.toMatchObject({ name: 'Refusal' });
    expect(await everything(bare)).toEqual(before);
    expect(await epochOf(bare)).toEqual(epoch);
    rmSync(broken);
  });

  it('that unpacks to one endless line is given up early, and so says', async () => {
    const bomb = join(folder, 'bomb.muster-backup');
    const piece = Buffer.alloc(10_000_000, 'a');
    writeFileSync(bomb, gzipSync(Buffer.concat(Array.from({ length: 20 }, () => piece))));
    expect(statSync(bomb).size).toBeLessThan(1_000_000);
    await expect(readBackup(bomb)).rejects.toMatchObject({ key: 'tools.backupLine' });
    rmSync(bomb);
  });

  it('of a schema this version does not know is refused', async () => {
    const other = join(folder, 'other');
    const text = gunzipSync(readFileSync(file)).toString();
    const [heading = ''] = text.split('\n');
    const changed = heading.replace(/"checksum":"[0-9a-f]{8}/, '"checksum":"00000000');
    writeFileSync(other, gzipSync(withNewSum(text.replace(heading, changed))));
    await readBackup(other);
    await expect(restoreBackup(bare, other)).rejects.toMatchObject({
      key: 'tools.backupOtherSchema',
    });
    rmSync(other);
  });
});

function twice(text: string): string {
  const lines = text.split('\n');
  return [...lines.slice(0, 2), lines[1], ...lines.slice(2)].join('\n');
}

function withNewSum(text: string): string {
  const lines = text.trimEnd().split('\n');
  const body = `${lines.slice(0, -1).join('\n')}\n`;
  const ending = JSON.parse(lines.at(-1) ?? '{}') as object;
  return `${body}${JSON.stringify({ ...ending, sha256: createHash('sha256').update(body).digest('hex') })}\n`;
}

describe('the rotation', () => {
  it('makes one backup a day and keeps seven', async () => {
    const db = await openPrepared();
    const kept = mkdtempSync(join(tmpdir(), 'muster-rotation-'));
    let now = Date.parse('2026-03-01T00:00:00Z');
    const rotation = startRotation(db, { folder: kept, clock: () => now });
    expect(await rotation.turn()).not.toBeNull();
    expect(await rotation.turn()).toBeNull();
    for (let day = 0; day < 9; day++) {
      now += 23 * 3_600_000;
      expect(await rotation.turn()).toBeNull();
      now += 3_600_000;
      expect(await rotation.turn()).not.toBeNull();
    }
    const names = readdirSync(kept).sort();
    expect(names).toHaveLength(7);
    expect(names[0]).toBe('auto-20260304T000000Z.muster-backup');
    await readBackup(join(kept, names[6] ?? ''));
    writeFileSync(join(kept, 'my-own.muster-backup'), 'kept');
    now += 24 * 3_600_000;
    await rotation.turn();
    expect(existsSync(join(kept, 'my-own.muster-backup'))).toBe(true);
    await rotation.stop();
    await db.close();
    rmSync(kept, { recursive: true });
  });
});

describe('npm run backup and npm run restore', { timeout: 300_000 }, () => {
  it('carry an installation to a new folder, from empty', async () => {
    const [old, fresh] = [
      mkdtempSync(join(tmpdir(), 'muster-old-')),
      mkdtempSync(join(tmpdir(), 'muster-new-')),
    ];
    const file = join(folder, 'carried.muster-backup');
    const app = await startTestApp({ dataDir: old });
    const account = await app.account('admin');
    const made = await finished(
      runScript('supabase/tools/backup.ts', [file], { MUSTER_DATA: old }),
    );
    expect(made.output).toContain(`Backup written and checked: ${file}`);
    expect(made.code).toBe(0);
    await app.stop();

    const missing = await finished(
      runScript('supabase/tools/restore.ts', ['nowhere', '--yes'], { MUSTER_DATA: fresh }),
    );
    expect(missing).toMatchObject({ code: 1 });
    expect(missing.output).toContain('There is no file');
    const restored = await finished(
      runScript('supabase/tools/restore.ts', [file], { MUSTER_DATA: fresh }),
    );
    expect(restored.output).toContain('rows restored');
    expect(restored.code).toBe(0);
    const asked = await finished(
      runScript('supabase/tools/restore.ts', [file], { MUSTER_DATA: fresh }),
    );
    expect(asked.code).toBe(1);
    expect(asked.output).toContain('Add --yes to confirm');
    expect(
      readdirSync(join(fresh, 'backups')).some((name) => name.startsWith('before-restore-')),
    ).toBe(true);

    const again = await startTestApp({ dataDir: fresh });
    expect((await signIn(again, account.email, account.password)).status).toBe(200);
    await again.stop();
    for (const path of [old, fresh]) rmSync(path, { recursive: true, force: true });
  });
});
