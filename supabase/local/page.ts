/** The page: built with vite when its sources are newer than what was built, or served from the sources for `dev`. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from './text.ts';

const ROOT = resolve(import.meta.dirname, '../..');
export const BUILT = join(ROOT, 'dist');
/** Everything the page is built from. */
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** Whether the built page is missing or older than any of its sources. */
export function pageIsStale(): boolean {
  const built = join(BUILT, 'index.html');
  if (!existsSync(built)) return true;
  const since = statSync(built).mtimeMs;
  return SOURCES.map((name) => join(ROOT, name)).some(
    (path) => existsSync(path) && newest(path) > since,
  );
}

function newest(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/**
 * Runs `vite build`. What the bundler only remarks is for who develops (`npm run build`), not for an office that starts the app.
 * @throws Refusal when it fails (vite has said why on stderr)
 */
export function buildPage(): Promise<void> {
  const vite = join(
    dirname(createRequire(import.meta.url).resolve('vite/package.json')),
    'bin/vite.js',
  );
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Refusal('gateway.buildFailed')),
    );
  });
}
