/** A clerk keeps the register: makes, corrects, places, archives, restores, merges; nothing is lost and nothing deleted. */
import type { Browser } from '@playwright/test';
import type { App } from './driver/app.ts';
import { Console } from './driver/console.ts';
import { RegisterScreen } from './driver/register-screen.ts';
import { recordsOf } from './driver/register.ts';
import { expect, keepInside, test } from './driver/test.ts';

async function colleague(browser: Browser, app: App, outside: string[]): Promise<RegisterScreen> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  await keepInside(context, outside);
  const other = new Console(await context.newPage(), app.address);
  await other.enterAs('admin');
  return new RegisterScreen(other);
}

test('a new shelter: what is wrong is said, unknown stays unknown, coordinates in GCJ-02, then undone', async ({
  muster,
  app,
}) => {
  const register = new RegisterScreen(muster);
  await muster.enterAs('planner');
  await register.open('shelter');
  await register.add('shelter');
  await register.save();
  await expect(register.form).toContainText(muster.say('register.fault.required'));
  await register.field('name').fill('测试避难点');
  await register.field('kind').fill('学校操场');
  await register.field('capacity').fill('约五百');
  await register.save();
  await expect(register.form).toContainText(muster.say('register.fault.not-a-number'));
  await register.field('capacity').fill('');
  await register.typeCoordinates('高德 110.945, 28.018');
  await register.save();
  await register.isNotified('shell.notice.recordCreated', { name: '测试避难点' });

  const saved = (await recordsOf(app.address, 'shelter')).find(({ name }) => name === '测试避难点');
  expect(saved).toMatchObject({ kind: '学校操场', capacity: null, state: 'unknown', version: 1 });
  // GCJ-02 lies some hundred metres beside WGS-84 here: what was typed was converted.
  expect(Math.abs((saved?.lng ?? 0) - 110.945)).toBeGreaterThan(0.001);
  expect(saved?.districtCode).not.toBe('0');

  await register.undo();
  await register.isNotified('shell.notice.recordUndone', { name: '测试避难点' });
  expect((await recordsOf(app.address, 'shelter')).some(({ name }) => name === '测试避难点')).toBe(
    false,
  );
});

test('a depot is placed by a click on the map and keeps its draft over a reload', async ({
  muster,
  page,
  app,
}) => {
  const register = new RegisterScreen(muster);
  await muster.enterAs('planner');
  await register.open('depot');
  await register.add('depot');
  await register.field('name').fill('点选物资库');
  await register.press('register.place.click');
  await muster.still();
  const map = page.locator('#map canvas').first();
  await map.click({ position: { x: 400, y: 400 } });
  await expect(register.form).toContainText(/110\.\d{6}, 2[78]\.\d{6}/);

  await page.reload();
  await muster.ready();
  await expect(register.field('name')).toHaveValue('点选物资库');
  await register.save();
  await register.isNotified('shell.notice.recordCreated', { name: '点选物资库' });
  const saved = (await recordsOf(app.address, 'depot')).find(({ name }) => name === '点选物资库');
  expect(saved?.lng).toBeGreaterThan(110);
});

test('a save over someone else’s shows both versions, and nothing is overwritten unseen', async ({
  muster,
  browser,
  app,
  outside,
}) => {
  const register = new RegisterScreen(muster);
  await muster.enterAs('planner');
  await register.open('team');
  const [team] = (await recordsOf(app.address, 'team')).sort((a, b) => (a.name < b.name ? -1 : 1));
  const name = team?.name ?? '';
  await register.openRecord(name);
  await register.field('people').fill('77');

  const other = await colleague(browser, app, outside);
  await other.open('team');
  await other.openRecord(name);
  await other.field('people').fill('66');
  await other.field('note').fill('乙写的说明');
  await other.save();
  await other.isNotified('shell.notice.recordSaved', { name });

  await register.save();
  const conflict = muster.page.getByRole('alert', { name: muster.say('register.conflict.region') });
  await expect(conflict).toContainText('77');
  await expect(conflict).toContainText('66');
  await muster.isAccessible('two versions of a record');
  await register.press('register.conflict.saveChosen');
  await register.isNotified('shell.notice.recordSaved', { name });
  const saved = (await recordsOf(app.address, 'team')).find(({ id }) => id === team?.id);
  expect(saved).toMatchObject({ people: 77, note: '乙写的说明' });
  await other.page.context().close();
});

