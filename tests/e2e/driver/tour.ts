/** A walk through every screen of the console, one after the other, as an admin of the demonstration. */
import { expect } from '@playwright/test';
import { UPKEEP_VIEWS } from '../../../src/state/upkeep.ts';
import type { Console } from './console.ts';

/** Called on every screen, when it stands. */
export type See = (screen: string) => Promise<void>;

/** Before anybody is signed in. */
export async function tourOutside(muster: Console, see: See): Promise<void> {
  const { page } = muster;
  await muster.open();
  await expect(page.getByRole('heading', { name: muster.say('signIn.title') })).toBeVisible();
  await see('sign-in');
  await muster.signIn('nobody@demo.muster.local', 'not-the-password');
  await expect(page.getByRole('alert')).toBeVisible();
  await see('sign-in refused');
}

/** The map, the answer and what opens over them. */
export async function tourCommand(muster: Console, see: See): Promise<void> {
  const { page } = muster;
  await see('map');
  await page.getByTitle(muster.say('shell.link.details')).click();
  await expect(page.getByRole('button', { name: muster.say('shell.link.retry') })).toBeVisible();
  await see('data age');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: muster.say('shell.account.menu') }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await see('account menu');
  await page.getByRole('menuitem', { name: muster.say('shell.shortcuts.open') }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await see('shortcuts');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: muster.say('shell.shortcuts.close') })
    .click();
  await page.keyboard.press('n');
  await expect(page.getByText(muster.say('shell.placing.hint'))).toBeVisible();
  await see('placing');
  await page.keyboard.press('Escape');
  await muster.markAt(110.94, 28.02);
  await expect(muster.rows('team').first()).toBeVisible();
  await see('answer');
  await muster.openConditions();
  await see('answer with its conditions');
  await muster.answer.getByRole('combobox').first().click();
  await see('a choice in the conditions');
  await page.keyboard.press('Escape');
  await muster.ranking('team').locator('button[data-row]').first().click();
  await expect(page).toHaveURL(/sel=team\./);
  await see('answer with a card');
  await muster.sayKind('flood');
  await see('draft with its area');
  await page.getByRole('button', { name: muster.say('closure.closeRoad') }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await see('closing a road');
  await page.keyboard.press('Escape');
}

/** The register, its tasks and what is brought in. */
export async function tourRecords(muster: Console, see: See): Promise<void> {
  const { page } = muster;
  await muster.mode('records');
  const views = page.getByRole('navigation', { name: muster.say('upkeep.views') });
  for (const view of UPKEEP_VIEWS) {
    await views.getByRole('button', { name: muster.say(`upkeep.view.${view}`) }).click();
    if (view === 'rectification')
      await page.getByLabel(muster.say('rectification.report.year')).selectOption({ index: 1 });
    await expect(page.locator('#table')).not.toBeEmpty();
    await see(`records: ${view}`);
  }
  await views.getByRole('button', { name: muster.say('upkeep.view.tables') }).click();
  await page.locator('tr[data-id]').nth(1).click();
  await expect(page.getByRole('form', { name: muster.say('register.region.form') })).toBeVisible();
  await see('a record');
  await page.getByRole('form').getByRole('combobox').first().click();
  await expect(page.getByRole('listbox')).toBeVisible();
  await see('a choice in a record');
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: muster.say('register.close'), exact: true })
    .first()
    .click();
  const tools = page.getByRole('button', { name: muster.say('register.tools'), exact: true });
  if (await tools.isVisible()) await tools.click();
  await page.getByRole('button', { name: muster.say('importing.open') }).click();
  await expect(page.locator('input[data-takes="import"]')).toBeAttached();
  await see('import');
}

/** Accounts, rules, districts and roads. */
export async function tourOffice(muster: Console, see: See): Promise<void> {
  const { page } = muster;
  await muster.mode('people');
  for (const view of ['accounts', 'districts', 'thresholds', 'audit', 'me'] as const) {
    await page
      .getByRole('navigation', { name: muster.say('people.title') })
      .getByRole('button', { name: muster.say(`people.view.${view}`), exact: true })
      .click();
    await expect(page.getByText(muster.say('people.loading'))).toHaveCount(0);
    await see(`people: ${view}`);
  }
  await muster.mode('roads');
  await expect(page.getByRole('button', { name: muster.say('roadNetworks.import') })).toBeVisible();
  await see('roads');
}
