/** Every part of the gallery stands alone, in both languages and colours (tests/gallery). */
import { rmSync } from 'node:fs';
import { startAppProcess } from '../support/app-process.ts';
import { translate } from '../../src/messages/index.ts';
import { expect, keepInside, test } from './driver/test.ts';

test('every part of the gallery is drawn', async ({ demo, page, context }) => {
  test.setTimeout(400_000);
  const outside: string[] = [];
  await keepInside(context, outside);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const dataDir = await demo.copy();
  const app = await startAppProcess({
    dataDir,
    script: 'supabase/tools/dev.ts',
    env: { MUSTER_DEMO: '1' },
    patience: 180_000,
  });
  try {
    await page.goto(`${app.address}/gallery.html?part=answer&language=en&theme=night`);
    const answer = page.locator('[data-part="answer"]');
    // The sources come one by one the first time, and then the register.
    await expect(answer.getByRole('listitem').first()).toBeVisible({ timeout: 120_000 });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
    const list = page.getByRole('navigation', { name: 'gallery' });
    const names = (await list.getByRole('button').allTextContents()).slice(2);
    expect(names.length).toBeGreaterThan(30);
    const seeAll = async (language: 'en' | 'zh-CN'): Promise<void> => {
      const failed = translate(language, 'shell.failed.part', {});
      for (const name of names) {
        await list.getByRole('button', { name, exact: true }).click();
        const part = page.locator(`[data-part="${name}"]`);
        await expect(part.locator('> *').first(), name).toBeVisible();
        await expect(part.getByText(failed), name).toHaveCount(0);
      }
    };
    await seeAll('en');
    await list.getByRole('button', { name: 'en', exact: true }).click();
    await list.getByRole('button', { name: 'night', exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'day');
    await seeAll('zh-CN');
  } finally {
    await app.end('SIGTERM');
    rmSync(dataDir, { recursive: true, force: true });
  }
  expect(errors, 'errors on the page').toEqual([]);
  expect(outside, 'connections to anywhere outside').toEqual([]);
});
