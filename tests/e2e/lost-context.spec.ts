/** The graphics card drops what the map keeps on it (sleep, a driver's restart, too many tabs) and comes back. */
import { Closures } from './driver/closures.ts';
import { expect, test } from './driver/test.ts';

test('a lost context is said, and the map comes back as it was, with the lines of the answer', async ({
  muster,
  page,
}) => {
  await muster.enterAs('commander');
  const closures = new Closures(muster);
  await muster.markAt(110.94, 28.02);
  await expect(muster.rows('team').first()).toBeVisible();
  await muster.still();
  const ids = await muster.rankedIds('team');
  await expect.poll(() => closures.inkAround([110.94, 28.02], 60)).toBeGreaterThan(100);
  const ink = await closures.inkAround([110.94, 28.02], 60);
  const view = /map=[^&]*/.exec(page.url())?.[0];
  expect(view).toBeDefined();

  for (const turn of [1, 2]) {
    const card = await page.evaluateHandle(() =>
      document
        .querySelector<HTMLCanvasElement>('#map canvas')
        ?.getContext('webgl2')
        ?.getExtension('WEBGL_lose_context'),
    );
    await card.evaluate((lost) => lost?.loseContext());
    await expect(page.getByText(muster.say('map.contextLost'))).toBeVisible();
    expect(await muster.rankedIds('team')).toEqual(ids);
    await card.evaluate((lost) => lost?.restoreContext());
    await expect(
      page.locator(`section[data-generation="${turn}"][data-map-ready="true"]`),
    ).toBeAttached();
    await expect(page.getByText(muster.say('map.contextLost'))).toHaveCount(0);
    await muster.still();
    await expect.poll(() => closures.inkAround([110.94, 28.02], 60)).toBeGreaterThan(0.9 * ink);
    expect(/map=[^&]*/.exec(page.url())?.[0]).toBe(view);
  }
});
