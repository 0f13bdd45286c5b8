/** Every screen and state, in both languages and themes, on a desk and on a telephone: no axe violation, and a picture. */
import type { TestInfo } from '@playwright/test';
import { RANKED_KINDS } from '../../src/core/ranking/types.ts';
import type { Console } from './driver/console.ts';
import { expect, test } from './driver/test.ts';

const LOOKS = [
  { language: 'zh-CN', theme: 'day', width: 1440, height: 900 },
  { language: 'en', theme: 'night', width: 1920, height: 1080 },
  { language: 'zh-CN', theme: 'night', width: 390, height: 844 },
  { language: 'en', theme: 'day', width: 390, height: 844 },
] as const;

async function see(desk: Console, state: string, info: TestInfo): Promise<void> {
  await desk.isAccessible(state);
  const path = info.outputPath(`${state}.png`);
  await desk.page.screenshot({ path });
  await info.attach(state, { path, contentType: 'image/png' });
}

for (const { language, theme, width, height } of LOOKS) {
  test(`${language} ${theme} ${width}×${height}`, async ({ desk, page }, info) => {
    test.setTimeout(400_000);
    await page.setViewportSize({ width, height });
    await desk.prefer(language, theme);
    await desk.open();
    await expect(page.getByRole('heading', { name: desk.say('signIn.title') })).toBeVisible();
    await see(desk, 'sign-in', info);

    // What a session leaves behind that the server no longer took.
    await page.evaluate(() => sessionStorage.setItem('muster.session.taken', 'yes'));
    await page.reload();
    await expect(page.getByText(desk.say('signIn.expired'))).toBeVisible();
    await see(desk, 'session-ended', info);

    await desk.signIn('commander@demo.muster.local', 'muster-demo');
    await desk.ready();
    await see(desk, 'console', info);
    await expect(page.getByRole('button', { name: desk.say('map.fullScreen') })).toBeVisible();
    const cramped = await page
      .getByRole('navigation', { name: desk.say('shell.region.rail') })
      .locator('a, button')
      .evaluateAll((items) =>
        items.flatMap((item) => {
          const words = document.createRange();
          words.selectNodeContents(item);
          const isText = item.textContent.trim() !== '';
          return isText && words.getBoundingClientRect().width > item.clientWidth - 8
            ? [item.textContent]
            : [];
        }),
      );
    expect(cramped, 'labels that touch the edges of their rail').toEqual([]);

    await desk.search.fill(language === 'en' ? 'zx' : '中学');
    await expect(page.getByRole('option').first()).toBeVisible();
    await see(desk, 'search', info);
    await page.keyboard.press('Escape');

    await desk.markAt(110.94, 28.02);
    await expect(desk.rows('team').first()).toBeVisible();
    if (width === 390 || height === 900) {
      const whole = (): Promise<number> =>
        desk
          .rows('team')
          .evaluateAll(
            (rows) =>
              rows.filter((row) => row.getBoundingClientRect().bottom <= window.innerHeight).length,
          );
      // The sheet rises and roads take the place of straight lines before it stands as it will.
      await expect
        .poll(whole, { message: 'rows in sight without scrolling' })
        .toBeGreaterThanOrEqual(width === 390 ? 3 : 6);
    }
    await expect(desk.rows('team').first().getByRole('link')).toHaveAttribute('href', /^tel:/);
    for (const kind of RANKED_KINDS) {
      await desk.tab(kind);
      await expect(desk.rows(kind).first()).toBeVisible();
      await desk.still();
      await see(desk, `answer-${kind}`, info);
    }
    await desk.ranking('hazard').locator('button[data-row]').first().click();
    await desk.tab('depot');
    await desk.ranking('depot').locator('button[data-row]').first().click();
    await expect(page).toHaveURL(/sel=depot\./);
    await see(desk, 'card', info);
  });
}
