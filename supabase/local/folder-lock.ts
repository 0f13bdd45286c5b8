/**
 * One process per data folder. PGlite does not refuse a second one and ruins the folder, so this lock is ours: a file
 * that names its holder, made atomically, judged stale only when its holder is certainly gone.
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './text.ts';

export interface LockHolder {
  pid: number;
  /** When the process began, as the system counts it: process numbers are used again. */
  began: string | null;
  machine: string;
  /** Where tools can speak to the holder, if it listens. */
  door: { path: string; token: string } | null;
  id: string;
}

interface FolderLock {
  readonly holder: LockHolder;
  /** Tells tools where to knock. */
  announce(door: { path: string; token: string }): void;
  release(): void;
}

/** The holder touches its lock this often; from another machine only silence tells that it is gone. */
const HEARTBEAT = 2_000;
const SILENCE = 30_000;
/** Nobody needs the guard for longer than milliseconds; an older one was left by a crash. */
const GUARD_LEFT_BEHIND = 10_000;

const lockPath = (dataDir: string): string => join(dataDir, 'muster.lock');

/** Who holds the folder now; null when nobody does (a lock of a dead process counts as nobody). */
export function lockHolder(dataDir: string): LockHolder | null {
  const holder = readLock(dataDir);
  return holder && isAlive(dataDir, holder) ? holder : null;
}

/** @throws Refusal when another process holds the folder */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Refusal('gateway.folderClosed', {
      folder: dataDir,
      reason: (error as Error).message,
    });
  }
  const path = lockPath(dataDir);
  const holder: LockHolder = {
    pid: process.pid,
    began: beginOf(process.pid),
    machine: hostname(),
    door: null,
    id: randomBytes(8).toString('hex'),
  };
  await guarded(dataDir, () => {
    const other = lockHolder(dataDir);
    if (other)
      throw new Refusal('gateway.folderInUse', {
        folder: dataDir,
        pid: other.pid,
        machine: other.machine,
      });
    rmSync(path, { force: true });
    // Written apart and linked into place: nobody ever reads half a lock.
    const draft = `${path}.${holder.id}`;
    writeFileSync(draft, JSON.stringify(holder), { mode: 0o600, flush: true });
    try {
      linkSync(draft, path);
    } catch {
      writeFileSync(path, JSON.stringify(holder), { mode: 0o600, flag: 'wx' });
    } finally {
      rmSync(draft, { force: true });
    }
  });
  const beat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // The folder was taken away; what is open stays open, and the next start will say so.
    }
  }, HEARTBEAT);
  beat.unref();
  return {
    holder,
    announce(door) {
      holder.door = door;
      const draft = `${path}.${holder.id}`;
      writeFileSync(draft, JSON.stringify(holder), { mode: 0o600, flush: true });
      renameSync(draft, path);
    },
    release() {
      clearInterval(beat);
      if (readLock(dataDir)?.id === holder.id) rmSync(path, { force: true });
    },
  };
}

function readLock(dataDir: string): LockHolder | null {
  try {
    return JSON.parse(readFileSync(lockPath(dataDir), 'utf8')) as LockHolder;
  } catch {
    return null;
  }
}

function isAlive(dataDir: string, holder: LockHolder): boolean {
  if (holder.machine !== hostname())
    return Date.now() - statSync(lockPath(dataDir)).mtimeMs < SILENCE;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const began = beginOf(holder.pid);
  return began === null || holder.began === null || began === holder.began;
}

/** When a process began, in whatever form the system has it; null where it cannot be told. */
function beginOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      // The name in brackets may hold spaces; the start time is the 20th field after it.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return fields[0] === 'Z' ? 'ended' : `${boot}:${fields[19] ?? ''}`;
    }
    if (process.platform === 'win32') return null;
    return (
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
    );
  } catch {
    return null;
  }
}

/** Runs `work` while no other process looks at or replaces the lock. */
async function guarded(dataDir: string, work: () => void): Promise<void> {
  const guard = `${lockPath(dataDir)}.guard`;
  for (;;) {
    try {
      mkdirSync(guard);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > GUARD_LEFT_BEHIND) removeGuard(guard);
      await sleep(20);
    }
  }
  try {
    work();
  } finally {
    removeGuard(guard);
  }
}

function removeGuard(guard: string): void {
  try {
    rmdirSync(guard);
  } catch {
    // Somebody else was quicker.
  }
}
