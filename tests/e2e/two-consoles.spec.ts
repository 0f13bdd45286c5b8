/** Two people at once, and a network that dies: nothing is lost and nothing is overwritten silently. */
import type { Browser } from '@playwright/test';
import type { App } from './driver/app.ts';
import { Console } from './driver/console.ts';
import { expect, keepInside, test } from './driver/test.ts';

async function colleague(browser: Browser, app: App, outside: string[]): Promise<Console> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  await keepInside(context, outside);
  const other = new Console(await context.newPage(), app.address);
  await other.enterAs('admin');
  return other;
}

test('what one console saved appears on the other within 15 s', async ({
  muster,
  browser,
  app,
  outside,
}) => {
  await muster.enterAs('commander');
  const other = await colleague(browser, app, outside);
  await muster.markAt(110.93, 28.02);
  await muster.saveIncident('两台同看（测试）');
  const list = other.page.getByRole('list', { name: other.say('incident.list.open') });
  await expect(list).toContainText('两台同看（测试）', { timeout: 15_000 });
  await other.page.context().close();
});

test('a second save over someone else’s is refused with both versions shown', async ({
  muster,
  browser,
  app,
  outside,
  page,
}) => {
  await muster.enterAs('commander');
  await muster.markAt(110.94, 28.01);
  await muster.saveIncident('甲的版本');
  const other = await colleague(browser, app, outside);
  await other.page
    .getByRole('list', { name: other.say('incident.list.open') })
    .getByText('甲的版本')
    .click();
  await page.getByRole('button', { name: muster.say('incident.edit') }).click();
  await muster.title.fill('甲改过的版本');
  await other.page.getByRole('button', { name: other.say('incident.edit') }).click();
  await other.title.fill('乙先存的版本');
  await other.page.getByRole('button', { name: other.say('incident.saveChanges') }).click();
  await expect(other.page.getByRole('heading', { name: '乙先存的版本' })).toBeVisible();

  await page.getByRole('button', { name: muster.say('incident.saveChanges') }).click();
  const conflict = page.getByRole('alert', { name: muster.say('incident.conflict.region') });
  await expect(conflict).toContainText('甲改过的版本');
  await expect(conflict).toContainText('乙先存的版本');
  await muster.isAccessible('conflict');
  await page.getByRole('button', { name: muster.say('incident.conflict.keepTheirs') }).click();
  await expect(page.getByRole('heading', { name: '乙先存的版本' })).toBeVisible();
  await other.page.context().close();
});

test('a network that dies mid-save loses nothing and saves once', async ({ muster, page, app }) => {
  await muster.enterAs('commander');
  await muster.markAt(110.92, 28.05);
  // The answer is lost on the way back: the server has saved, the page cannot know.
  let lost = 0;
  await page.route('**/rest/v1/rpc/save_record', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue();
    lost++;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await muster.title.fill('断网时保存（测试）');
  await muster.sayKind('flood');
  await page.getByRole('button', { name: muster.say('incident.save'), exact: true }).click();
  await expect(page.getByRole('heading', { name: '断网时保存（测试）' })).toBeVisible({
    timeout: 60_000,
  });
  expect(lost).toBe(1);
  const { recordsOf } = await import('./driver/register.ts');
  const saved = (await recordsOf(app.address, 'incident')).filter(
    (row) => row.title === '断网时保存（测试）',
  );
  expect(saved).toHaveLength(1);
});

test('a server that is away is said, and comes back by itself', async ({ muster, page, app }) => {
  test.setTimeout(300_000);
  const comesByItself = ['pinyin-readings', 'search-index', 'answer-overlay', 'deck'].map((name) =>
    page.waitForResponse((response) => response.url().includes(`/assets/${name}`)),
  );
  await muster.enterAs('commander');
  // Nobody has searched or asked for anything yet.
  for (const response of await Promise.all(comesByItself)) await response.finished();
  await app.pullPlug();
  await expect(page.getByTitle(muster.say('shell.link.details'))).toContainText(
    muster.say('shell.link.offline'),
    {
      timeout: 30_000,
    },
  );
  await muster.search.fill('zx');
  await expect(page.getByRole('option').first()).toBeVisible();
  await muster.markAt(110.91, 28.06);
  expect(await muster.rankedIds('team')).not.toHaveLength(0);
  await muster.still();
  await app.comeBack();
  await expect(page.getByTitle(muster.say('shell.link.details'))).toContainText(
    muster.say('shell.link.live'),
    {
      timeout: 60_000,
    },
  );
});

test('a part of the page that does not come is said, and comes later by itself', async ({
  muster,
  page,
}) => {
  await page.route(/\/assets\/(pinyin-readings|answer-overlay)/, (route) =>
    route.abort('connectionrefused'),
  );
  await muster.enterAs('commander');
  await muster.search.fill('zx');
  await expect(page.getByText(muster.say('search.missing'))).toBeVisible();
  await muster.markAt(110.91, 28.06);
  expect(await muster.rankedIds('team')).not.toHaveLength(0);
  await expect(page.getByText(muster.say('map.linesMissing'))).toBeVisible();
  await page.unrouteAll();
  await expect(page.getByText(muster.say('map.linesMissing'))).toBeHidden({ timeout: 30_000 });
  await muster.search.fill('zx');
  await expect(page.getByRole('option').first()).toBeVisible();
});
