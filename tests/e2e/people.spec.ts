/** An admin manages accounts; everyone sees what their own may do. */
import type { Browser, Locator, Page } from '@playwright/test';
import type { App } from './driver/app.ts';
import { Console } from './driver/console.ts';
import { expect, keepInside, test } from './driver/test.ts';

const PEOPLE = '#mode=people';
const PASSWORD = 'river-stone-42-lamp';

/** Another person at another computer. */
async function another(browser: Browser, app: App, outside: string[]): Promise<Console> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  await keepInside(context, outside);
  return new Console(await context.newPage(), app.address);
}

const row = (page: Page, email: string): Locator =>
  page.getByRole('row').filter({ hasText: email });

test('makes an account, which signs in with the rights it was told to have, until it is disabled', async ({
  muster,
  page,
  browser,
  app,
  outside,
}) => {
  const say = muster.say.bind(muster);
  const email = 'li@test.example';
  await muster.enterAs('admin', PEOPLE);
  await page.getByRole('button', { name: say('people.accounts.add') }).click();
  const form = page.getByRole('form', { name: say('people.form.newTitle') });
  await form.getByLabel(say('people.form.name')).fill('李四（测试）');
  await form.getByLabel(say('people.form.email')).fill(email);
  await form.getByLabel(say('people.form.role')).selectOption('viewer');
  await form.getByLabel(say('people.form.district')).selectOption('990101');
  await expect(form.getByText(say('people.ability.contacts'))).toBeVisible();

  await form.getByLabel(say('people.form.password')).fill('aaaaaaaaaaaa');
  await form.getByRole('button', { name: say('people.form.create') }).click();
  await expect(form.getByRole('alert')).toHaveText(say('people.why.password_simple'));
  await expect(form.getByLabel(say('people.form.email'))).toHaveValue(email);
  await form.getByLabel(say('people.form.password')).fill(PASSWORD);
  await form.getByRole('button', { name: say('people.form.create') }).click();
  await expect(row(page, email)).toContainText(say('people.accounts.neverSeen'));

  const other = await another(browser, app, outside);
  await other.open(PEOPLE);
  await other.signIn(email, PASSWORD);
  await expect(
    other.page.getByText(say('people.rights.can', { district: '云洄县（演示）' })),
  ).toBeVisible({
    timeout: 60_000,
  });
  await expect(
    other.page.getByRole('button', { name: say('people.view.accounts'), exact: true }),
  ).toHaveCount(0);
  await expect(other.page.getByText(say('people.sessions.here'))).toBeVisible();

  await page.getByRole('button', { name: say('people.disable.disable') }).click();
  await expect(row(page, email)).toContainText(say('people.accounts.disabled'));
  await expect(
    other.page
      .getByText(say('signIn.expired'))
      .or(other.page.getByText(say('signIn.disabled.title'))),
  ).toBeVisible({ timeout: 30_000 });
  await other.page.context().close();

  await page.getByRole('button', { name: say('people.view.audit') }).click();
  const audit = page.getByRole('table', { name: say('people.audit.list') });
  await expect(audit).toContainText(say('people.audit.said.created', { about: email }));
  await expect(audit).toContainText(say('people.audit.said.sign_in', { about: email }));
});

test('ends a session of somebody, who is asked to sign in again', async ({
  muster,
  page,
  browser,
  app,
  outside,
}) => {
  const say = muster.say.bind(muster);
  const other = await another(browser, app, outside);
  await other.enterAs('planner');
  await muster.enterAs('admin', PEOPLE);
  await row(page, 'planner@demo.muster.local').getByRole('button').click();
  await page.getByRole('button', { name: say('people.sessions.endAll') }).click();
  await expect(page.getByText(say('people.sessions.none'))).toBeVisible();
  await expect(other.page.getByText(say('signIn.expired'))).toBeVisible({ timeout: 30_000 });
  await other.page.context().close();
});

test('nobody changes their own rights, and a new password needs the old one', async ({
  muster,
  page,
}) => {
  const say = muster.say.bind(muster);
  await muster.enterAs('admin', PEOPLE);
  await row(page, 'admin@demo.muster.local').getByRole('button').click();
  await expect(page.getByText(say('people.form.ownRole'))).toBeVisible();
  await expect(page.getByRole('button', { name: say('people.disable.disable') })).toHaveCount(0);
  await page.getByRole('button', { name: say('people.view.me') }).click();
  const form = page.getByRole('form', { name: say('people.password.mine') });
  await form.getByLabel(say('people.password.current')).fill('not the password');
  await form.getByLabel(say('people.password.new')).fill(PASSWORD);
  await form.getByRole('button', { name: say('people.password.change') }).click();
  await expect(form.getByRole('alert')).toHaveText(say('people.why.password_wrong'));
});

const LOOKS = [
  { language: 'zh-CN', theme: 'night', width: 1440, height: 900 },
  { language: 'en', theme: 'day', width: 390, height: 844 },
] as const;

for (const { language, theme, width, height } of LOOKS)
  test(`people: ${language} ${theme} ${width}×${height}`, async ({ muster, page }, info) => {
    await page.setViewportSize({ width, height });
    await muster.prefer(language, theme);
    await muster.enterAs('admin', PEOPLE);
    const see = async (state: string): Promise<void> => {
      await muster.isAccessible(state);
      const path = info.outputPath(`${state}.png`);
      await page.screenshot({ path });
      await info.attach(state, { path, contentType: 'image/png' });
    };
    await row(page, 'viewer@demo.muster.local').getByRole('button').click();
    await expect(
      page.getByRole('heading', { name: muster.say('people.password.title') }),
    ).toBeVisible();
    await see('account');
    await page.getByRole('button', { name: muster.say('people.accounts.add') }).click();
    await see('new-account');
    for (const view of ['audit', 'me'] as const) {
      await page.getByRole('button', { name: muster.say(`people.view.${view}`) }).click();
      await expect(page.getByText(muster.say('people.loading'))).toHaveCount(0);
      await see(view);
    }
  });
