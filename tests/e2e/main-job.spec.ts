/** A commander's question: who is nearest to this place, why, and who was left out? */
import { distance } from '@turf/turf';
import { Closures } from './driver/closures.ts';
import { Console } from './driver/console.ts';
import { recordsOf } from './driver/register.ts';
import { expect, test } from './driver/test.ts';

test('marks an incident by clicking the map and reads who is nearest', async ({ muster, page }) => {
  await muster.enterAs('commander');
  await page.getByRole('button', { name: muster.say('incident.mark.onMap') }).click();
  await muster.still();
  await page.locator('section[data-map-ready="true"]').click({ position: { x: 420, y: 380 } });
  await expect(muster.answer).toBeVisible();
  expect(await muster.rankedIds('team')).toHaveLength(10);
  await expect(muster.answer).toContainText(muster.say('answer.arrivalNote'), { timeout: 60_000 });
  await expect(muster.answer).toContainText(muster.say('answer.leftOut.title'));
  await expect(page.getByText(muster.say('shell.demo.badge')).first()).toBeVisible();
});

test('ranks as a sort by distance does', async ({ muster, app }) => {
  await muster.enterAs('commander');
  // Hazards do not move, so that the straight line ranks them. The oracle knows points; areas are measured to their edge,
  // which other tests try.
  const hazards = await recordsOf(app.address, 'hazard');
  const points = hazards.flatMap(({ id, lng, lat, geometry }) =>
    lng === null || lat === null || geometry !== null ? [] : [{ id, at: [lng, lat] as const }],
  );
  expect(points.length).toBeGreaterThan(20);
  for (const start of [points[0], points[7], points[15]]) {
    if (start === undefined) throw new Error('too few hazards');
    const spot = [start.at[0] + 0.013, start.at[1] - 0.007] as const;
    await muster.markAt(spot[0], spot[1]);
    await muster.tab('hazard');
    const known = new Set(points.map(({ id }) => id));
    const shown = (await muster.rankedIds('hazard')).filter((id) => known.has(id));
    expect(shown.length).toBeGreaterThan(5);
    const sorted = points
      .map(({ id, at }) => ({ id, metres: distance([...spot], [...at], { units: 'meters' }) }))
      .sort((a, b) => a.metres - b.metres || (a.id < b.id ? -1 : 1))
      .map((row) => row.id);
    expect(shown).toEqual(sorted.slice(0, shown.length));
  }
});

test('works by keyboard alone, from the question to the place', async ({ muster, page }) => {
  await muster.enterAs('commander');
  await page.keyboard.press('/');
  await expect(muster.search).toBeFocused();
  await page.keyboard.type('110.95, 28.05');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(muster.answer).toBeVisible();
  const rows = muster.ranking('team').locator('button[data-row]');
  await expect(rows.first()).toBeVisible();
  await expect(muster.answer).toBeFocused();
  for (
    let i = 0;
    i < 10 && !(await rows.first().evaluate((row) => row === document.activeElement));
    i++
  )
    await page.keyboard.press('Tab');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sel=team\./);
  // A second search writes over the first.
  await page.keyboard.press('/');
  await page.keyboard.type('110.9, 28');
  await expect(muster.search).toHaveValue('110.9, 28');
});

test('jumping to a part of the page keeps the picture', async ({ muster, page }) => {
  await muster.enterAs('commander');
  await muster.markAt(110.95, 28.05);
  await muster.title.fill('还没有保存（测试）');
  await muster.tab('depot');
  await expect(page).toHaveURL(/tab=depot/);
  const shown = page.url();
  for (const [link, part] of [
    ['shell.skip.map', '#map'],
    ['shell.skip.search', '#search input'],
    ['shell.skip.answer', '#answer'],
  ] as const) {
    await page.getByRole('link', { name: muster.say(link) }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator(part)).toBeFocused();
  }
  expect(page.url()).toBe(shown);
  await expect(muster.title).toHaveValue('还没有保存（测试）');
  // Also where somebody comes by such a link.
  await page.evaluate(() => (location.hash = '#answer'));
  await expect(page).toHaveURL(shown);
  await expect(muster.title).toHaveValue('还没有保存（测试）');
});

test('Enter pressed before the names are ready takes the first answer when it comes', async ({
  muster,
  page,
}) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/assets\/pinyin-readings/, async (route) => {
    await held;
    await route.continue();
  });
  await muster.enterAs('commander');
  await muster.search.fill('zx');
  await page.keyboard.press('Enter');
  await expect(page.getByText(muster.say('search.preparing'))).toBeVisible();
  release();
  // A record or an incident: whichever the register's own day puts first.
  await expect(page).toHaveURL(/(sel|in)=/);
});

