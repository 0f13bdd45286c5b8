/** A file of which not one row can be taken says why at once, and what can be mended is mended with one press. */
import { ImportHand, csvFile } from './driver/importing.ts';
import { expect, test } from './driver/test.ts';

test('longitude and latitude exchanged, a damaged file, and one without rows', async ({
  muster,
  page,
}) => {
  const hand = new ImportHand(muster);
  const alert = page.getByRole('alert');
  await muster.enterAs('planner');
  await hand.open();

  await hand.give(
    csvFile('写反.csv', [
      '名称,经度,纬度',
      '写反甲避难场所,28.02,110.94',
      '写反乙避难场所,28.03,110.95',
    ]),
  );
  await expect(alert).toContainText(muster.say('importing.findings.noneUsable'));
  await expect(alert).toContainText('28.02');
  await expect(hand.button('importing.compare')).toBeDisabled();
  await muster.isAccessible('nothing usable');
  await hand.press('importing.findings.turn');
  await hand.understood();
  await expect(alert).toBeHidden();
  await hand.compare();
  expect(await hand.totals()).toEqual([2, 2, 0, 0, 0]);

  await hand.press('importing.other');
  await hand.give(
    csvFile('坏字.csv', ['名称,经度,纬度', '坏\uFFFD甲,110.94,28.02', '坏\uFFFD乙,110.95,28.03']),
  );
  await expect(alert).toContainText(muster.say('importing.findings.mend'));
  await expect(alert).toContainText('U+FFFD');

  await hand.press('importing.other');
  await hand.give(csvFile('空表.csv', ['名称,经度,纬度']));
  await expect(alert).toContainText(muster.say('importing.findings.noRows'));
  await expect(hand.button('importing.compare')).toBeDisabled();

  // Nothing in it says what it lists: the table that was open is only a guess, and that is said.
  await hand.press('importing.other');
  await hand.give(csvFile('data.csv', ['名称,经度,纬度', '甲,110.94,28.02', '乙,110.95,28.03']));
  await hand.understood();
  const kind = muster.say('kinds.record.shelter');
  await expect(page.getByText(muster.say('importing.findings.kindUnseen', { kind }))).toBeVisible();
});
