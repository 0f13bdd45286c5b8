/** `npm run demo -- remove | load`: takes the demonstration out with one command, or puts it in. */
import { existsSync } from 'node:fs';
import { loadDemo } from '../demo/load.ts';
import { removeDemo } from '../demo/remove.ts';
import { databaseFolder } from '../local/data-folder.ts';
import { dataFolder } from '../local/settings.ts';
import { Refusal, runCommand, say } from '../local/text.ts';
import { showProgress } from '../local/progress.ts';
import { readArguments } from './arguments.ts';
import { openToolDatabase } from './database.ts';
import { ensureDemoAccounts } from '../demo/accounts.ts';

await runCommand(async () => {
  const { positionals } = readArguments(process.argv.slice(2), {}, 'tools.demoUsage');
  const [verb, ...more] = positionals;
  if ((verb !== 'load' && verb !== 'remove') || more.length > 0)
    throw new Refusal('tools.demoUsage');
  if (verb === 'remove' && !process.env.DATABASE_URL && !existsSync(databaseFolder(dataFolder())))
    throw new Refusal('tools.noDatabase', { folder: dataFolder() });
  const db = await openToolDatabase();
  try {
    if (verb === 'load') {
      await loadDemo(db, new Date(), (share) => showProgress({ step: 'demo', share }));
      // A server outside demo mode has no demo accounts; the app makes them when it starts in demo mode.
      if (db.tier === 'embedded') await ensureDemoAccounts(db);
      console.log(say('tools.demoLoaded'));
      return;
    }
    const { users = 0, ...removed } = await removeDemo(db);
    const rows = Object.values(removed).reduce((sum, count) => sum + count, 0);
    console.log(say('tools.demoRemoved', { rows, accounts: users }));
  } finally {
    await db.close();
  }
});
