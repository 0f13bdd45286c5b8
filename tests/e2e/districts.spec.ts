/** An office that begins with nothing: its admin makes the districts in the browser, and everything else hangs on them. */
import type { Locator, Page } from '@playwright/test';
import { clickMap } from './driver/click-map.ts';
import { startApp } from './driver/app.ts';
import type { App } from './driver/app.ts';
import { ImportHand, csvFile } from './driver/importing.ts';
import type { GivenFile } from './driver/importing.ts';
import { Console } from './driver/console.ts';
import { RegisterScreen } from './driver/register-screen.ts';
import { expect, keepInside, test } from './driver/test.ts';

const PASSWORD = 'river-stone-42-lamp';
const ADMIN = 'first@test.example';

const square = (west: number, south: number, size: number): number[][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

const area = (code: string, name: string, ring: number[][]): object => ({
  type: 'Feature',
  properties: { 区划代码: code, 名称: name },
  geometry: { type: 'Polygon', coordinates: [ring] },
});

const BOUNDARIES: GivenFile = {
  name: '甲区边界.geojson',
  mimeType: 'application/geo+json',
  buffer: Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        // The children stand before their parent.
        area('430699101', '甲镇', square(113, 29, 0.2)),
        area('430699102', '乙镇', square(113.2, 29, 0.2)),
        area('430699', '甲区', [
          [113, 29],
          [113.4, 29],
          [113.4, 29.2],
          [113, 29.2],
          [113, 29],
        ]),
        // Hangs on itself.
        {
          ...area('430699103', '丙镇', square(113, 29.2, 0.1)),
          properties: { 区划代码: '430699103', 名称: '丙镇', 上级代码: '430699103' },
        },
      ],
    }),
  ),
};

let app: App;
test.beforeAll(async () => {
  app = await startApp({ MUSTER_DEMO: 'no' });
  const account = [
    'add',
    ADMIN,
    '--role',
    'admin',
    '--district',
    '0',
    '--name',
    '张三',
    '--password-stdin',
  ];
  await app.tool('user', account, `${PASSWORD}\n`);
});
test.afterAll(() => app.stop());

async function enter(page: Page, hash = ''): Promise<Console> {
  const muster = new Console(page, app.address);
  await muster.open(hash);
  await muster.signIn(ADMIN, PASSWORD);
  await muster.ready();
  return muster;
}

const row = (page: Page, code: string): Locator => page.locator(`tr[data-code="${code}"]`);
const open = (page: Page, code: string): Promise<void> =>
  row(page, code).locator('button[aria-expanded]').last().click();

/** Middle of the map, as the address tells it. */
const middle = (page: Page): number[] =>
  (/map=([^&]+)/.exec(page.url())?.[1] ?? '').split('/').map(Number);

test.describe.configure({ mode: 'serial' });

test('an empty register leads its admin to the districts, which come from a file', async ({
  page,
  context,
  outside,
}) => {
  await keepInside(context, outside);
  const muster = await enter(page);
  await expect(page.getByText(muster.say('districts.empty.strip'))).toBeVisible();
  await muster.isAccessible('a console without districts');
  await page.getByRole('button', { name: muster.say('districts.empty.open') }).click();
  await expect(page.getByText(muster.say('districts.empty.title'))).toBeVisible();
  await muster.isAccessible('no districts yet');

  const hand = new ImportHand(muster);
  await page.getByRole('button', { name: muster.say('districts.fromFile') }).click();
  await hand.give(BOUNDARIES);
  await hand.understood();
  await expect(page.getByLabel(muster.say('importing.file.kind'))).toHaveValue('district');
  await hand.compare();
  await expect(page.getByText(muster.say('districts.undoExplain'))).toBeVisible();
  await muster.isAccessible('districts to be imported');
  expect(await hand.totals()).toEqual([4, 3, 0, 0, 1]);
  await hand.write();
  await muster.isAccessible('districts imported');
  await page.getByRole('button', { name: muster.say('districts.seeDistricts') }).click();

  for (const [code, name] of [
    ['4306', '4306'],
    ['430699', '甲区'],
    ['430699101', '甲镇'],
    ['430699102', '乙镇'],
  ] as const)
    await expect(row(page, code)).toContainText(name, { timeout: 30_000 });
  await expect(row(page, '430699101')).toContainText('甲区边界.geojson');
  await open(page, '430699102');
  await expect(row(page, '430699102')).toHaveAttribute('data-chosen', 'true');
  await expect.poll(() => middle(page)[2], { timeout: 30_000 }).toBeCloseTo(113.3, 1);
  await expect(new RegisterScreen(muster).field('name')).toHaveValue('乙镇');
  await muster.isAccessible('a district that is open');
});

