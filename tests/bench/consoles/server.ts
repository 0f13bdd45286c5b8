/** The real app with the demonstration, in a process of its own, so that it does not share a thread with who asks it. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../../supabase/local/app.ts';
import { backupName } from '../../../supabase/local/backup/rotation.ts';
import { writeBackup } from '../../../supabase/local/backup/write.ts';
import { backupFolder } from '../../../supabase/local/data-folder.ts';
import { demonstration } from '../../../supabase/demo/demonstration.ts';
import { StaticSite } from '../../../supabase/local/static-site.ts';
import { addAccount } from '../../../supabase/local/accounts.ts';
import { PAGE_FILES } from './protocol.ts';
import type { Account, FromServer, ServerOptions, ToServer } from './protocol.ts';

const options = JSON.parse(process.argv[2] ?? '{}') as ServerOptions;

/** As many files as the page has, and as large, so that a console that loads opens as many lines as a browser does. */
const page = mkdtempSync(join(tmpdir(), 'muster-page-'));
for (const file of PAGE_FILES)
  writeFileSync(join(page, file), randomBytes(150_000).toString('hex'));

// The daily backup comes when the benchmark asks for it, and not a minute after the start, whatever is measured then.
const backups = backupFolder(options.dataDir);
mkdirSync(backups, { recursive: true });
writeFileSync(join(backups, backupName('auto', Date.now())), '');
async function backUp(): Promise<number> {
  const began = performance.now();
  await writeBackup(app.engine, join(backups, 'bench.muster-backup'));
  return performance.now() - began;
}

const app = await startApp(
  {
    ...options,
    host: '127.0.0.1',
    port: 0,
    hosts: [],
    demo: true,
    tokenLife: 3600,
    trustProxy: false,
    baseMaps: null,
    page: null,
  },
  { page: new StaticSite(page), demonstration, share: options.share },
);

/** An office's mix: the whole map, the county and a township. */
const places = [
  ['planner', '0'],
  ['commander', '0'],
  ['admin', '0'],
  ['commander', '990101'],
  ['field', '990101'],
  ['viewer', '990101'],
  ['planner', '990101'],
  ['viewer', '990101102'],
] as const;
const accounts: Account[] = [];
for (const [role, districtCode] of places) {
  const account = {
    email: `${role}-${districtCode}@bench.example`,
    password: 'a long word of the bench 7',
  };
  await addAccount(app.engine, { ...account, role, districtCode, displayName: role });
  accounts.push(account);
}
const rows = await app.engine.query<{ id: string }>(`select id from public.team order by id`);

const report = (message: FromServer): void => void process.send?.(message);
process.on('message', (message: ToServer) => {
  if (message.tag === 'work') void app.engine.work().then((work) => report({ tag: 'work', work }));
  else if (message.tag === 'back-up') void backUp().then((ms) => report({ tag: 'backed-up', ms }));
  else void app.stop().finally(() => process.exit());
});
process.on('disconnect', () => process.exit());
report({
  tag: 'ready',
  address: app.address,
  publishableKey: app.publishableKey,
  accounts,
  teams: rows.map(({ id }) => id),
});
