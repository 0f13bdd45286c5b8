/** The real app as its own process, to be asked over HTTP and to be killed. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(import.meta.dirname, '../..');

export interface AppProcess {
  readonly address: string;
  readonly publishableKey: string;
  readonly child: ChildProcess;
  /** Everything it has printed so far. */
  output(): string;
  /** Sends a signal and waits for the end. @returns its exit code (null when the signal ended it) */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface AppProcessOptions {
  dataDir: string;
  env?: NodeJS.ProcessEnv;
  /** Another one than `npm start`'s. */
  script?: 'supabase/tools/dev.ts';
  /** A module to load before the app (as `node --import`). */
  preload?: string;
  /** Milliseconds to wait for its address. */
  patience?: number;
}

/** Runs a script of the project with its output collected. */
export function runScript(
  script: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  preload?: string,
): { child: ChildProcess; output: () => string } {
  const before = preload ? ['--import', pathToFileURL(preload).href] : [];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', ...before, resolve(ROOT, script), ...args],
    {
      cwd: ROOT,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, MUSTER_LANG: 'en', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  // A test that fails or runs out of time leaves nothing running.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('close', () => process.removeListener('exit', kill));
  let output = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr.on('data', (part: Buffer) => (output += part.toString()));
  return { child, output: () => output };
}

/** Waits for a script's end. */
export async function finished(run: {
  child: ChildProcess;
  output: () => string;
}): Promise<{ code: number | null; output: string }> {
  const { child } = run;
  const code = await new Promise<number | null>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode);
    else child.once('close', done);
  });
  return { code, output: run.output() };
}

/** A page to serve where the page is not what is tested: nothing has to be built. */
export function smallPage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-page-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Muster</title>');
  return folder;
}

/** Starts `npm start`'s own script (or another one) on a free port and waits until it says its address. */
export async function startAppProcess(options: AppProcessOptions): Promise<AppProcess> {
  const run = runScript(
    options.script ?? 'supabase/tools/start.ts',
    [],
    {
      MUSTER_DATA: options.dataDir,
      MUSTER_PAGE: smallPage(),
      PORT: '0',
      MUSTER_DEMO: '0',
      ...options.env,
    },
    options.preload,
  );
  const { child, output } = run;
  const address = await new Promise<string>((done, fail) => {
    const late = setTimeout(
      () => fail(new Error(`no address: ${output()}`)),
      options.patience ?? 240_000,
    );
    const look = (): void => {
      const said = /running: (http:\/\/\S+)/.exec(output())?.[1];
      if (said) {
        clearTimeout(late);
        done(said);
      }
    };
    child.stdout?.on('data', look);
    child.once('close', () => {
      clearTimeout(late);
      fail(new Error(output()));
    });
  });
  const config = (await (await fetch(`${address}/muster-config.json`)).json()) as {
    publishableKey: string;
  };
  return {
    address,
    publishableKey: config.publishableKey,
    child,
    output,
    async end(signal) {
      child.kill(signal);
      return (await finished(run)).code;
    },
  };
}
