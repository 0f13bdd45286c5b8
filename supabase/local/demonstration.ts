/** The demonstration as the app needs it: the demo district and the demo accounts. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { removeDemoAccounts } from '../tools/accounts.ts';
import { demoSignIns, ensureDemoAccounts } from '../tools/demo-accounts.ts';
import type { ToolDatabase } from '../tools/database.ts';
import type { Demonstration } from './app.ts';

type Load = (db: ToolDatabase, now: Date, progress?: (share: number) => void) => Promise<void>;

export const demonstration: Demonstration = {
  async load(engine, progress) {
    const path = resolve(import.meta.dirname, '../demo/load.ts');
    if (!existsSync(path)) return;
    const { loadDemo } = (await import(pathToFileURL(path).href)) as { loadDemo: Load };
    await loadDemo(engine, new Date(), progress);
  },
  ensureAccounts: ensureDemoAccounts,
  removeAccounts: removeDemoAccounts,
  accounts: demoSignIns,
  async isLoaded(engine) {
    const [row] = await engine.query('select 1 as there from public.district where is_demo limit 1');
    return row !== undefined;
  },
};
