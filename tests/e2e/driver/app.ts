/** The real app as a process for a spec file: embedded backend, the built page, the demonstration district. */
import { mkdtempSync, rmSync } from 'node:fs';
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

export async function startApp(env: NodeJS.ProcessEnv = {}): Promise<App> {
  const dataDir = mkdtempSync(join(tmpdir(), 'muster-e2e-'));
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
