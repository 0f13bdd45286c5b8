/** The app on either tier, for what must hold on both. */
import { startTestApp } from './embedded.ts';
import type { TestApp, TestAppOptions } from './embedded.ts';
import { findPostgres, startPostgres } from './postgres.ts';

/** `here`: whether what the tier needs is on this machine. */
export const TIERS = [
  { tier: 'embedded', here: true },
  { tier: 'server', here: findPostgres() !== null },
] as const;
export type Tier = (typeof TIERS)[number]['tier'];

/** An app with an empty register; stopping it stops its database too. */
export async function startTier(
  tier: Tier,
  options: Omit<TestAppOptions, 'settings'> = {},
): Promise<TestApp> {
  const postgres = tier === 'server' ? await startPostgres() : null;
  const databaseUrl = (await postgres?.createDatabase('prepared')) ?? null;
  const settings = { databaseUrl, jwtSecret: 'a secret that is long enough for it' };
  const app = await startTestApp({ ...options, settings });
  return {
    ...app,
    async stop() {
      await app.stop();
      await postgres?.stop();
    },
  };
}
