/** Every way a sign-in ends has its screen. */
import type { Page } from '@playwright/test';
import { openToolDatabase } from '../../supabase/tools/database.ts';
import { DEMO_PASSWORD } from './driver/console.ts';
import { expect, test } from './driver/test.ts';

test('a wrong password is said plainly', async ({ muster, page }) => {
  await muster.open();
  await muster.signIn('commander@demo.muster.local', 'not-the-password');
  await expect(page.getByRole('alert')).toContainText(muster.say('signIn.wrongPassword'));
  await muster.isAccessible('wrong password');
});

test('an account without a role sees why, and nothing else', async ({ muster, page, app }) => {
  const email = 'no-role@test.example';
  await app.tool(
    'user',
    ['add', email, '--role', 'viewer', '--district', '0', '--name', 'X', '--password-stdin'],
    'long-enough-password\n',
  );
  const db = await openToolDatabase({ dataDir: app.dataDir });
  await db.query(
    'delete from public.profile where user_id = (select id from auth.users where email = $1)',
    [email],
  );
  await db.close();
  await muster.open();
  await muster.signIn(email, 'long-enough-password');
  await expect(
    page.getByRole('heading', { name: muster.say('signIn.noRole.title') }),
  ).toBeVisible();
  await muster.isAccessible('no role');
});

test('a disabled account sees why', async ({ muster, page, app }) => {
  const email = 'disabled@test.example';
  await app.tool(
    'user',
    ['add', email, '--role', 'viewer', '--district', '0', '--name', 'Y', '--password-stdin'],
    'long-enough-password\n',
  );
  await app.tool('user', ['disable', email]);
  await muster.open();
  await muster.signIn(email, 'long-enough-password');
  await expect(
    page.getByRole('heading', { name: muster.say('signIn.disabled.title') }),
  ).toBeVisible();
  await muster.isAccessible('disabled');
});

/** Lets the access token's quarter of an hour pass in a moment; the server itself is asked for the next one. */
const tokenGrowsOld = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const session = JSON.parse(sessionStorage.getItem('muster.session') ?? '{}') as {
      expires_at: number;
    };
    sessionStorage.setItem('muster.session', JSON.stringify({ ...session, expires_at: 1000 }));
  });

test('a session that ended says so, also after a reload, and the draft comes back', async ({
  muster,
  page,
  app,
}) => {
  const email = 'ended@test.example';
  const setPassword = (command: string[], password: string) =>
    app.tool('user', [...command, '--password-stdin'], `${password}\n`);
  await setPassword(
    ['add', email, '--role', 'commander', '--district', '0', '--name', 'Z'],
    'long-enough-password',
  );
  await muster.open();
  await muster.signIn(email, 'long-enough-password');
  await muster.ready();
  await muster.markAt(110.95, 28.05);
  await muster.title.fill('没来得及保存（测试）');

  // While the console is open: over the screen, which stays as it was.
  await muster.openConditions();
  await setPassword(['password', email], 'second-long-password');
  await tokenGrowsOld(page);
  const asked = page.getByRole('dialog', { name: muster.say('signIn.endedTitle') });
  await expect(asked).toBeVisible({ timeout: 30_000 });
  await expect(asked.getByLabel(muster.say('signIn.email'))).toHaveValue(email);
  await muster.isAccessible('ended session');
  const rows = await muster.rankedIds('team');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(asked).toBeVisible();
  await muster.signIn(email, 'second-long-password');
  await expect(asked).toBeHidden();
  await expect(muster.title).toHaveValue('没来得及保存（测试）');
  await expect(muster.answer.locator('details[open] summary').first()).toBeVisible();
  expect(await muster.rankedIds('team')).toEqual(rows);
  await muster.ready();

  // And a reload while it is asked for.
  await setPassword(['password', email], 'second-long-password');
  await tokenGrowsOld(page);
  await expect(asked).toBeVisible({ timeout: 30_000 });
  await page.reload();
  const ended = page.getByText(muster.say('signIn.expired'));
  await expect(ended).toBeVisible();
  await muster.signIn(email, 'second-long-password');
  await muster.ready();
  await expect(muster.title).toHaveValue('没来得及保存（测试）');

  // And when only a reload finds out.
  await setPassword(['password', email], 'third-long-password');
  await tokenGrowsOld(page);
  await page.reload();
  await expect(ended).toBeVisible();
  await muster.signIn(email, 'third-long-password');
  await muster.ready();
  await expect(muster.title).toHaveValue('没来得及保存（测试）');
  await muster.saveIncident('没来得及保存（测试）');
  await page.reload();
  await muster.ready();
  await expect(ended).toBeHidden();
});

test('another person at a screen whose session ended finds nothing of it', async ({
  muster,
  page,
  app,
}) => {
  const email = 'left-the-desk@test.example';
  const setPassword = (command: string[], password: string) =>
    app.tool('user', [...command, '--password-stdin'], `${password}\n`);
  await setPassword(
    ['add', email, '--role', 'commander', '--district', '0', '--name', 'Q'],
    'long-enough-password',
  );
  await muster.open();
  await muster.signIn(email, 'long-enough-password');
  await muster.ready();
  await muster.markAt(110.95, 28.05);
  await muster.title.fill('别人不该看到（测试）');
  await setPassword(['password', email], 'second-long-password');
  await tokenGrowsOld(page);
  const asked = page.getByRole('dialog', { name: muster.say('signIn.endedTitle') });
  await expect(asked).toBeVisible({ timeout: 30_000 });
  await muster.signIn('viewer@demo.muster.local', DEMO_PASSWORD);
  await muster.ready();
  await expect(asked).toHaveCount(0);
  await expect(muster.answer).toHaveCount(0);
  await expect(page.locator('body')).not.toContainText('别人不该看到');
  expect(page.url()).not.toContain('in=');
  expect(await page.locator('a[href^="tel:"]').count()).toBe(0);
});

test('signing out ends at the sign-in screen', async ({ muster, page }) => {
  await muster.enterAs('viewer');
  await page.getByRole('button', { name: /演示/ }).last().click();
  await page.getByRole('menuitem', { name: muster.say('shell.account.signOut') }).click();
  await expect(page.getByText(muster.say('signIn.signedOut'))).toBeVisible();
});

test('a viewer reads the answer but neither saves nor sees a telephone', async ({
  muster,
  page,
}) => {
  await muster.enterAs('viewer');
  await muster.markAt(110.95, 28.05);
  expect(await muster.rankedIds('team')).not.toHaveLength(0);
  await expect(
    page.getByRole('button', { name: muster.say('incident.save'), exact: true }),
  ).toHaveCount(0);
  expect(await page.locator('a[href^="tel:"]').count()).toBe(0);
});

test('the page works in a folder of somebody’s site', async ({ muster, page, app }) => {
  const fromRoot: string[] = [];
  const pageFile = /^\/(office\/muster\/|assets\/|favicon|muster-config|index)/;
  await page.route(
    (url) => url.origin === app.address && pageFile.test(url.pathname),
    async (route) => {
      const url = new URL(route.request().url());
      if (!url.pathname.startsWith('/office/muster/')) fromRoot.push(url.pathname);
      const response = await route.fetch({ url: url.href.replace('/office/muster/', '/') });
      await route.fulfill({ response });
    },
  );
  await page.goto(`${app.address}/office/muster/`);
  await muster.signIn('viewer@demo.muster.local', DEMO_PASSWORD);
  await muster.ready();
  expect(fromRoot).toEqual([]);
});
