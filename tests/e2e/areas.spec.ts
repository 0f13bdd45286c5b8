/** A flood closes roads to whom it is too deep for, makes shelters in it none, and follows the rule that an admin sets. */
import type { Locator } from '@playwright/test';
import { insertAs, recordNamed, squareAround } from './driver/ask.ts';
import { Console } from './driver/console.ts';
import { expect, keepInside, test } from './driver/test.ts';

/** On a road of the demonstration. */
const SPOT = [110.95, 28.02] as const;
const FLOOD = '测试淹没区';
/** Not the shelter or the depot, which may be known to the console before the flood is. */
const FLOOD_ALONE = new RegExp(`${FLOOD}(?!小学|仓库)`);
const SHELTER = '测试淹没区小学';
const DEPOT = '测试淹没区仓库';

test('a flooded area: cars and trucks go around, the shelter in it is none; another rule opens it to cars', async ({
  muster,
  app,
  browser,
  outside,
}) => {
  test.setTimeout(300_000);
  const { page } = muster;
  await muster.enterAs('commander');
  await muster.markAt(...SPOT);
  await muster.sayKind('flood');
  await muster.tab('team');
  await expect(muster.answer).toContainText(muster.say('answer.arrivalNote'), { timeout: 60_000 });
  const [first = ''] = await muster.rankedNames('team');
  const firstRow = muster.ranking('team').locator('> li').first();
  const total = await firstRow.locator('strong').last().innerText();

  // Where the first team stands there will be water; a depot stands there too, and a shelter towards the incident.
  const team = await recordNamed(app.address, 'team', first);
  const [lng, lat] = [team.lng ?? 0, team.lat ?? 0];
  const common = {
    district_code: team.districtCode,
    source: 'test',
    geom: `SRID=4326;POINT(${lng} ${lat})`,
  };
  const far = Math.max(Math.abs(SPOT[0] - lng), Math.abs(SPOT[1] - lat));
  const towards = (from: number, to: number): number =>
    from + (to - from) * Math.min(1, 0.0035 / far);
  await insertAs(app.address, 'planner', 'shelter', {
    ...common,
    geom: `SRID=4326;POINT(${towards(lng, SPOT[0])} ${towards(lat, SPOT[1])})`,
    name: SHELTER,
    kind: '学校',
    state: 'open',
    suitability: { flood: 'yes' },
  });
  await insertAs(app.address, 'planner', 'depot', { ...common, name: DEPOT });
  await insertAs(app.address, 'planner', 'hazard', {
    ...common,
    name: FLOOD,
    class: 'natural',
    kind: 'flood',
    geom: squareAround(lng, lat, 0.004),
  });

  await muster.tab('shelter');
  await expect(muster.ranking('shelter')).toContainText(SHELTER, { timeout: 30_000 });

  // One action on its card.
  await muster.search.fill(FLOOD);
  await page.getByRole('option', { name: FLOOD_ALONE }).first().click();
  const card = page.getByRole('region', { name: muster.say('card.region', { name: FLOOD }) });
  await card.getByRole('button', { name: muster.say('areas.card.activate') }).click();
  await card.getByLabel(muster.say('areas.card.from')).fill('0.7');
  await card.getByLabel(muster.say('areas.card.to')).fill('0.6');
  await expect(card).toContainText(muster.say('areas.card.minOverMax'));
  await card.getByLabel(muster.say('areas.card.from')).fill('0.3');
  await muster.isAccessible('the form of an active area');
  await card.getByRole('button', { name: muster.say('areas.card.save'), exact: true }).click();
  await expect(card).toContainText(muster.say('areas.card.active'));
  await expect(card).toContainText('水深 0.3–0.6 m，超过小车 0.3 m、货车 0.5 m、行人 0.3 m');

  // It stands beside the closures, with the rule that was applied.
  const closures = page.getByRole('region', { name: muster.say('closure.title'), exact: true });
  await closures.getByRole('button', { expanded: false }).first().click();
  await expect(closures.getByRole('list', { name: muster.say('areas.card.title') })).toContainText(
    '超过小车 0.3 m',
  );
  await muster.isAccessible('active areas among the closures');
  await closures.getByRole('button', { expanded: true }).first().click();

  // The shelter is none now, with the reason.
  const inAreas = muster.answer.getByRole('list', { name: muster.say('answer.leftOut.in-area') });
  await expect(inAreas).toContainText(SHELTER, { timeout: 30_000 });
  await expect(inAreas).toContainText(
    muster.say('areas.inArea', { name: FLOOD, what: '洪水、水深 0.3–0.6 m' }),
  );
  await expect(muster.ranking('shelter')).not.toContainText(SHELTER);
  await muster.isAccessible('shelters that are none now');
  await inAreas.getByRole('button', { name: SHELTER }).click();
  const shelterCard = page.getByRole('region', {
    name: muster.say('card.region', { name: SHELTER }),
  });
  await expect(shelterCard).toContainText(/现在不能用：位于“测试淹没区”影响范围内/);
  await shelterCard.getByRole('button', { name: /^下一个可用/ }).click();
  await expect(shelterCard).toBeHidden();

  // Neither the car nor the truck that stands in the water comes.
  const cut = (closure: Locator): Promise<void> =>
    expect(closure).toContainText(
      muster.say('answer.unreached.closedBy', { by: `${FLOOD}（洪水、水深 0.3–0.6 m）` }),
      {
        timeout: 60_000,
      },
    );
  await muster.tab('team');
  await cut(muster.answer);
  await expect(muster.ranking('team').locator('> li').first()).not.toContainText(first);
  await muster.tab('depot');
  await cut(muster.answer);

  // An admin lets cars drive through 0.8 m: they come again, trucks do not.
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  await keepInside(context, outside);
  const admin = new Console(await context.newPage(), app.address);
  await admin.enterAs('admin');
  await admin.mode('people');
  await admin.page.getByRole('button', { name: admin.say('people.view.thresholds') }).click();
  await admin.isAccessible('rules and limits');
  await admin.page
    .getByRole('table', { name: admin.say('thresholds.list') })
    .getByRole('button', { name: admin.say('thresholds.name.flood_stops_car'), exact: true })
    .click();
  const form = admin.page.getByRole('form');
  await form.getByLabel(admin.say('thresholds.detail.value')).fill('80');
  await form.getByLabel(admin.say('thresholds.detail.sourceField')).fill('');
  await form.getByRole('button', { name: admin.say('thresholds.detail.save') }).click();
  await expect(form).toContainText('0 到 20 米');
  await expect(form).toContainText(admin.say('thresholds.fault.source'));
  await admin.isAccessible('a rule that is refused');
  await form.getByLabel(admin.say('thresholds.detail.value')).fill('0.8');
  await form.getByLabel(admin.say('thresholds.detail.sourceField')).fill('县防汛手册 2026');
  await form.getByRole('button', { name: admin.say('thresholds.detail.save') }).click();
  await expect(form).toContainText(admin.say('thresholds.detail.saved'));
  await admin.page.getByRole('button', { name: admin.say('thresholds.history.show') }).click();
  await expect(
    admin.page.getByRole('list', { name: admin.say('thresholds.history.list') }),
  ).toContainText('县防汛手册 2026');
  await context.close();

  await cut(muster.answer);
  await muster.tab('team');
  await expect(muster.ranking('team').locator('> li').first()).toContainText(first, {
    timeout: 60_000,
  });
  await expect(muster.ranking('team').locator('> li').first()).toContainText(total);
  await expect(muster.ranking('team').locator('> li').first()).toContainText(
    muster.say('areas.through', { name: FLOOD, depth: '洪水、水深 0.3–0.6 m' }),
  );

  // It is over, and back again with one press.
  await muster.search.fill('');
  await muster.search.fill(FLOOD);
  await page.getByRole('option', { name: FLOOD_ALONE }).first().click();
  await card.getByRole('button', { name: muster.say('areas.card.end'), exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(card).toContainText(muster.say('areas.card.inactive'));
  await expect(card.getByRole('button', { name: muster.say('areas.card.activate') })).toBeFocused();
  await page.getByRole('button', { name: muster.say('shell.notice.undo') }).click();
  await expect(card).toContainText(muster.say('areas.card.active'));
});
