/** Backups that nobody has to think of: one a day while the app runs, the last seven kept. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ToolDatabase } from '../queryable.ts';
import { writeBackup } from './write.ts';

interface Rotation {
  /** Makes today's backup if it is due. @returns its path, or null when none was due */
  turn(): Promise<string | null>;
  /** No more backups; one that is being written has a moment to end, and is otherwise left out. */
  stop(): Promise<void>;
}

interface RotationOptions {
  folder: string;
  clock?: () => number;
  /** Milliseconds after the start until it first looks whether a backup is due. */
  firstLook?: number | undefined;
  onError?: (error: unknown) => void;
}

const DAY = 24 * 3_600_000;
const KEPT = 7;
/** How long after the start, unless told otherwise, and then how often it looks whether a backup is due. */
const FIRST_LOOK = 60_000;
const LOOK_EVERY = 600_000;

/** Milliseconds: stopping takes five seconds in all. */
const LAST_MOMENT = 500;

const NAME = /^auto-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.muster-backup$/;

/** `auto-20261122T031500Z.muster-backup`: names sort by time. */
export function backupName(kind: string, at: number): string {
  return `${kind}-${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}.muster-backup`;
}

export function startRotation(
  db: Pick<ToolDatabase, 'transaction'>,
  options: RotationOptions,
): Rotation {
  const clock = options.clock ?? Date.now;
  const onError = options.onError ?? console.error;
  let running: Promise<string | null> = Promise.resolve(null);

  async function make(): Promise<string | null> {
    const now = clock();
    const newest = autoBackups(options.folder).at(-1);
    if (newest && now - timeOf(newest) < DAY) return null;
    const path = join(options.folder, backupName('auto', now));
    await writeBackup(db, path);
    for (const old of autoBackups(options.folder).slice(0, -KEPT))
      rmSync(join(options.folder, old), { force: true });
    return path;
  }

  function turn(): Promise<string | null> {
    running = running.catch(() => null).then(make);
    return running;
  }
  const look = (): void => void turn().catch(onError);
  const first = setTimeout(look, options.firstLook ?? FIRST_LOOK).unref();
  const later = setInterval(look, LOOK_EVERY).unref();
  return {
    turn,
    async stop() {
      clearTimeout(first);
      clearInterval(later);
      await Promise.race([
        running.catch(() => undefined),
        sleep(LAST_MOMENT, null, { ref: false }),
      ]);
    },
  };
}

function autoBackups(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort();
}

function timeOf(name: string): number {
  return Date.parse(name.replace(NAME, '$1-$2-$3T$4:$5:$6Z'));
}