test('archived is not deleted: it waits, and comes back', async ({ muster, app }) => {
  const register = new RegisterScreen(muster);
  await muster.enterAs('planner');
  await register.open('settlement');
  const [settlement] = (await recordsOf(app.address, 'settlement')).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const name = settlement?.name ?? '';
  await register.openRecord(name);
  await register.press('register.archive');
  await register.isNotified('shell.notice.recordArchived', { name });
  expect((await recordsOf(app.address, 'settlement')).some(({ id }) => id === settlement?.id)).toBe(
    false,
  );

  await register.press('register.archived');
  await register.openRecord(name);
  await expect(register.field('name')).toHaveCount(0);
  await muster.isAccessible('an archived record');
  await register.press('register.restore');
  await register.isNotified('shell.notice.recordRestored', { name });
  expect((await recordsOf(app.address, 'settlement')).some(({ id }) => id === settlement?.id)).toBe(
    true,
  );
});

test('one field of many: what will change is said before, what became of each after, and all of it goes back', async ({
  muster,
  page,
  app,
}) => {
  const register = new RegisterScreen(muster);
  await muster.enterAs('planner');
  await register.open('evacuation_route');
  const boxes = page.locator('tr[data-id]').getByRole('checkbox');
  const many = 4;
  for (let at = 0; at < many; at++) await boxes.nth(at).check();
  const changed = async () =>
    (await recordsOf(app.address, 'evacuation_route')).filter(({ source }) => source === '批量核对')
      .length;
  await register.press('register.bulk.open');
  await page.getByLabel(muster.say('register.bulk.field')).selectOption('source');
  const panel = page.getByRole('region', { name: muster.say('register.bulk.open') });
  await panel.locator('input[data-column="source"]').fill('批量核对');
  await muster.isAccessible('a change of many');
  await register.press('register.bulk.apply', { count: many });
  await register.isNotified('shell.notice.recordsWritten', { done: many, failed: 0 });
  expect(await changed()).toBe(many);
  await muster.isAccessible('what became of many');

  await register.undo();
  await expect.poll(changed, { timeout: 60_000 }).toBe(0);

  // Archived together: each is called by its name, the heading says what was done, and nothing stays chosen.
  await panel
    .getByRole('button', { name: muster.say('register.close') })
    .last()
    .click();
  for (let at = 0; at < many; at++) await boxes.nth(at).check();
  await register.press('register.bulk.open');
  await register.press('register.bulk.archive', { count: many });
  await register.isNotified('shell.notice.recordsWritten', { done: many, failed: 0 });
  await expect(
    panel.getByRole('heading', {
      name: muster.say('register.bulk.archiveHeading', {
        count: many,
        kind: muster.say('register.kind.evacuation_route'),
      }),
    }),
  ).toBeVisible();
  const results = panel.getByRole('list', { name: muster.say('register.bulk.results') });
  await expect(results).not.toContainText(/[0-9a-f]{8}-[0-9a-f]{4}/);
  await expect(
    page.getByText(muster.say('register.chosenCount', { count: String(many) })),
  ).toHaveCount(0);
  await register.undo();
});

test('a change of many is found again after a reload and taken back, except where somebody has written since', async ({
  muster,
  page,
  app,
}) => {
  const register = new RegisterScreen(muster);
  const saying = async (note: string) =>
    (await recordsOf(app.address, 'depot')).filter((depot) => depot.note === note).length;
  const depots = (await recordsOf(app.address, 'depot')).length;
  await muster.enterAs('planner');
  await register.open('depot');
  await page.locator('thead').getByRole('checkbox').check();
  await register.press('register.bulk.open');
  await page.getByLabel(muster.say('register.bulk.field')).selectOption('note');
  const panel = page.getByRole('region', { name: muster.say('register.bulk.open') });
  await panel.locator('[data-column="note"]').fill('夜间批量');
  await register.press('register.bulk.apply', { count: depots });
  await register.isNotified('shell.notice.recordsWritten', { done: depots, failed: 0 });
  await panel.locator('footer').getByRole('button').click();
  await page.locator('tr[data-id]').first().click();
  await register.field('note').fill('白天再改');
  await register.save();
  await expect.poll(() => saying('白天再改')).toBe(1);

  await page.reload();
  await muster.ready();
  await register.open('depot');
  await register.tool('register.bulk.open');
  const past = page.getByRole('region', { name: muster.say('register.bulk.past.title') });
  await expect(past).toContainText('夜间批量');
  await expect(past).toContainText(
    muster.say('register.bulk.past.standing', { count: depots - 1 }),
  );
  await muster.isAccessible('earlier changes of many');
  await past.getByText(muster.say('register.bulk.past.back', { count: depots - 1 })).click();
  await expect.poll(() => saying('夜间批量'), { timeout: 60_000 }).toBe(0);
  expect(await saying('白天再改')).toBe(1);
});

