/** The demonstration as the app needs it: the demo district and the demo accounts. */
import { demoSignIns, ensureDemoAccounts, removeDemoAccounts } from './accounts.ts';
import type { Demonstration } from '../local/app.ts';

export const demonstration: Demonstration = {
  // Loaded once in a folder's life: every other start does without making the district.
  async load(engine, progress) {
    const { loadDemo } = await import('./load.ts');
    await loadDemo(engine, new Date(), progress);
  },
  ensureAccounts: ensureDemoAccounts,
  removeAccounts: removeDemoAccounts,
  accounts: demoSignIns,
  async isLoaded(engine) {
    const [row] = await engine.query(
      'select 1 as there from public.district where is_demo limit 1',
    );
    return row !== undefined;
  },
};
