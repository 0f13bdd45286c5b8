/** The programs of node_modules, each run with this very Node. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** What the checks remember of the last time, in a folder that a new installation empties. */
export const CACHE = 'node_modules/.cache/checks';

/** Runs a program and shows what it prints as it comes. @returns whether it ended well */
export function run(script: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  return started(script, args, 'inherit', env).then(({ ok }) => ok);
}

/** Runs a program beside others: what it prints is kept, so that they do not write between each other's lines. */
export function runQuietly(
  script: string,
  args: string[],
): Promise<{ ok: boolean; printed: string }> {
  return started(script, args, 'pipe', {});
}

function started(
  script: string,
  args: string[],
  output: 'inherit' | 'pipe',
  env: NodeJS.ProcessEnv,
): Promise<{ ok: boolean; printed: string }> {
  const child = spawn(process.execPath, [resolve(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    stdio: ['inherit', output, output],
    env: { ...process.env, ...env },
  });
  let printed = '';
  const keep = (part: Buffer): void => void (printed += part.toString());
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return new Promise((done) => {
    child.once('error', (error) => done({ ok: false, printed: `${printed}${error.message}\n` }));
    child.once('close', (code) => done({ ok: code === 0, printed }));
  });
}
