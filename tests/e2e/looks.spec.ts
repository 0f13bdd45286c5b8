/** Every screen and state, in both languages and themes, on a desktop and on a telephone: no axe violation, and a picture. */
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

async function see(muster: Console, state: string, info: TestInfo): Promise<void> {
  await muster.isAccessible(state);
  const path = info.outputPath(`${state}.png`);
  await muster.page.screenshot({ path });
  await info.attach(state, { path, contentType: 'image/png' });
}

for (const { language, theme, width, height } of LOOKS) {
  test(`${language} ${theme} ${width}×${height}`, async ({ muster, page }, info) => {
    test.setTimeout(400_000);
    await page.setViewportSize({ width, height });
    await muster.prefer(language, theme);
    await muster.open();
    await expect(page.getByRole('heading', { name: muster.say('signIn.title') })).toBeVisible();
    await see(muster, 'sign-in', info);

    // What a session leaves behind that the server no longer took.
    await page.evaluate(() => sessionStorage.setItem('muster.session.taken', 'yes'));
    await page.reload();
    await expect(page.getByText(muster.say('signIn.expired'))).toBeVisible();
    await see(muster, 'session-ended', info);

    await muster.signIn('commander@demo.muster.local', 'muster-demo');
    await muster.ready();
    await see(muster, 'console', info);
    await expect(page.getByRole('button', { name: muster.say('map.fullScreen') })).toBeVisible();
    const cramped = await page
      .getByRole('navigation', { name: muster.say('shell.region.rail') })
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

    await muster.search.fill(language === 'en' ? 'zx' : '中学');
    await expect(page.getByRole('option').first()).toBeVisible();
    await see(muster, 'search', info);
    await page.keyboard.press('Escape');

    await muster.markAt(110.94, 28.02);
    await expect(muster.rows('team').first()).toBeVisible();
    if (width === 390 || height === 900) {
      const whole = (): Promise<number> =>
        muster
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
    await expect(muster.rows('team').first().getByRole('link')).toHaveAttribute('href', /^tel:/);
    for (const kind of RANKED_KINDS) {
      await muster.tab(kind);
      await expect(muster.rows(kind).first()).toBeVisible();
      await muster.still();
      await see(muster, `answer-${kind}`, info);
    }
    await muster.ranking('hazard').locator('button[data-row]').first().click();
    await muster.tab('depot');
    await muster.ranking('depot').locator('button[data-row]').first().click();
    await expect(page).toHaveURL(/sel=depot\./);
    await see(muster, 'card', info);
  });
}
