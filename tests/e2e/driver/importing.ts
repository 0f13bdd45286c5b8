/** The import screen by hand: every drop, click and typed field is an action and is counted. */
import type { Locator } from '@playwright/test';
import type { MessageKey } from '../../../src/messages/index.ts';
import type { Console } from './console.ts';
import { expect } from './test.ts';

export interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const csvFile = (name: string, lines: readonly string[]): GivenFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});

export class ImportHand {
  actions = 0;

  constructor(readonly muster: Console) {}

  button(key: MessageKey, params = {}): Locator {
    return this.muster.page.getByRole('button', { name: this.muster.say(key, params) });
  }

  async press(key: MessageKey, params = {}): Promise<void> {
    this.actions++;
    await this.button(key, params).click();
  }

  /** From the command screen to where a file is dropped. */
  async open(): Promise<void> {
    this.actions++;
    await this.muster.mode('records');
    // On a telephone the tools of the table wait behind one button.
    const tools = this.muster.page.getByRole('button', {
      name: this.muster.say('register.tools'),
      exact: true,
    });
    await expect(tools.or(this.button('importing.open')).first()).toBeVisible();
    if (await tools.isVisible()) await this.press('register.tools');
    await this.press('importing.open');
  }

  async give(files: string | GivenFile | readonly GivenFile[]): Promise<void> {
    this.actions++;
    await this.muster.page
      .locator('input[data-takes="import"]')
      .setInputFiles(typeof files === 'object' && 'length' in files ? [...files] : files);
  }

  /** All that lies in a folder, with one press. */
  async giveFolder(folder: string): Promise<void> {
    this.actions++;
    await this.muster.page.locator('input[data-takes="import-folder"]').setInputFiles(folder);
  }

  async understood(): Promise<void> {
    await expect(this.button('importing.compare')).toBeEnabled({ timeout: 60_000 });
  }

  async compare(): Promise<void> {
    await this.press('importing.compare');
    await expect(
      this.muster.page.getByRole('tablist', { name: this.muster.say('importing.groups') }),
    ).toBeVisible({
      timeout: 60_000,
    });
  }

  async write(): Promise<void> {
    this.actions++;
    await this.muster.page.getByRole('button', { name: /^(写入|Write) / }).click();
    await expect(this.button('importing.done.undo')).toBeVisible({ timeout: 120_000 });
  }

  /** Write what is accepted, and have the next of several files with the same press. */
  async writeAndNext(): Promise<void> {
    this.actions++;
    await this.muster.page
      .getByRole('button', { name: this.muster.say('importQueue.andNext', { text: '' }) })
      .click();
  }

  /** The account of the rows: read = accepted + unchanged + repeated + rejected. */
  async totals(): Promise<number[]> {
    const text =
      (await this.muster.page.locator('[data-totals] > span').first().textContent()) ?? '';
    return (text.match(/[\d,]+/g) ?? []).map((digits) => Number(digits.replaceAll(',', '')));
  }

  group(name: 'new' | 'changed' | 'alike' | 'missing' | 'rejected' | 'unchanged'): Locator {
    return this.muster.page.locator(`[data-group="${name}"]`);
  }
}
