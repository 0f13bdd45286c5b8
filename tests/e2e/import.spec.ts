/** A clerk brings a file of the office: few actions, nothing written unseen, what is no table refused in a sentence. */
import { join } from 'node:path';
import { hasSharedData, sharedData } from '../support/shared-data.ts';
import { ImportHand, csvFile } from './driver/importing.ts';
import { recordsOf } from './driver/register.ts';
import { expect, test } from './driver/test.ts';

test('195 shelters of a real workbook in fewer than ten actions', async ({ desk, app }) => {
  test.skip(!hasSharedData, 'the real data is not here');
  const hand = new ImportHand(desk);
  await desk.enterAs('planner');
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
  await expect(desk.page.getByRole('heading', { name: desk.say('importing.undone.title') })).toBeVisible();
});

test('a file that is none is refused in a sentence, and the next one is taken', async ({ desk, page }) => {
  const hand = new ImportHand(desk);
  await desk.enterAs('planner');
  await hand.open();
  await hand.give({
    name: '照片.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]),
  });
  await expect(page.getByRole('alert')).toContainText(desk.say('importing.unreadable.title'));
  await hand.press('importing.other');
  await hand.give(csvFile('点.csv', ['名称,经度,纬度', '一号点,110.94,28.02']));
  await hand.understood();
});

test('a whole import without a mouse', async ({ desk, page }) => {
  const hand = new ImportHand(desk);
  await desk.enterAs('planner');
  await hand.open();
  await hand.give(csvFile('键盘.csv', ['名称,经度,纬度', '键盘一号,110.941,28.021', '键盘二号,110.942,28.022']));
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
