/** A walk through every screen of the console, one after the other, as an admin of the demonstration. */
import { expect } from '@playwright/test';
import { UPKEEP_VIEWS } from '../../../src/state/upkeep.ts';
import type { Console } from './console.ts';

/** Called on every screen, when it stands. */
export type See = (screen: string) => Promise<void>;

/** Before anybody is signed in. */
export async function tourOutside(desk: Console, see: See): Promise<void> {
  const { page } = desk;
  await desk.open();
  await expect(page.getByRole('heading', { name: desk.say('signIn.title') })).toBeVisible();
  await see('sign-in');
  await desk.signIn('nobody@demo.muster.local', 'not-the-password');
  await expect(page.getByRole('alert')).toBeVisible();
  await see('sign-in refused');
}

/** The map, the answer and what opens over them. */
export async function tourCommand(desk: Console, see: See): Promise<void> {
  const { page } = desk;
  await see('map');
  await page.getByTitle(desk.say('shell.link.details')).click();
  await expect(page.getByRole('button', { name: desk.say('shell.link.retry') })).toBeVisible();
  await see('data age');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: desk.say('shell.account.menu') }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await see('account menu');
  await page.getByRole('menuitem', { name: desk.say('shell.shortcuts.open') }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await see('shortcuts');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: desk.say('shell.shortcuts.close') })
    .click();
  await page.keyboard.press('n');
  await expect(page.getByText(desk.say('shell.placing.hint'))).toBeVisible();
  await see('placing');
  await page.keyboard.press('Escape');
  await desk.markAt(110.94, 28.02);
  await expect(desk.rows('team').first()).toBeVisible();
  await see('answer');
  await desk.openConditions();
  await see('answer with its conditions');
  await desk.answer.getByRole('combobox').first().click();
  await see('a choice in the conditions');
  await page.keyboard.press('Escape');
  await desk.ranking('team').locator('button[data-row]').first().click();
  await expect(page).toHaveURL(/sel=team\./);
  await see('answer with a card');
  await desk.sayKind('flood');
  await see('draft with its area');
  await page.getByRole('button', { name: desk.say('closing.closeRoad') }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await see('closing a road');
  await page.keyboard.press('Escape');
}

/** The register, its tasks and what is brought in. */
export async function tourRecords(desk: Console, see: See): Promise<void> {
  const { page } = desk;
  await desk.mode('records');
  const views = page.getByRole('navigation', { name: desk.say('upkeep.views') });
  for (const view of UPKEEP_VIEWS) {
    await views.getByRole('button', { name: desk.say(`upkeep.view.${view}`) }).click();
    if (view === 'rectification')
      await page.getByLabel(desk.say('rectification.report.year')).selectOption({ index: 1 });
    await expect(page.locator('#table')).not.toBeEmpty();
    await see(`records: ${view}`);
  }
  await views.getByRole('button', { name: desk.say('upkeep.view.tables') }).click();
  await page.locator('tr[data-id]').nth(1).click();
  await expect(page.getByRole('form', { name: desk.say('register.region.form') })).toBeVisible();
  await see('a record');
  await page.getByRole('form').getByRole('combobox').first().click();
  await expect(page.getByRole('listbox')).toBeVisible();
  await see('a choice in a record');
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: desk.say('register.close'), exact: true })
    .first()
    .click();
  const tools = page.getByRole('button', { name: desk.say('register.tools'), exact: true });
  if (await tools.isVisible()) await tools.click();
  await page.getByRole('button', { name: desk.say('importing.open') }).click();
  await expect(page.locator('input[data-takes="import"]')).toBeAttached();
  await see('import');
}

/** Accounts, rules, districts and roads. */
export async function tourOffice(desk: Console, see: See): Promise<void> {
  const { page } = desk;
  await desk.mode('people');
  for (const view of ['accounts', 'districts', 'rules', 'audit', 'me'] as const) {
    await page
      .getByRole('navigation', { name: desk.say('people.title') })
      .getByRole('button', { name: desk.say(`people.view.${view}`), exact: true })
      .click();
    await expect(page.getByText(desk.say('people.loading'))).toHaveCount(0);
    await see(`people: ${view}`);
  }
  await desk.mode('roads');
  await expect(page.getByRole('button', { name: desk.say('roadNetworks.import') })).toBeVisible();
  await see('roads');
}
