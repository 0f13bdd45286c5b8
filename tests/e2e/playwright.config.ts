import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, provideBrowser } from '../support/browser.ts';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  timeout: 300_000,
  expect: { timeout: 20_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [['line']],
  use: {
    // The looks have spec files of their own; elsewhere a small office screen, which software draws at half the cost.
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    // Without a film of every frame, which software would have to draw a second time; the page itself is in the trace.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: { executablePath: provideBrowser(), args: BROWSER_FLAGS },
  },
});
