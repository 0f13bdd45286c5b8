/** Minutes, not metres: the ranking follows the roads as they are now, and says why somebody cannot come. */
import { insertAs, recordNamed, squareAround } from './driver/ask.ts';
import { expect, test } from './driver/test.ts';

/** On a road of the demonstration. */
const SPOT = [110.95, 28.02] as const;

test('teams rank by arrival, and a closure across the route changes the answer by itself', async ({
  desk,
  app,
}) => {
  await desk.enterAs('commander');
  await desk.markAt(...SPOT);
  await desk.tab('team');
  await expect(desk.answer).toContainText(desk.say('answer.arrivalNote'), { timeout: 60_000 });
  const rows = desk.rows('team');
  await expect(rows.first()).toContainText(desk.say('answer.term.mobilisation'));
  await expect(rows.first()).toContainText(desk.say('answer.term.by.emergency-car'));
  await desk.isAccessible('ranking by arrival');

  const [first = ''] = await desk.rankedNames('team');
  const total = await rows.first().locator('strong').last().innerText();
  const team = await recordNamed(app.address, 'team', first);
  await insertAs(app.address, 'commander', 'closure', {
    district_code: team.districtCode,
    reason: '道路塌方（测试）',
    from_at: new Date(Date.now() - 60_000).toISOString(),
    source: 'test',
    geom: squareAround(team.lng ?? 0, team.lat ?? 0, 0.004),
  });
  // Nobody else stands within the ring: the others come as before, the first comes no more.
  await expect(rows.first()).not.toContainText(first, { timeout: 60_000 });
  await expect(rows.filter({ hasText: first }).filter({ hasText: total })).toHaveCount(0);
});

test('people walk to a shelter, a depot loads a truck, hazards keep the straight line', async ({
  desk,
}) => {
  await desk.enterAs('viewer');
  await desk.markAt(...SPOT);
  for (const [kind, words] of [
    ['shelter', 'answer.term.by.foot'],
    ['depot', 'answer.term.by.heavy-truck'],
  ] as const) {
    await desk.tab(kind);
    await expect(desk.answer).toContainText(desk.say('answer.arrivalNote'), { timeout: 60_000 });
    await expect(desk.rows(kind).first()).toContainText(desk.say(words));
  }
  await desk.tab('hazard');
  await expect(desk.answer).toContainText(desk.say('answer.straightLineNote'));

  // Three kilometres from any road.
  await desk.markAt(110.95, 28.05);
  await desk.tab('team');
  await expect(desk.answer).toContainText(desk.say('answer.noRoute'), { timeout: 60_000 });
});