test('records fall into the districts they lie in', async ({ page, context, outside }) => {
  await keepInside(context, outside);
  const muster = await enter(page);
  await expect(page.getByText(muster.say('districts.empty.strip'))).toHaveCount(0);
  const hand = new ImportHand(muster);
  await hand.open();
  await hand.give(
    csvFile('避难场所.csv', [
      '名称,经度,纬度',
      '一小操场,113.1,29.1',
      '二小操场,113.12,29.1',
      '三小操场,113.3,29.1',
    ]),
  );
  await hand.understood();
  await hand.compare();
  await hand.write();
  await muster.mode('people');
  await page
    .getByRole('button', { name: muster.say('people.view.districts'), exact: true })
    .click();
  const cells = row(page, '430699101').locator('td');
  await expect(cells.nth(4)).toHaveText('2', { timeout: 30_000 });
  await expect(row(page, '430699102').locator('td').nth(4)).toHaveText('1');
});

test('a district is renamed by keyboard, redrawn, and stays as long as it is in use', async ({
  page,
  context,
  outside,
}) => {
  await keepInside(context, outside);
  const muster = await enter(page, '#mode=people');
  const register = new RegisterScreen(muster);
  await page
    .getByRole('button', { name: muster.say('people.view.districts'), exact: true })
    .focus();
  await page.keyboard.press('Enter');
  await row(page, '430699101').locator('button[aria-expanded]').last().focus();
  await page.keyboard.press('Enter');
  await expect(register.field('name')).toHaveValue('甲镇');
  await register.field('name').focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('新甲镇');
  await page.keyboard.press('Enter');
  await register.isNotified('shell.notice.recordSaved', { name: '新甲镇' });
  await expect(row(page, '430699101')).toContainText('新甲镇');

  const before = await row(page, '430699101').locator('td').nth(3).textContent();
  await register.press('districts.boundary.draw');
  await expect(page.locator('[data-drawing="area"]')).toBeAttached();
  await page.waitForTimeout(800);
  await muster.still();
  const corners = [
    [0.3, 0.3],
    [0.6, 0.3],
    [0.6, 0.6],
    [0.3, 0.6],
  ] as const;
  await clickMap(page, [...corners, corners[0]]);
  await expect(register.form).toContainText(
    muster.say('register.shapeVertices', { shape: muster.say('register.shape.Polygon'), count: 4 }),
  );
  await register.save();
  await register.isNotified('shell.notice.recordSaved', { name: '新甲镇' });
  await expect(row(page, '430699101').locator('td').nth(3)).not.toHaveText(before ?? '');

  await register.press('districts.retire.act');
  const alert = register.form.getByRole('alert');
  await expect(alert).toContainText(muster.say('importing.counted.kind.shelter', { count: 2 }));
  await muster.isAccessible('a district that cannot be retired');
  await expect(row(page, '430699101')).toBeVisible();
});

