/** A clerk brings the office's files: few actions, mistakes corrected by hand, nothing written unseen, everything undone. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasSharedData, sharedData } from '../support/shared-data.ts';
import { ImportHand, csvFile } from './driver/importing.ts';
import { recordsOf } from './driver/register.ts';
import { expect, test } from './driver/test.ts';

const SHELTERS = [
  '名称,地址,东,北,容纳人数,电话',
  '河东小学,河东路1号,110.94,28.02,300,0736-1000001',
  '河西小学,河西路2号,110.95,28.03,250,0736-1000002',
  '文化广场,广场路3号,110.93,28.01,800,0736-1000003',
  '没有位置的地方,不详,,,50,',
];

const named = (rows: readonly { name: string }[], names: readonly string[]): string[] =>
  rows.map(({ name }) => name).filter((name) => names.includes(name));

test('195 shelters of a real workbook in fewer than ten actions', async ({ muster, app }) => {
  test.skip(!hasSharedData, 'the real data is not here');
  const hand = new ImportHand(muster);
  await muster.enterAs('planner');
  await hand.open();
  await hand.give(join(sharedData, 'import/takamatsu/evacuation_space/data.xlsx'));
  await hand.understood();
  await hand.compare();
  await hand.write();
  expect(await hand.totals()).toEqual([195, 195, 0, 0, 0]);
  expect(hand.actions).toBeLessThan(10);
  const shelters = await recordsOf(app.address, 'shelter');
  expect(shelters.filter(({ source }) => source === 'data.xlsx')).toHaveLength(195);
  await hand.press('importing.done.undo');
  await expect(
    muster.page.getByRole('heading', { name: muster.say('importing.undone.title') }),
  ).toBeVisible();
});

test('a wrong reading corrected, rows left out, rejects as a file, the whole undone and brought back', async ({
  muster,
  page,
  app,
}) => {
  const hand = new ImportHand(muster);
  const names = ['河东小学', '河西小学', '文化广场'];
  await muster.enterAs('planner');
  await hand.open();
  await hand.give(csvFile('避难场所.csv', SHELTERS));
  // Nobody can guess that 东 and 北 are degrees.
  await expect(page.getByText(muster.say('importing.warning.no_coordinates'))).toBeVisible();
  await expect(hand.button('importing.compare')).toBeDisabled();
  await page
    .getByLabel(muster.say('importing.columns.fieldOf', { column: '东' }))
    .selectOption('lng');
  await page
    .getByLabel(muster.say('importing.columns.fieldOf', { column: '北' }))
    .selectOption('lat');
  await expect(
    page.getByRole('status', { name: muster.say('importing.counts.label') }),
  ).toContainText('3');
  await hand.understood();
  await hand.compare();
  expect(await hand.totals()).toEqual([4, 3, 0, 0, 1]);
  await page
    .getByLabel(muster.say('importing.table.takeRow', { row: 3, name: '文化广场' }))
    .uncheck();
  await expect.poll(() => hand.totals()).toEqual([4, 2, 0, 0, 2]);
  await hand.write();
  expect(named(await recordsOf(app.address, 'shelter'), names).sort()).toEqual(
    ['河东小学', '河西小学'].sort(),
  );

  const download = page.waitForEvent('download');
  await hand.press('importing.done.rejects', { count: 2 });
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('避难场所.rejects.csv');
  const rejects = readFileSync(await saved.path(), 'utf8');
  expect(rejects).toContain('文化广场');
  expect(rejects).toContain('left_out');
  expect(rejects).toContain('no_place');

  await hand.press('importing.done.undo');
  await expect(
    page.getByRole('heading', { name: muster.say('importing.undone.title') }),
  ).toBeVisible();
  expect(named(await recordsOf(app.address, 'shelter'), names)).toEqual([]);

  // The same file again: what was archived by the undo comes back, nothing is made twice.
  await hand.press('importing.done.again');
  await hand.give(csvFile('避难场所.csv', SHELTERS));
  await expect(page.getByText(muster.say('importing.warning.no_coordinates'))).toBeVisible();
  await page
    .getByLabel(muster.say('importing.columns.fieldOf', { column: '东' }))
    .selectOption('lng');
  await page
    .getByLabel(muster.say('importing.columns.fieldOf', { column: '北' }))
    .selectOption('lat');
  await expect(
    page.getByRole('status', { name: muster.say('importing.counts.label') }),
  ).toContainText('3');
  await hand.understood();
  await hand.compare();
  await expect(hand.group('changed')).toContainText('2');
  await expect(hand.group('new')).toContainText('1');
  await hand.write();
  expect(named(await recordsOf(app.address, 'shelter'), names).sort()).toEqual([...names].sort());

  await hand.press('importing.past');
  await expect(page.getByRole('row', { name: /避难场所\.csv/ })).toHaveCount(2);
  await page
    .getByRole('button', { name: muster.say('importing.list.undoOf', { file: '避难场所.csv' }) })
    .click();
  await expect.poll(async () => named(await recordsOf(app.address, 'shelter'), names)).toEqual([]);
});

test('a file that is none is refused in a sentence, and the next one is taken', async ({
  muster,
  page,
}) => {
  const hand = new ImportHand(muster);
  await muster.enterAs('planner');
  await hand.open();
  await hand.give({
    name: '照片.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]),
  });
  await expect(page.getByRole('alert')).toContainText(muster.say('importing.unreadable.title'));
  await hand.press('importing.other');
  await hand.give(csvFile('点.csv', ['名称,经度,纬度', '一号点,110.94,28.02']));
  await hand.understood();
});

test('a line that dies while sending or writing loses nothing, and a reload neither', async ({
  muster,
  page,
  app,
}) => {
  const hand = new ImportHand(muster);
  const lines = Array.from(
    { length: 600 },
    (_, i) => `断线${i}号,${110.9 + i / 10_000},28.02,0736-${1_000_000 + i}`,
  );
  const written = async (): Promise<number> =>
    (await recordsOf(app.address, 'shelter')).filter(({ name }) => name.startsWith('断线')).length;
  const stopped = page
    .getByRole('alert')
    .filter({ hasText: muster.say('importing.stopped.title') });
  await muster.enterAs('planner');
  await hand.open();
  await hand.give(csvFile('断线避难场所.csv', ['名称,经度,纬度,电话', ...lines]));
  await hand.understood();
  await hand.compare();

  // It dies while rows are sent: the second thousand never arrives.
  let sent = 0;
  await page.route('**/rpc/import_stage', (route) =>
    ++sent === 2 ? route.abort() : route.continue(),
  );
  await page.getByRole('button', { name: /^写入 / }).click();
  await expect(stopped).toContainText(
    muster.say('importing.stopped.staging', { done: '1,000', total: '1,200' }),
  );
  expect(await written()).toBe(0);

  // It dies while rows are written: the first portion arrives, the second does not.
  let portions = 0;
  await page.route('**/rpc/import_write', (route) => {
    const call = route.request().postDataJSON() as object;
    return ++portions === 2
      ? route.abort()
      : route.continue({ postData: JSON.stringify({ ...call, p_ms: 0 }) });
  });
  await hand.press('importing.stopped.go');
  await expect(stopped).toContainText(
    muster.say('importing.stopped.writing', { done: '500', total: '1,200' }),
  );
  expect(await written()).toBe(500);

  await page.reload();
  await hand.open();
  const unfinished = page.getByRole('region', { name: muster.say('importing.unfinished.title') });
  await expect(unfinished).toContainText(muster.say('importing.list.writing'));
  await hand.press('importing.unfinished.openOf', { file: '断线避难场所.csv' });
  await hand.press('importing.stopped.go');
  await expect(hand.button('importing.done.undo')).toBeVisible({ timeout: 60_000 });
  expect(await written()).toBe(600);
  await hand.press('importing.done.undo');
  const counts = '600 个避难场所和600 个联系人';
  await expect(page.getByText(muster.say('importing.undone.archived', { counts }))).toBeVisible({
    timeout: 60_000,
  });
  expect(await written()).toBe(0);
});

