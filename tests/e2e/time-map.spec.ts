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

async function see(muster: Console, state: string, info: TestInfo): Promise<void> {
  await muster.still();
  await muster.isAccessible(state);
  const path = info.outputPath(`${state}.png`);
  await muster.page.screenshot({ path });
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

const bandsOf = (muster: Console) =>
  muster.page.getByRole('list', { name: muster.say('timeMap.bands') }).locator('> li');

async function switchBands(muster: Console): Promise<void> {
  const legend = muster.page
    .getByRole('region', { name: muster.say('legend.title') })
    .getByRole('button')
    .first();
  if ((await legend.getAttribute('aria-expanded')) === 'false') await legend.click();
  await muster.page.getByRole('checkbox', { name: muster.say('timeMap.title') }).check();
  await expect(bandsOf(muster)).toHaveCount(6, { timeout: 60_000 });
}

test('bands stand without an incident, stay in the address, and follow a closure by themselves', async ({
  muster,
  app,
  page,
}) => {
  await muster.enterAs('commander');
  await switchBands(muster);
  await expect(page).toHaveURL(/time=1/);
  await expect(bandsOf(muster).last()).toContainText(muster.say('timeMap.beyond', { minutes: 30 }));
  const before = await bandsOf(muster).allInnerTexts();
  await closeAround(app, '县消防救援大队双汊站');
  await expect.poll(() => bandsOf(muster).allInnerTexts(), { timeout: 60_000 }).not.toEqual(before);
  await page.reload();
  await muster.ready();
  await expect(bandsOf(muster)).toHaveCount(6, { timeout: 60_000 });
});

test('rain is said by a person, told with its source, and kept in the address', async ({
  muster,
  page,
}) => {
  await muster.enterAs('commander');
  await muster.markAt(...SPOT);
  await expect(muster.answer).toContainText(muster.say('answer.arrivalNote'), { timeout: 60_000 });
  await muster.answer.getByRole('checkbox', { name: muster.say('answer.slowed.switch') }).check();
  await expect(muster.answer).toContainText('产品默认值');
  await expect(page).toHaveURL(/rain=1/);
});

for (const { language, theme, width, height } of LOOKS) {
  test(`who cannot come, the route in words and the bands: ${language} ${theme} ${width}×${height}`, async ({
    muster,
    app,
    page,
  }, info) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height });
    await muster.prefer(language, theme);
    await muster.enterAs('commander', '#rain=1');
    await muster.markAt(...SPOT);
    await muster.tab('team');
    await expect(muster.answer).toContainText(muster.say('answer.arrivalNote'), {
      timeout: 60_000,
    });
    // The nearest by straight line is cut off: told at its place, in the group, and on paper.
    await closeAround(app, '县供电公司应急抢修队');
    const note = muster
      .ranking('team')
      .getByRole('button', { name: /县供电公司应急抢修队/ })
      .first();
    await expect(note).toContainText('道路塌方（测试）', { timeout: 60_000 });
    const group = muster.answer.getByRole('list', { name: muster.say('answer.unreachable.title') });
    const title = muster.answer.getByText(muster.say('answer.unreachable.title'), { exact: true });
    if (!(await group.isVisible())) await title.click();
    await expect(group.locator('li').first()).toContainText('县供电公司应急抢修队');
    await see(muster, 'arrival', info);
    await title.scrollIntoViewIfNeeded();
    await see(muster, 'unreachable', info);

    await muster.rows('team').first().locator('button[data-row]').click();
    const [name = ''] = await muster.rankedNames('team');
    const card = page.getByRole('region', { name: muster.say('card.region', { name }) });
    await card.getByText(muster.say('route.summary'), { exact: true }).click();
    const steps = card.getByRole('list', { name: muster.say('route.list') }).getByRole('button');
    await steps.first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(steps.nth(1)).toBeFocused();
    await see(muster, 'way', info);
    await card.getByRole('button', { name: muster.say('card.close') }).click();

    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('[data-print-sheet]')).toContainText(
      muster.say('route.titleFrom', { name }),
    );
    await expect(page.locator('[data-print-sheet]')).toContainText('县供电公司应急抢修队');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));

    if (width < 760)
      await page.getByRole('button', { name: muster.say('shell.sheet.lower') }).click();
    await switchBands(muster);
    await see(muster, 'bands', info);
  });
}
