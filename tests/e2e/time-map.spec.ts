/** Minutes on the map and in the list: bands of the first team, who cannot come, the route in words, night and rain. */
import type { TestInfo } from '@playwright/test';
import { insertAs, recordNamed, squareAround } from './driver/ask.ts';
import type { App } from './driver/app.ts';
import type { Console } from './driver/console.ts';
import { expect, test } from './driver/test.ts';

/** On a road of the demonstration. */
const SPOT = [110.95, 28.02] as const;

const LOOKS = [
  { language: 'zh-CN', theme: 'day', width: 1440, height: 900 },
  { language: 'en', theme: 'night', width: 1920, height: 1080 },
  { language: 'zh-CN', theme: 'night', width: 390, height: 844 },
  { language: 'en', theme: 'day', width: 390, height: 844 },
] as const;

async function see(desk: Console, state: string, info: TestInfo): Promise<void> {
  await desk.still();
  await desk.isAccessible(state);
  const path = info.outputPath(`${state}.png`);
  await desk.page.screenshot({ path });
  await info.attach(state, { path, contentType: 'image/png' });
}

/** Somebody records a closure around a team's place. */
async function closeAround({ address }: App, name: string): Promise<void> {
  const { lng, lat, districtCode } = await recordNamed(address, 'team', name);
  await insertAs(address, 'commander', 'closure', {
    district_code: districtCode,
    reason: '道路塌方（测试）',
    from_at: new Date(Date.now() - 60_000).toISOString(),
    source: 'test',
    geom: squareAround(lng!, lat!, 0.004),
  });
}

const bandsOf = (desk: Console) =>
  desk.page.getByRole('list', { name: desk.say('timeMap.bands') }).locator('> li');

async function switchBands(desk: Console): Promise<void> {
  const legend = desk.page
    .getByRole('region', { name: desk.say('legend.title') })
    .getByRole('button')
    .first();
  if ((await legend.getAttribute('aria-expanded')) === 'false') await legend.click();
  await desk.page.getByRole('checkbox', { name: desk.say('timeMap.title') }).check();
  await expect(bandsOf(desk)).toHaveCount(6, { timeout: 60_000 });
}

test('bands stand without an incident, stay in the address, and follow a closure by themselves', async ({
  desk,
  app,
  page,
}) => {
  await desk.enterAs('commander');
  await switchBands(desk);
  await expect(page).toHaveURL(/time=1/);
  await expect(bandsOf(desk).last()).toContainText(desk.say('timeMap.beyond', { minutes: 30 }));
  const before = await bandsOf(desk).allInnerTexts();
  await closeAround(app, '县消防救援大队双汊站');
  await expect.poll(() => bandsOf(desk).allInnerTexts(), { timeout: 60_000 }).not.toEqual(before);
  await page.reload();
  await desk.ready();
  await expect(bandsOf(desk)).toHaveCount(6, { timeout: 60_000 });
});

test('rain is said by a person, told with its source, and kept in the address', async ({
  desk,
  page,
}) => {
  await desk.enterAs('commander');
  await desk.markAt(...SPOT);
  await expect(desk.answer).toContainText(desk.say('answer.arrivalNote'), { timeout: 60_000 });
  await desk.answer.getByRole('checkbox', { name: desk.say('answer.slowed.switch') }).check();
  await expect(desk.answer).toContainText('产品默认值');
  await expect(page).toHaveURL(/rain=1/);
});

for (const { language, theme, width, height } of LOOKS) {
  test(`who cannot come, the route in words and the bands: ${language} ${theme} ${width}×${height}`, async ({
    desk,
    app,
    page,
  }, info) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height });
    await desk.prefer(language, theme);
    await desk.enterAs('commander', '#rain=1');
    await desk.markAt(...SPOT);
    await desk.tab('team');
    await expect(desk.answer).toContainText(desk.say('answer.arrivalNote'), { timeout: 60_000 });
    // The nearest by straight line is cut off: told at its place, in the group, and on paper.
    await closeAround(app, '县供电公司应急抢修队');
    const note = desk
      .ranking('team')
      .getByRole('button', { name: /县供电公司应急抢修队/ })
      .first();
    await expect(note).toContainText('道路塌方（测试）', { timeout: 60_000 });
    const group = desk.answer.getByRole('list', { name: desk.say('answer.unreachable.title') });
    const title = desk.answer.getByText(desk.say('answer.unreachable.title'), { exact: true });
    if (!(await group.isVisible())) await title.click();
    await expect(group.locator('li').first()).toContainText('县供电公司应急抢修队');
    await see(desk, 'arrival', info);
    await title.scrollIntoViewIfNeeded();
    await see(desk, 'unreachable', info);

    await desk.rows('team').first().locator('button[data-row]').click();
    const [name = ''] = await desk.rankedNames('team');
    const card = page.getByRole('region', { name: desk.say('card.region', { name }) });
    await card.getByText(desk.say('route.summary'), { exact: true }).click();
    const steps = card.getByRole('list', { name: desk.say('route.list') }).getByRole('button');
    await steps.first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(steps.nth(1)).toBeFocused();
    await see(desk, 'way', info);
    await card.getByRole('button', { name: desk.say('card.close') }).click();

    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('[data-print-sheet]')).toContainText(
      desk.say('route.titleFrom', { name }),
    );
    await expect(page.locator('[data-print-sheet]')).toContainText('县供电公司应急抢修队');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));

    if (width < 760)
      await page.getByRole('button', { name: desk.say('shell.sheet.lower') }).click();
    await switchBands(desk);
    await see(desk, 'bands', info);
  });
}
