/**
 * What the fast tests remember: that they all passed on exactly this tree. Only the whole tree counts, because a test may
 * read any file of it; a single changed byte, another Node, package, setting or file of the shared data runs them again.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface Passed {
  passed: number;
  skipped: string[];
  /** When they ran. */
  at: string;
}

/** Settings that a test may see. */
const SETTINGS = /^(MUSTER_|DATABASE_URL$|NODE_OPTIONS$|TZ$|LANG$|LC_)/;

/** @returns the hash of all that a fast test can see; null where git does not know the tree */
export function treeHash(root: string, env: NodeJS.ProcessEnv = process.env): string | null {
  let listed: string;
  try {
    listed = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch {
    return null;
  }
  const hash = createHash('sha256');
  const take = (...parts: (string | Buffer)[]): void => {
    for (const part of parts) hash.update(`${part.length}:`).update(part);
  };
  const paths = [...new Set(listed.split('\0'))].filter((path) => path !== '').sort();
  for (const path of paths) {
    const file = join(root, path);
    // A file that git knows and that is deleted is a change too.
    take(path, existsSync(file) ? readFileSync(file) : 'gone');
  }
  const packages = join(root, 'node_modules/.package-lock.json');
  take(process.version, existsSync(packages) ? readFileSync(packages) : 'none');
  for (const [name, value] of Object.entries(env).sort())
    if (SETTINGS.test(name)) take(name, value ?? '');
  take(...filesOf(resolve(root, env.MUSTER_SHARED_DATA ?? '../shared/data')));
  return hash.digest('hex');
}

/** Data nobody here writes: told by name, size and time. */
function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .flatMap((path) => {
      const { size, mtimeMs } = statSync(join(folder, path));
      return [path, String(size), String(mtimeMs)];
    });
}

/** What passed on the tree of this hash; null = that is not known. */
export function recall(file: string, hash: string): Passed | null {
  if (!existsSync(file)) return null;
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Passed & { hash: string };
  return kept.hash === hash ? kept : null;
}

export function remember(file: string, hash: string, passed: Passed): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ hash, ...passed }));
}
