/**
 * Measurements in processes of their own. What runs there is bundled as the page's code is, because that is what a person
 * uses: the loader of the tests names every function while it runs, which costs a closure in a loop more than its work.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../../..');
const run = promisify(execFile);

export interface Child {
  /** Run it once; it prints one JSON object. */
  run: <T>(...args: string[]) => Promise<T>;
  remove: () => void;
}

/** Bundle a script; packages stay what they are, so the bundle lies where they are found. */
export async function buildChild(entry: string): Promise<Child> {
  const folder = mkdtempSync(join(ROOT, 'node_modules/.muster-bench-'));
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      target: 'es2022',
      minify: false,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'child.mjs', chunkFileNames: '[name].mjs' } },
    },
  });
  return {
    run: async <T>(...args: string[]): Promise<T> => {
      const script = join(folder, 'child.mjs');
      const { stdout } = await run(process.execPath, ['--expose-gc', script, ...args], {
        maxBuffer: 1 << 24,
      });
      return JSON.parse(stdout) as T;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
