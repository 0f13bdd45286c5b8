/** The real app with the demonstration, in a process of its own, so that it does not share a thread with who asks it. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../../supabase/local/app.ts';
import { demonstration } from '../../../supabase/local/demonstration.ts';
import { StaticSite } from '../../../supabase/local/static-site.ts';
import { addAccount } from '../../../supabase/tools/accounts.ts';
import type { Account, FromServer, ServerOptions, ToServer } from './protocol.ts';

const options = JSON.parse(process.argv[2] ?? '{}') as ServerOptions;
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
  { page: new StaticSite(mkdtempSync(join(tmpdir(), 'muster-no-page-'))), demonstration, share: options.share },
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
  const account = { email: `${role}-${districtCode}@bench.example`, password: 'a long word of the bench 7' };
  await addAccount(app.engine, { ...account, role, districtCode, displayName: role });
  accounts.push(account);
}
const rows = await app.engine.query<{ id: string }>(`select id from public.team order by id`);

const tell = (message: FromServer): void => void process.send?.(message);
process.on('message', (message: ToServer) => {
  if (message.tag === 'work') void app.engine.work().then((work) => tell({ tag: 'work', work }));
  else void app.stop().finally(() => process.exit());
});
process.on('disconnect', () => process.exit());
tell({
  tag: 'ready',
  address: app.address,
  publishableKey: app.publishableKey,
  accounts,
  teams: rows.map(({ id }) => id),
});
