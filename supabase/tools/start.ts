/** `npm start`: builds what it must, starts the app and says where it is and how to sign in. */
import { demoEmails, DEMO_PASSWORD } from '../demo/accounts.ts';
import { startApp } from '../local/app.ts';
import type { RunningApp } from '../local/app.ts';
import { backupFolder } from '../local/data-folder.ts';
import { isDiskFull } from '../local/database-trouble.ts';
import { demonstration } from '../demo/demonstration.ts';
import { BUILT, buildPage, pageIsStale } from '../local/page.ts';
import { showProgress } from '../local/progress.ts';
import { readSettings } from '../local/settings.ts';
import type { Settings } from '../local/settings.ts';
import { Refusal, runCommand, say } from '../local/text.ts';
import { StaticSite } from '../local/static-site.ts';

/** Address, accounts, folder: everything a person needs to begin. */
export async function greet(
  app: RunningApp,
  { dataDir, host, hosts, trustProxy }: Pick<Settings, 'dataDir' | 'host' | 'hosts' | 'trustProxy'>,
): Promise<void> {
  console.log(`\n${say('gateway.ready', { address: app.address })}\n`);
  const emails = app.demo ? await demoEmails(app.engine) : [];
  if (emails.length > 0) console.log(say('gateway.signInDemo', { password: DEMO_PASSWORD }));
  for (const email of emails) console.log(`  ${email}`);
  if (emails.length === 0) console.log(say('gateway.signInReal'));
  console.log(`\n${say('gateway.dataKept', { folder: dataDir })}`);
  console.log(say('gateway.backupsKept', { folder: backupFolder(dataDir) }));
  if (['127.0.0.1', 'localhost', '::1'].includes(host)) {
    // Whoever names this machine by another name reaches it through something in front of it.
    if (hosts.length > 0 && !trustProxy)
      console.log(
        say('gateway.proxyExpected', { hosts: hosts.join(', '), name: 'MUSTER_TRUST_PROXY' }),
      );
    return;
  }
  console.log(say('gateway.openToNetwork', { host }));
  if (app.demo) console.log(say('gateway.demoToNetwork'));
}

/** What is said when the database breaks under a running app. */
function lastWords(dataDir: string, error: Error): string {
  if (isDiskFull(dataDir, error)) return say('gateway.diskFull', { folder: dataDir });
  if (error instanceof Refusal) return error.message;
  return say('gateway.databaseBroken', { reason: error.message });
}

/** Stops the app once, on whichever signal comes first, and leaves when everything is closed. */
export function stopOnSignals(
  app: RunningApp,
  dataDir: string,
  before: () => Promise<void> = () => Promise.resolve(),
): void {
  void app.broken.then((error) => {
    console.error(lastWords(dataDir, error));
    process.exit(1);
  });
  const stop = (): void => {
    console.log(say('gateway.stopping'));
    void runCommand(async () => {
      await before();
      await app.stop();
    }).finally(() => process.exit());
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.once('SIGHUP', stop);
}

if (process.argv[1] === import.meta.filename)
  await runCommand(async () => {
    const settings = readSettings();
    if (!settings.page && pageIsStale()) {
      console.log(say('gateway.building'));
      await buildPage();
    }
    const page = new StaticSite(settings.page ?? BUILT);
    const app = await startApp(settings, { page, demonstration, onProgress: showProgress });
    stopOnSignals(app, settings.dataDir);
    await greet(app, settings);
  });
