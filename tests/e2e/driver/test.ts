/** Playwright's `test` with the running app and a console; every spec also proves that nothing outside is asked for. */
import { test as base, expect } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';
import { LoadedDemo, startApp } from './app.ts';
import type { App } from './app.ts';
import { Console } from './console.ts';

interface Fixtures {
  outside: string[];
  app: App;
  muster: Console;
}

interface WorkerFixtures {
  demo: LoadedDemo;
  appOf: (file: string) => Promise<App>;
}

/** Lets a context reach this machine only and notes every other attempt. */
export async function keepInside(context: BrowserContext, outside: string[]): Promise<void> {
  await context.route(
    (url) => !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname),
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  demo: [
    // Playwright reads from the pattern which fixtures are wanted; `browserName` costs nothing.
    async ({ browserName }, provide) => {
      expect(browserName).toBe('chromium');
      const demo = new LoadedDemo();
      await provide(demo);
      demo.forget();
    },
    { scope: 'worker' },
  ],
  // The tests of one file share an app on a copy of the demonstration; no file finds what another one left behind.
  appOf: [
    async ({ demo }, provide) => {
      let running: { file: string; app: App } | null = null;
      await provide(async (file) => {
        if (running?.file === file) return running.app;
        await running?.app.stop();
        running = { file, app: await startApp({}, await demo.copy()) };
        return running.app;
      });
      await (running as { app: App } | null)?.app.stop();
    },
    { scope: 'worker' },
  ],
  // Starting has a patience of its own: on a busy machine it must not eat up the time of the first test.
  app: [
    async ({ appOf }, provide, info) => provide(await appOf(info.file)),
    { scope: 'test', timeout: 400_000 },
  ],
  outside: async ({ context }, provide) => {
    const outside: string[] = [];
    await keepInside(context, outside);
    await provide(outside);
    expect(outside, 'connections to anywhere outside').toEqual([]);
  },
  muster: async ({ page, app, outside }, provide) => {
    const muster = new Console(page, app.address);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy|violates/i.test(message.text()))
        errors.push(message.text());
    });
    await provide(muster);
    expect(outside).toEqual([]);
    expect(errors, 'errors on the page').toEqual([]);
  },
});

export { expect };
