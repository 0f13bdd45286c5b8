/** The screen of the register, in the words of the people who keep it. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { RegisterKind } from '../../../src/core/schema/index.ts';
import type { MessageKey, MessageParams } from '../../../src/messages/index.ts';
import type { Console } from './console.ts';

export class RegisterScreen {
  readonly muster: Console;
  readonly page: Page;

  constructor(muster: Console) {
    this.muster = muster;
    this.page = muster.page;
  }

  private say(key: MessageKey, params: MessageParams = {}): string {
    return this.muster.say(key, params);
  }

  /** Open the table of a kind by its address, as somebody who kept a link does. */
  async open(kind: RegisterKind): Promise<void> {
    await this.page
      .getByRole('button', { name: this.say('shell.mode.records'), exact: true })
      .first()
      .click();
    await this.page
      .getByRole('navigation', { name: this.say('register.region.kinds') })
      .getByRole('button', { name: this.say(`register.kind.${kind}`) })
      .click();
    await expect(this.table(kind)).toBeVisible();
  }

  table(kind: RegisterKind): Locator {
    return this.page.getByRole('table', {
      name: this.say('register.region.table', { kind: this.say(`register.kind.${kind}`) }),
    });
  }

  /** The first cell of the row of a record. */
  row(name: string): Locator {
    return this.page
      .locator('tr[data-id]')
      .filter({ has: this.page.getByRole('cell', { name, exact: true }) });
  }

  async find(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: this.say('register.search') }).fill(text);
  }

  async openRecord(name: string): Promise<void> {
    await this.find(name);
    await this.row(name).click();
    await expect(this.form.getByRole('heading', { name })).toBeVisible();
  }

  get form(): Locator {
    return this.page.getByRole('form', { name: this.say('register.region.form') });
  }

  /** A field of the open record, by its column. */
  field(column: string): Locator {
    return this.form.locator(`:is(input, select, textarea)[data-column="${column}"]`);
  }

  async press(key: MessageKey, params: MessageParams = {}): Promise<void> {
    await this.page.getByRole('button', { name: this.say(key, params), exact: true }).click();
  }

  /** A tool of the table; on a telephone they wait behind one button. */
  async tool(key: MessageKey): Promise<void> {
    const more = this.page.getByRole('button', { name: this.say('register.tools'), exact: true });
    if ((await more.isVisible()) && (await more.getAttribute('aria-expanded')) === 'false')
      await more.click();
    await this.press(key);
  }

  async add(kind: RegisterKind): Promise<void> {
    await this.press('register.add', { kind: this.say(`register.kind.${kind}`) });
    await expect(this.form).toBeVisible();
  }

  async save(): Promise<void> {
    await this.form.locator('button[type=submit]').click();
  }

  /** What just happened, as the screen says it. */
  async isNotified(key: MessageKey, params: MessageParams): Promise<void> {
    await expect(
      this.page.getByRole('region', { name: this.say('shell.region.notices') }),
    ).toContainText(this.say(key, params), { timeout: 60_000 });
  }

  async undo(): Promise<void> {
    await this.page
      .getByRole('button', { name: this.say('shell.notice.undo') })
      .last()
      .click();
  }

  async typeCoordinates(text: string): Promise<void> {
    await this.press('register.place.type');
    await this.page.getByLabel(this.say('incident.place.typeLabel'), { exact: true }).fill(text);
    await this.page
      .getByRole('button', { name: this.say('register.place.use') })
      .first()
      .click();
  }
}
