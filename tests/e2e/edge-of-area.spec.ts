/** Whoever is sent into a flood is told how far the road goes and how much of it is under water: on screen, in the copied list, in the directions. */
import { insertAs, recordNamed, squareAround } from './driver/ask.ts';
import { expect, test } from './driver/test.ts';

/** On a road of the demonstration. */
const SPOT = [110.95, 28.02] as const;
const FLOOD = '测试内涝';

test('routes to an incident in a flood end at its edge, with the rest along the road and no time for it', async ({
  muster,
  app,
  context,
}) => {
  test.setTimeout(240_000);
  const { page } = muster;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await muster.enterAs('commander');
  await muster.markAt(...SPOT);
  await muster.sayKind('flood');
  await muster.tab('team');
  await expect(muster.answer).toContainText(muster.say('answer.arrivalNote'), { timeout: 60_000 });

  const [someone = ''] = await muster.rankedNames('team');
  const { districtCode } = await recordNamed(app.address, 'team', someone);
  await insertAs(app.address, 'planner', 'hazard', {
    district_code: districtCode,
    source: 'test',
    name: FLOOD,
    class: 'natural',
    kind: 'flood',
    geom: squareAround(...SPOT, 0.002),
    depth_min_m: 0.5,
    depth_max_m: 1,
    active_from: new Date(Date.now() - 60_000).toISOString(),
  });
  await expect(muster.answer).toContainText(muster.say('answer.edgeNote'), { timeout: 60_000 });
  const first = muster.rows('team').first();
  await expect(first.locator('strong').last()).toHaveText(/^到边缘 \d+ 分/);
  await expect(first).toContainText(/封闭路段 [\d.]+ (米|公里)（不计时间）/);
  await expect(first).toContainText(muster.say('areas.upTo', { area: FLOOD }));
  await muster.isAccessible('ways that end at the edge of an area');

  await muster.answer.getByRole('button', { name: muster.say('answer.copy') }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(muster.say('answer.text.orderEdge'));
  expect(copied).toMatch(/到边缘 \d+ 分钟（.*封闭路段 [\d.]+ (米|公里)（不计时间）/);

  await first.getByRole('button').first().click();
  const card = page.getByRole('region', { name: /^资料/ }).first();
  await card.getByText(muster.say('route.summary'), { exact: true }).click();
  await expect(card).toContainText(
    /开放道路到此为止。到事发地还有约 [\d.]+ (米|公里)封闭路段，时间不计/,
  );
});