test('what was sent and never written is shown after a reload, and written or thrown away', async ({
  muster,
  page,
  app,
}) => {
  const hand = new ImportHand(muster);
  await muster.enterAs('planner');
  await hand.open();
  const leaveHanging = async (file: string): Promise<void> => {
    await page.route('**/rpc/import_write', (route) => route.abort());
    await hand.give(
      csvFile(file, [
        '名称,经度,纬度,电话',
        `${file}甲,110.94,28.02,0736-1000001`,
        `${file}乙,110.95,28.03,`,
      ]),
    );
    await hand.understood();
    await hand.compare();
    await page.getByRole('button', { name: /^写入 / }).click();
    await expect(hand.button('importing.stopped.go')).toBeVisible();
    await page.unroute('**/rpc/import_write');
    await page.reload();
    await hand.open();
    await hand.press('importing.unfinished.openOf', { file });
    await expect(page.getByText(muster.say('importing.waiting.whole'))).toBeVisible();
  };
  const there = async (): Promise<string[]> =>
    named(await recordsOf(app.address, 'shelter'), ['避难场所一甲', '避难场所二甲']);
  await leaveHanging('避难场所一');
  await expect(
    page.getByText(muster.say('importing.waiting.created', { counts: '2 个避难场所和1 个联系人' })),
  ).toBeVisible();
  await hand.press('importing.commit', { count: 3 });
  await expect(hand.button('importing.done.undo')).toBeVisible();
  expect(await there()).toEqual(['避难场所一甲']);
  await hand.press('importing.done.again');
  await leaveHanging('避难场所二');
  await hand.press('importing.list.discard');
  await expect(
    page.getByRole('button', { name: muster.say('importing.drop.choose') }),
  ).toBeVisible();
  expect(await there()).toEqual(['避难场所一甲']);
});

