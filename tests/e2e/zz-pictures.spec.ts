import { test, expect } from './driver/test.ts';
const OUT = process.env.SHOTS ?? '/tmp/shots';
for (const [w, h] of [
  [1440, 900],
  [390, 844],
] as const)
  for (const [language, theme] of [
    ['zh-CN', 'day'],
    ['en', 'night'],
  ] as const)
    test(`shots ${w} ${language}`, async ({ desk, page }) => {
      await page.setViewportSize({ width: w, height: h });
      await desk.prefer(language, theme);
      await desk.enterAs('commander');
      await desk.markAt(110.94, 28.02);
      await expect(desk.answer).toContainText(desk.say('answer.arrivalNote'), { timeout: 60_000 });
      await desk.still();
      await page.screenshot({ path: `${OUT}/answer-${w}-${language}.png` });
      const first = desk.rows('team').nth(1);
      await first.scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${OUT}/answer-list-${w}-${language}.png` });
      await first.locator('button[data-row]').click();
      await page.waitForTimeout(1500);
      await desk.still();
      await page.screenshot({ path: `${OUT}/card-${w}-${language}.png` });
    });
