/** A county's folder of twelve sheets from the screen: one choice, one after the other, every row accounted for. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COUNTY_FOLDER, bytesOfSheet } from '../support/county-folder.ts';
import { ImportHand } from './driver/importing.ts';
import { recordsOf } from './driver/register.ts';
import { expect, test } from './driver/test.ts';

/** read = accepted + unchanged + repeated + rejected, and what a person has to settle before: file by file. */
const EXPECTED: readonly (readonly [
  file: string,
  totals: readonly number[],
  settle: readonly string[],
])[] = [
  ['01', [4, 3, 0, 0, 1], ['turn']],
  ['02', [3, 2, 0, 0, 1], ['placeless']],
  ['03', [2, 2, 0, 0, 0], []],
  ['04', [5, 4, 0, 0, 1], ['depot']],
  ['05', [2, 2, 0, 0, 0], []],
  ['06', [2, 2, 0, 0, 0], []],
  ['07', [4, 3, 0, 0, 1], ['turn']],
  ['08', [3, 2, 0, 0, 1], []],
  ['09', [2, 2, 0, 0, 0], []],
  ['10', [2, 2, 0, 0, 0], []],
  ['11', [2, 1, 1, 0, 0], []],
  ['12', [3, 2, 0, 1, 0], []],
];

test('a folder of twelve sheets in 31 actions', async ({ muster, page, app }, info) => {
  const hand = new ImportHand(muster);
  const folder = join(app.dataDir, '县应急资料');
  mkdirSync(folder);
  for (const sheet of COUNTY_FOLDER) writeFileSync(join(folder, sheet.name), bytesOfSheet(sheet));
  // What Excel leaves beside an open workbook is no file of the office.
  writeFileSync(join(folder, '~$04应急物资台账.xlsx'), 'lock');

  await muster.enterAs('planner');
  await hand.open();
  await hand.giveFolder(folder);
  for (const [i, [file, totals, settle]] of EXPECTED.entries()) {
    const step = async (name: string): Promise<void> => {
      await page.screenshot({ path: info.outputPath(`${file}-${name}.png`) });
    };
    await expect(page.getByText(COUNTY_FOLDER[i]?.name ?? '', { exact: true })).toBeVisible({
      timeout: 60_000,
    });
    await expect(
      page.getByRole('status', { name: muster.say('importing.counts.label') }),
    ).toBeVisible();
    await step('understood');
    if (settle.includes('turn')) await hand.press('importOffers.turn');
    if (settle.includes('placeless')) await hand.press('importOffers.placelessTake');
    await hand.understood();
    await hand.compare();
    if (settle.includes('depot')) {
      hand.actions++;
      await page
        .getByLabel(muster.say('importOffers.depots.choose', { name: '城北库' }))
        .selectOption({ label: muster.say('importOffers.depots.make', { name: '城北库' }) });
    }
    await expect.poll(() => hand.totals(), file).toEqual(totals);
    await step('difference');
    if (i === 3) await muster.isAccessible('one of several files');
    // Nobody reads a number that the database made.
    await expect(page.locator('#import-difference')).not.toContainText(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    if (i < EXPECTED.length - 1) await hand.writeAndNext();
    else await hand.write();
  }
  await page.screenshot({ path: info.outputPath('done.png') });
  await muster.isAccessible('the account of a folder');
  const rows = await page.locator('table[data-account] tbody tr').allInnerTexts();
  expect(rows.map((row) => row.split('\t').slice(2, 7).map(Number))).toEqual(
    EXPECTED.map(([, totals]) => totals),
  );
  expect(hand.actions).toBe(31);

  // What stands in the register: as a person reads the cells.
  const shelters = await recordsOf(app.address, 'shelter');
  const one = (name: string): (typeof shelters)[number] | undefined =>
    shelters.find((it) => it.name === name);
  expect(one('一中操场')).toMatchObject({
    capacity: 1200,
    effectiveAreaM2: 5000,
    address: '人民路1号',
  });
  expect(one('体育场')).toMatchObject({ capacity: 3000, effectiveAreaM2: 12_000 });
  expect(one('文化广场')).toMatchObject({ lng: 110.93, lat: 28.02 });
  expect(one('大湾村部')).toMatchObject({ lng: null, capacity: 120, districtCode: '990101102' });
  expect(shelters.filter(({ name }) => name === '双汊中学')).toHaveLength(1);
  const phones = (await recordsOf(app.address, 'contact')).map(({ phone }) => phone).join();
  for (const phone of [
    '13800138001',
    '13800138002',
    '13800138003',
    '0730-5550110',
    '13800138010',
    '0730-5550119',
  ])
    expect(phones).toContain(phone);
  const depots = await recordsOf(app.address, 'depot');
  const lots = (await recordsOf(app.address, 'stock_lot')).flatMap(
    ({ depotId, item, spec, unit, quantity }) => {
      const depot = depots.find(({ id }) => id === depotId)?.name ?? '';
      return /^城[东西北]库$/.test(depot) ? [[depot, item, spec, quantity, unit].join(' ')] : [];
    },
  );
  // The list of May counts twenty life jackets fewer.
  expect(lots.sort()).toEqual([
    '城东库 帐篷 12㎡ 50 顶',
    '城东库 救生衣 成人 180 件',
    '城北库 水泵  3 台',
    '城西库 编织袋  12000 条',
  ]);
  const teams = await recordsOf(app.address, 'team');
  expect(teams.find(({ name }) => name === '县消防大队')).toMatchObject({
    people: 35,
    address: '县城江边路1号',
  });
  expect(teams.find(({ name }) => name === '蓝天救援队')?.availability).not.toBe('available');
  const routes = await recordsOf(app.address, 'evacuation_route');
  expect(routes.find(({ name }) => name === '下坪路线')).toMatchObject({
    state: 'blocked',
    widthM: 3.5,
  });

  // What came in without a place waits in the queue, and is placed there.
  await hand.press('importing.done.see');
  await page
    .getByRole('navigation', { name: muster.say('upkeep.views') })
    .getByRole('button', { name: muster.say('upkeep.view.locate') })
    .click();
  const queue = page.getByRole('list', { name: muster.say('locating.list') });
  const place = async (name: string, lngLat: string): Promise<void> => {
    await queue.getByRole('button', { name, exact: true }).click();
    await queue.getByRole('button', { name: muster.say('locating.type') }).click();
    await queue.getByLabel(muster.say('incident.place.typeLabel'), { exact: true }).fill(lngLat);
    await queue
      .getByRole('button', { name: muster.say('register.place.use') })
      .first()
      .click();
    await page.screenshot({ path: info.outputPath(`place-${name}.png`) });
    await queue.getByRole('button', { name: muster.say('locating.saveNext') }).click();
    await expect(queue.getByRole('button', { name, exact: true })).toHaveCount(0);
  };
  await place('大湾村部', '111.02, 28.03');
  await place('城东库', '110.95, 28.02');
  const placed = (await recordsOf(app.address, 'shelter')).find(({ name }) => name === '大湾村部');
  expect(placed).toMatchObject({ lng: 111.02, lat: 28.03 });
});