test('places from one file, telephones from another, dropped together', async ({
  muster,
  page,
}) => {
  const hand = new ImportHand(muster);
  const point = (name: string, lng: number): object => ({
    type: 'Feature',
    properties: { 名称: name },
    geometry: { type: 'Point', coordinates: [lng, 28.02] },
  });
  const features = [point('合并甲避难场所', 110.94), point('合并乙避难场所', 110.95)];
  await muster.enterAs('planner');
  await hand.open();
  await hand.give([
    csvFile('电话.csv', ['场所,联系电话', '合并甲避难场所,0736-1000001']),
    {
      name: '避难场所.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
    },
  ]);
  await hand.understood();
  await page.getByLabel(muster.say('importing.join.by', { file: '电话.csv' })).selectOption('场所');
  await expect(
    page.getByLabel(muster.say('importing.columns.fieldOf', { column: '联系电话' })),
  ).toBeVisible();
  await hand.understood();
  await hand.compare();
  await expect(page.locator('[data-index]').first()).toContainText('0736-1000001');
});

test('a whole import without a mouse', async ({ muster, page }) => {
  const hand = new ImportHand(muster);
  await muster.enterAs('planner');
  await hand.open();
  await hand.give(
    csvFile('键盘.csv', ['名称,经度,纬度', '键盘一号,110.941,28.021', '键盘二号,110.942,28.022']),
  );
  await hand.understood();
  await hand.button('importing.compare').focus();
  await page.keyboard.press('Enter');
  const first = page.locator('[data-index="0"]');
  await expect(first).toBeVisible();
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-index="1"]')).toBeFocused();
  await page.keyboard.press('Space');
  await expect.poll(() => hand.totals()).toEqual([2, 1, 0, 0, 1]);
  await page.getByRole('button', { name: /^写入/ }).focus();
  await page.keyboard.press('Enter');
  await expect(hand.button('importing.done.undo')).toBeVisible();
});

test('the page lives while 100,000 rows are read and compared', async ({ muster, page, app }) => {
  const hand = new ImportHand(muster);
  const lines = ['名称,地址,经度,纬度,容纳人数'];
  for (let i = 0; i < 100_000; i++)
    lines.push(
      `第${i}号场所,第${i}号街,${(110.9 + (i % 317) / 5000).toFixed(6)},${(28 + (i % 211) / 5000).toFixed(6)},${i % 900}`,
    );
  await muster.enterAs('planner');
  await hand.open();
  await page.evaluate(`
    window.longTasks = [];
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration)))
      .observe({ type: 'longtask' });
  `);
  // From the disk, as a person drops it: a file made of bytes in the test would be unpacked by the page itself.
  const file = join(app.dataDir, '十万行.csv');
  writeFileSync(file, lines.join('\n'));
  const started = Date.now();
  await hand.give(file);
  await hand.understood();
  await hand.compare();
  expect(await hand.totals()).toEqual([100_000, 100_000, 0, 0, 0]);
  const scroller = page.locator('[data-difference-rows="100000"]');
  await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(page.getByText('第99999号场所')).toBeVisible();
  expect(await page.locator('[data-difference-rows] tbody tr').count()).toBeLessThan(80);
  const longest = await page.evaluate<number>('Math.max(0, ...window.longTasks)');
  const whole = Date.now() - started;
  console.log(
    `longest task of the page with 100,000 rows: ${Math.round(longest)} ms of ${whole} ms`,
  );
  // Without the worker it would be nearly all of it.
  expect(longest / whole, 'share of the longest pause').toBeLessThan(0.2);
});