test('two records of one thing become one: the other is archived', async ({
  muster,
  page,
  app,
}) => {
  const register = new RegisterScreen(muster);
  await muster.enterAs('planner');
  await register.open('hazard');
  const [first] = (await recordsOf(app.address, 'hazard')).filter(
    ({ geometry }) => geometry === null,
  );
  await register.add('hazard');
  await register.field('name').fill(first?.name ?? '');
  await register.field('kind').selectOption(first?.kind ?? 'flood');
  await register.field('note').fill('重复录入');
  await register.typeCoordinates(`${first?.lng ?? 0}, ${first?.lat ?? 0}`);
  await register.save();
  await register.isNotified('shell.notice.recordCreated', { name: first?.name ?? '' });
  const before = (await recordsOf(app.address, 'hazard')).length;

  await register.press('register.duplicates.open');
  const pairs = page.getByRole('region', { name: muster.say('register.duplicates.open') });
  await pairs
    .getByRole('listitem')
    .filter({ hasText: first?.name ?? '' })
    .first()
    .getByRole('button')
    .click();
  await muster.isAccessible('two records side by side');
  await register.press('register.duplicates.merge');
  await register.isNotified('register.duplicates.merged', { name: first?.name ?? '' });
  const after = await recordsOf(app.address, 'hazard');
  expect(after).toHaveLength(before - 1);
});

test('who may only look sees the table, no way to change it, and why', async ({ muster, page }) => {
  const register = new RegisterScreen(muster);
  await muster.enterAs('viewer');
  await register.open('shelter');
  await expect(
    page.getByRole('button', {
      name: muster.say('register.add', { kind: muster.say('register.kind.shelter') }),
    }),
  ).toHaveCount(0);
  await page.locator('tr[data-id]').first().click();
  await expect(register.form).toContainText(
    muster.say('register.readOnly', {
      role: muster.say('kinds.role.viewer'),
      kind: muster.say('register.kind.shelter'),
    }),
  );
  await expect(register.form.locator('input, select, textarea, button[type=submit]')).toHaveCount(
    0,
  );
});

const LOOKS = [
  { language: 'zh-CN', theme: 'day', width: 1440, height: 900 },
  { language: 'en', theme: 'night', width: 1440, height: 900 },
  { language: 'zh-CN', theme: 'night', width: 390, height: 844 },
  { language: 'en', theme: 'day', width: 390, height: 844 },
] as const;

for (const { language, theme, width, height } of LOOKS) {
  test(`the register in ${language}, ${theme}, ${width}×${height}`, async ({
    muster,
    page,
  }, info) => {
    await page.setViewportSize({ width, height });
    await muster.prefer(language, theme);
    const see = async (state: string) => {
      await muster.isAccessible(state);
      const path = info.outputPath(`${state}.png`);
      await page.screenshot({ path });
      await info.attach(state, { path, contentType: 'image/png' });
    };
    await muster.enterAs('planner', '#mode=records&table=shelter');
    const register = new RegisterScreen(muster);
    await expect(register.table('shelter')).toBeVisible();
    await register.tool('register.filters');
    await see('table');
    await page.locator('tr[data-id]').nth(1).click();
    await expect(register.form).toBeVisible();
    await see('record');
    await register.field('capacity').fill('-1');
    await register.save();
    await see('fault');
    await register.press('register.discard');
    // On a telephone the record lies over its table.
    await register.press('register.close');
    await register.tool('register.duplicates.open');
    const pairs = page.getByRole('region', { name: muster.say('register.duplicates.open') });
    await see('duplicates');
    await pairs.getByRole('listitem').first().getByRole('button').click();
    await see('merge');
  });
}
