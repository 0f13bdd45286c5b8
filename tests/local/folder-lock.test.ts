/** Two processes never open one data folder, and a lock left by a killed one never keeps anybody out. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder, lockHolder } from '../../supabase/local/folder-lock.ts';
import type { LockHolder } from '../../supabase/local/folder-lock.ts';
import { finished, runScript, startAppProcess } from '../support/app-process.ts';

let dataDir: string;
const path = (): string => join(dataDir, 'muster.lock');
const written = (): LockHolder => JSON.parse(readFileSync(path(), 'utf8')) as LockHolder;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'muster-lock-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('the lock of a data folder', () => {
  it('is private, refuses a second holder, and is free again when released', async () => {
    const lock = await lockFolder(dataDir);
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(lockHolder(dataDir)?.pid).toBe(process.pid);
    await expect(lockFolder(dataDir)).rejects.toMatchObject({ key: 'gateway.folderInUse' });
    lock.release();
    expect(lockHolder(dataDir)).toBeNull();
    (await lockFolder(dataDir)).release();
  });

  it('goes to exactly one of many that ask at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(dataDir)));
    const got = asked.filter((result) => result.status === 'fulfilled');
    expect(got).toHaveLength(1);
    got[0]?.value.release();
  });

  it('goes to exactly one of many that find the same stale one', async () => {
    const lock = await lockFolder(dataDir);
    writeFileSync(path(), JSON.stringify({ ...lock.holder, pid: await deadProcess(), id: 'dead' }));
    const asked = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(dataDir)));
    expect(asked.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  it('is stale when its process is gone', async () => {
    const lock = await lockFolder(dataDir);
    writeFileSync(path(), JSON.stringify({ ...lock.holder, pid: await deadProcess() }));
    expect(lockHolder(dataDir)).toBeNull();
  });

  it('is stale when its process number now belongs to another process', async () => {
    const lock = await lockFolder(dataDir);
    if (lock.holder.began === null) return;
    writeFileSync(path(), JSON.stringify({ ...lock.holder, began: 'long ago' }));
    expect(lockHolder(dataDir)).toBeNull();
  });

  it('of another machine holds while it is touched, and is stale after silence', async () => {
    const lock = await lockFolder(dataDir);
    lock.release();
    writeFileSync(path(), JSON.stringify({ ...lock.holder, machine: 'another', pid: 1 }));
    expect(lockHolder(dataDir)?.machine).toBe('another');
    await expect(lockFolder(dataDir)).rejects.toMatchObject({ params: { machine: 'another' } });
    const before = new Date(Date.now() - 60_000);
    utimesSync(path(), before, before);
    expect(lockHolder(dataDir)).toBeNull();
  });

  it('is not taken away by a process that only lost its own', async () => {
    const lock = await lockFolder(dataDir);
    const holder = written();
    writeFileSync(path(), JSON.stringify({ ...holder, id: 'somebody else' }));
    lock.release();
    expect(written().id).toBe('somebody else');
  });
});

describe('two processes', { timeout: 300_000 }, () => {
  it('never open one folder: the second says who has it, and the first is not disturbed', async () => {
    const app = await startAppProcess({ dataDir });
    const second = await finished(
      runScript('supabase/tools/start.ts', [], {
        MUSTER_DATA: dataDir,
        PORT: '0',
        MUSTER_PAGE: dataDir,
      }),
    );
    expect(second.code).toBe(1);
    expect(second.output).toContain(
      `The data folder ${dataDir} is in use by another process (${app.child.pid}`,
    );
    expect(second.output).not.toContain('    at ');
    expect((await fetch(`${app.address}/muster-config.json`)).status).toBe(200);

    await app.end('SIGKILL');
    const third = await startAppProcess({ dataDir });
    expect(await third.end('SIGINT')).toBe(0);
    expect(lockHolder(dataDir)).toBeNull();
    expect(third.output()).toContain('Stopping');
  });

  it('say so when the port is taken', async () => {
    const app = await startAppProcess({ dataDir });
    const other = mkdtempSync(join(tmpdir(), 'muster-port-'));
    const port = new URL(app.address).port;
    const second = await finished(
      runScript('supabase/tools/start.ts', [], {
        MUSTER_DATA: other,
        PORT: port,
        MUSTER_PAGE: other,
        MUSTER_DEMO: '0',
      }),
    );
    expect(second.code).toBe(1);
    expect(second.output).toContain(`Port ${port} is in use`);
    expect(second.output).not.toContain('    at ');
    await app.end('SIGTERM');
    rmSync(other, { recursive: true, force: true });
  });
});

function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  return new Promise((resolve) => child.on('close', () => resolve(child.pid ?? 0)));
}