test('keeps two unsaved incidents apart: each its place and words, over a reload, saved one by one', async ({
  muster,
  page,
}) => {
  await muster.enterAs('commander');
  await muster.markAt(110.96, 28.04);
  await muster.title.fill('双汊镇火灾（测试）');
  await muster.sayKind('fire');
  await muster.markAt(110.9, 28.0);
  await expect(muster.title).toHaveValue('');
  const others = page.getByRole('group', { name: muster.say('incident.unsaved.list') });
  // What is kept over a reload is written a moment later.
  await expect(page).toHaveURL(/at=110\.9,28/);
  await page.reload();
  await muster.ready();
  await others.getByRole('button', { name: '双汊镇火灾（测试）' }).click();
  await expect(muster.title).toHaveValue('双汊镇火灾（测试）');
  await expect(page).toHaveURL(/at=110\.96,28\.04,fire/);
  // Moved by hand on the map, and taken back.
  await muster.still();
  const at = await new Closures(muster).at([110.96, 28.04]);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 40, at.y - 30, { steps: 4 });
  await page.mouse.up();
  await expect(page).not.toHaveURL(/at=110\.96,28\.04,fire/);
  const notices = page.getByRole('region', { name: muster.say('shell.region.notices') });
  await notices.getByRole('button', { name: muster.say('shell.notice.undo') }).click();
  await expect(page).toHaveURL(/at=110\.96,28\.04,fire/);
  await page.getByRole('button', { name: muster.say('incident.save'), exact: true }).click();
  await expect(page.getByRole('heading', { name: '双汊镇火灾（测试）' })).toBeVisible();
  await page.getByRole('button', { name: muster.say('incident.leave') }).click();
  const unsaved = page.getByRole('list', { name: muster.say('incident.unsaved.list') });
  await expect(unsaved.getByRole('listitem')).toHaveCount(1);
  await unsaved.getByRole('button', { name: muster.say('incident.discard') }).click();
  await expect(unsaved).toHaveCount(0);
});

test('saves, edits, closes and reopens an incident', async ({ muster, page }) => {
  await muster.enterAs('commander');
  await muster.markAt(110.96, 28.04);
  await muster.saveIncident('河堤渗水（测试）');
  await page.getByRole('button', { name: muster.say('incident.edit') }).click();
  await muster.title.fill('河堤管涌（测试）');
  await page.getByRole('button', { name: muster.say('incident.saveChanges') }).click();
  await expect(page.getByRole('heading', { name: '河堤管涌（测试）' })).toBeVisible();
  await page.getByRole('button', { name: muster.say('incident.close') }).click();
  await expect(page.getByRole('button', { name: muster.say('incident.reopen') })).toBeVisible();
  await page.getByRole('button', { name: muster.say('incident.reopen') }).click();
  await expect(page.getByRole('button', { name: muster.say('incident.close') })).toBeVisible();
  await page.getByRole('button', { name: muster.say('incident.leave') }).click();
  await expect(page.getByRole('list', { name: muster.say('incident.list.open') })).toContainText(
    '河堤管涌（测试）',
  );
});

test('narrows by what a person asks, and says what fell out', async ({ muster, page }) => {
  await muster.enterAs('commander');
  await muster.markAt(110.95, 28.05);
  const before = await muster.rankedIds('team');
  await muster.openConditions();
  await page.getByLabel(muster.say('answer.filter.radius'), { exact: false }).first().fill('3');
  await expect(muster.answer).toContainText(muster.say('answer.leftOut.outside-radius'));
  const after = await muster.rows('team').count();
  expect(after).toBeLessThan(before.length);
});

test('copies the list as plain text with its time and its doubts', async ({
  muster,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await muster.enterAs('commander');
  await muster.markAt(110.95, 28.05);
  const names = await muster.rankedNames('team');
  await page.getByRole('button', { name: muster.say('answer.copy') }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain(muster.say('answer.text.order'));
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain(muster.say('answer.text.demo'));
  for (const name of names) expect(text).toContain(name);
});

test('the list on paper splits no number', async ({ muster, page }, info) => {
  await muster.enterAs('commander');
  await muster.markAt(110.95, 28.05);
  await muster.rankedIds('team');
  await page.pdf({ path: info.outputPath('sheet.pdf'), format: 'A4' });
  // A4 between its margins, in CSS pixels.
  await page.setViewportSize({ width: 718, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const cells = page
    .locator('[data-print-sheet] tbody tr')
    .locator('td:first-child, td:nth-child(3) span');
  // The end of the printing above may be told late, and takes the sheet away.
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect(cells).toHaveCount(20, { timeout: 2_000 });
  }).toPass();
  const split = await cells.evaluateAll((all) =>
    all.flatMap((cell) => {
      const words = document.createRange();
      words.selectNodeContents(cell);
      const lines = new Set([...words.getClientRects()].map(({ top }) => Math.round(top)));
      return lines.size === 1 ? [] : [cell.textContent];
    }),
  );
  expect(split).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(718);
});

test('a link shows a colleague the same picture', async ({ muster, page, context }) => {
  await muster.enterAs('commander');
  await muster.markAt(110.97, 28.03);
  await muster.tab('depot');
  await muster.still();
  const shown = await muster.rankedIds('depot');
  const link = new URL(page.url()).hash;
  const colleague = await context.newPage();
  const other = new Console(colleague, muster.address);
  await other.enterAs('planner', link);
  await expect.poll(() => other.rankedIds('depot')).toEqual(shown);
  const view = (url: string) => /map=([^&]+)/.exec(url)?.[1];
  expect(view(colleague.url())).toBe(view(page.url()));
});
