/** Minutes, not metres: the ranking follows the roads as they are now, and says why somebody cannot come. */
import { insertAs, recordNamed, squareAround } from './driver/ask.ts';
import { expect, test } from './driver/test.ts';

/** On a road of the demonstration. */
const SPOT = [110.95, 28.02] as const;

test('teams rank by arrival, and a closure across the route changes the answer by itself', async ({
  muster,
  app,
}) => {
  await muster.enterAs('commander');
  await muster.markAt(...SPOT);
  await muster.tab('team');
  await expect(muster.answer).toContainText(muster.say('answer.arrivalNote'), { timeout: 60_000 });
  const rows = muster.rows('team');
  await expect(rows.first()).toContainText(muster.say('answer.term.mobilisation'));
  await expect(rows.first()).toContainText(muster.say('answer.term.by.emergency-car'));
  await muster.isAccessible('ranking by arrival');

  const [first = ''] = await muster.rankedNames('team');
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
  muster,
}) => {
  await muster.enterAs('viewer');
  await muster.markAt(...SPOT);
  for (const [kind, words] of [
    ['shelter', 'answer.term.by.foot'],
    ['depot', 'answer.term.by.heavy-truck'],
  ] as const) {
    await muster.tab(kind);
    await expect(muster.answer).toContainText(muster.say('answer.arrivalNote'), {
      timeout: 60_000,
    });
    await expect(muster.rows(kind).first()).toContainText(muster.say(words));
  }
  await muster.tab('hazard');
  await expect(muster.answer).toContainText(muster.say('answer.straightLineNote'));

  // Three kilometres from any road.
  await muster.markAt(110.95, 28.05);
  await muster.tab('team');
  await expect(muster.answer).toContainText(muster.say('answer.noRoute'), { timeout: 60_000 });
});
