/** The real app as a process for a spec file: embedded backend, the built page, the demonstration district. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { finished, runScript, startAppProcess } from '../../support/app-process.ts';

export interface App {
  readonly address: string;
  readonly dataDir: string;
  /** Runs a command-line tool against the running app. @throws with its output when it fails */
  tool(
    script: 'user' | 'import' | 'demo' | 'backup',
    args: string[],
    input?: string,
  ): Promise<string>;
  /** Stops the server as a pulled plug would, and starts it again on the same folder and port. */
  pullPlug(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

const ROOT = resolve(import.meta.dirname, '../../..');

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'muster-e2e-'));

/** Milliseconds: the demonstration reckons back from the moment it was loaded, and some of its positions are minutes old. */
const FRESH = 5 * 60_000;

/** The demonstration loaded once and copied for each spec file, because loading it takes longer than many a test. */
export class LoadedDemo {
  private loaded: { folder: string; at: number } | null = null;

  /** A data folder of one's own with the demonstration in it. */
  async copy(): Promise<string> {
    const folder = newFolder();
    cpSync(await this.fresh(), folder, { recursive: true });
    return folder;
  }

  forget(): void {
    if (this.loaded !== null) rmSync(this.loaded.folder, { recursive: true, force: true });
    this.loaded = null;
  }

  private async fresh(): Promise<string> {
    if (this.loaded !== null && Date.now() - this.loaded.at < FRESH) return this.loaded.folder;
    this.forget();
    const folder = newFolder();
    const at = Date.now();
    const app = await startAppProcess({
      dataDir: folder,
      env: { MUSTER_DEMO: '1' },
      patience: 180_000,
    });
    // Stopped and not killed: what is copied must be whole, and held by nobody.
    const code = await app.end('SIGTERM');
    if (code !== 0) throw new Error(`the demonstration was not loaded: ${app.output()}`);
    this.loaded = { folder, at };
    return folder;
  }
}

/** @param dataDir a folder to start on, removed at the end; a new one unless given */
export async function startApp(
  env: NodeJS.ProcessEnv = {},
  dataDir: string = newFolder(),
): Promise<App> {
  const options = {
    MUSTER_PAGE: process.env.MUSTER_E2E_PAGE ?? join(ROOT, 'dist'),
    MUSTER_DEMO: '1',
    ...env,
  };
  let running = await startAppProcess({ dataDir, env: options, patience: 180_000 });
  const { port } = new URL(running.address);
  return {
    address: running.address,
    dataDir,
    async tool(script, args, input) {
      const run = runScript(`supabase/tools/${script}.ts`, args, { MUSTER_DATA: dataDir });
      run.child.stdin?.end(input ?? '');
      const { code, output } = await finished(run);
      if (code !== 0) throw new Error(`${script} ${args.join(' ')}: exit ${code}\n${output}`);
      return output;
    },
    async pullPlug() {
      await running.end('SIGKILL');
    },
    async comeBack() {
      running = await startAppProcess({
        dataDir,
        env: { ...options, PORT: port },
        patience: 180_000,
      });
    },
    async stop() {
      await running.end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