test('a district is made below another, retired while it is empty, and brought back', async ({
  page,
  context,
  outside,
}) => {
  await keepInside(context, outside);
  const muster = await enter(page, '#mode=people');
  const register = new RegisterScreen(muster);
  await page
    .getByRole('button', { name: muster.say('people.view.districts'), exact: true })
    .click();
  await open(page, '430699');
  await register.press('districts.add', { name: '甲区' });
  await register.field('name').fill('丁镇');
  await register.field('code').fill('430699101');
  await register.save();
  await expect(register.form).toContainText(muster.say('register.fault.code-taken'));
  await register.field('code').fill('430699104');
  await expect(register.field('level')).toHaveValue('township');
  await register.save();
  await register.isNotified('shell.notice.recordCreated', { name: '丁镇' });
  await expect(row(page, '430699104')).toHaveAttribute('data-chosen', 'true');

  await register.press('districts.retire.act');
  await expect(row(page, '430699104')).toHaveCount(0);
  await page.getByText(muster.say('districts.retired'), { exact: true }).click();
  await open(page, '430699104');
  await muster.isAccessible('a retired district');
  await register.press('register.restore');
  await page.getByText(muster.say('districts.current'), { exact: true }).click();
  await expect(row(page, '430699104')).toBeVisible();

  await page.getByRole('button', { name: muster.say('people.view.audit'), exact: true }).click();
  for (const act of ['created', 'retired', 'restored'] as const)
    await expect(
      page
        .getByText(muster.say(`people.audit.said.district_${act}`, { about: '丁镇 (430699104)' }))
        .first(),
    ).toBeVisible();
});

test('two admins change one district: both versions are shown, nothing is lost', async ({
  page,
  browser,
  context,
  outside,
}) => {
  await keepInside(context, outside);
  const districts = async (muster: Console): Promise<RegisterScreen> => {
    await muster.page
      .getByRole('button', { name: muster.say('people.view.districts'), exact: true })
      .click();
    await open(muster.page, '430699102');
    return new RegisterScreen(muster);
  };
  const muster = await enter(page, '#mode=people');
  const mine = await districts(muster);
  await mine.field('name').fill('我的乙镇');
  const other = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  await keepInside(other, outside);
  const theirs = await districts(await enter(await other.newPage(), '#mode=people'));
  await theirs.field('source').fill('民政局文件');
  await theirs.save();
  await theirs.isNotified('shell.notice.recordSaved', { name: '乙镇' });
  await other.close();

  await mine.save();
  await expect(page.getByText(muster.say('register.conflict.title'))).toBeVisible({
    timeout: 30_000,
  });
  await muster.isAccessible('two versions of a district');
  await mine.press('register.conflict.saveChosen');
  await mine.isNotified('shell.notice.recordSaved', { name: '我的乙镇' });
  await expect(mine.field('source')).toHaveValue('民政局文件');
  await expect(row(page, '430699102')).toContainText('我的乙镇');
});

test('an import of districts is undone; what is in use by then stays and is named', async ({
  page,
  context,
  outside,
}) => {
  await keepInside(context, outside);
  const muster = await enter(page, '#mode=people');
  const hand = new ImportHand(muster);
  await page
    .getByRole('button', { name: muster.say('people.view.districts'), exact: true })
    .click();
  await page.getByRole('button', { name: muster.say('districts.fromFile') }).click();
  await hand.give(csvFile('村.csv', ['区划代码,名称', '430699101001,一村', '430699101002,二村']));
  await hand.understood();
  await hand.compare();
  await hand.write();
  await page.getByRole('button', { name: muster.say('importing.done.again') }).click();
  await hand.give(
    csvFile('避难场所.csv', ['名称,所属辖区代码,经度,纬度', '村小,430699101001,113.1,29.1']),
  );
  await hand.understood();
  await hand.compare();
  await hand.write();
  await page.getByRole('button', { name: muster.say('importing.past') }).click();
  await page
    .getByRole('button', { name: muster.say('importing.list.undoOf', { file: '村.csv' }) })
    .click();
  await expect(page.getByText(muster.say('importing.undone.why.in_use'))).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText('一村')).toBeVisible();
  await expect(page.getByText('二村')).toHaveCount(0);
  await muster.isAccessible('an undone import of districts');
});
