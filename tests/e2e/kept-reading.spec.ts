/** A reading kept by name: all of it comes back, the joined table too; where that is not there, it is asked for. */
import { ImportHand, csvFile } from './driver/importing.ts';
import { expect, test } from './driver/test.ts';

const SITES = csvFile('场所.csv', [
  '名称,经度,纬度',
  '留读甲避难场所,110.94,28.02',
  '留读乙避难场所,110.95,28.03',
]);
const PHONES = csvFile('电话.csv', ['场所,号码,备注', '留读甲避难场所,0736-1000001,夜间有人']);
/** Next month's: another name, another order. */
const LATER = csvFile('电话-下月.csv', ['备注,场所,号码', '夜间没人,留读甲避难场所,0736-1000002']);
const OTHER = csvFile('人口.csv', ['村名,人数', '甲村,300']);

test('a kept reading brings the joined table back, or says which file to add', async ({
  muster,
  page,
}) => {
  const hand = new ImportHand(muster);
  const goesTo = (column: string) =>
    page.getByLabel(muster.say('importing.columns.fieldOf', { column }));
  const line = page.locator('[data-index]').first();
  const awaited = page.getByText(
    muster.say('importing.join.awaited', { file: '电话.csv', key: '场所' }),
  );
  await muster.enterAs('planner');
  await hand.open();
  await hand.give([SITES, PHONES]);
  await hand.understood();
  await page.getByLabel(muster.say('importing.join.by', { file: '电话.csv' })).selectOption('场所');
  // Nobody can know from 号码 alone that it is a telephone.
  await goesTo('号码').selectOption('contactPhone');
  await goesTo('备注').selectOption('');
  await hand.understood();
  await hand.press('importing.mapping.open');
  await page
    .getByRole('textbox', { name: muster.say('importing.mapping.name') })
    .fill('场所加电话');
  await hand.press('importing.mapping.save');
  await expect(
    page.getByText(muster.say('importing.mapping.saved', { name: '场所加电话' })),
  ).toBeVisible();

  // Dropped together again: one press, and the difference holds what was joined.
  await hand.press('importing.other');
  await hand.give([SITES, LATER]);
  await hand.understood();
  await hand.press('importing.mapping.apply', { name: '场所加电话' });
  await expect(goesTo('号码')).toHaveValue('contactPhone');
  await expect(goesTo('备注')).toHaveValue('');
  await expect(awaited).toBeHidden();
  await hand.understood();
  await hand.compare();
  await expect(line).toContainText('0736-1000002');
  await expect(line).not.toContainText('夜间没人');

  // Without the second file it says which one; another one is not taken for it.
  await hand.press('importing.other');
  await hand.give(SITES);
  await hand.understood();
  await hand.press('importing.mapping.apply', { name: '场所加电话' });
  await expect(awaited).toBeVisible();
  await muster.isAccessible('a table is missing');
  await page.locator('input[data-takes="awaited"]').setInputFiles(OTHER);
  await expect(
    page.getByText(muster.say('importing.join.another', { file: '人口.csv', key: '场所' })),
  ).toBeVisible();
  await page.locator('input[data-takes="awaited"]').setInputFiles(PHONES);
  await expect(awaited).toBeHidden();
  await expect(goesTo('号码')).toHaveValue('contactPhone');
  await hand.understood();
  await hand.compare();
  await expect(line).toContainText('0736-1000001');
});
