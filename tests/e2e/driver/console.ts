/** The console in the words of the people who use it. */
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { translate } from '../../../src/messages/index.ts';
import type { EventKind } from '../../../src/core/model/index.ts';
import type { Language, MessageKey, MessageParams } from '../../../src/messages/index.ts';
import type { AnswerTab } from '../../../src/state/session.ts';

export const DEMO_PASSWORD = 'muster-demo';
export type DemoRole = 'admin' | 'commander' | 'planner' | 'field' | 'viewer';

export class Console {
  language: Language = 'zh-CN';
  readonly page: Page;
  readonly address: string;

  constructor(page: Page, address: string) {
    this.page = page;
    this.address = address;
  }

  /** A message as the screen shows it now. */
  say(key: MessageKey, params: MessageParams = {}): string {
    return translate(this.language, key, params);
  }

  async open(hash = ''): Promise<void> {
    await this.page.goto(`${this.address}/${hash}`);
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.page.getByLabel(this.say('signIn.email')).fill(email);
    await this.page.getByLabel(this.say('signIn.password'), { exact: true }).fill(password);
    await this.page.getByRole('button', { name: this.say('signIn.submit'), exact: true }).click();
  }

  /** Open the console as a demo role and wait until the map stands. */
  async enterAs(role: DemoRole, hash = ''): Promise<void> {
    await this.open(hash);
    await this.signIn(`${role}@demo.muster.local`, DEMO_PASSWORD);
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.page.locator('section[data-map-ready="true"]')).toBeAttached({
      timeout: 90_000,
    });
    await expect(this.page.getByTitle(this.say('shell.link.details'))).toContainText(
      this.say('shell.link.live'),
      {
        timeout: 60_000,
      },
    );
    // A record that the page cannot read is missing from every answer.
    await expect(this.page.locator('[data-unreadable]')).toHaveCount(0);
    await this.still();
  }

  /** The map has drawn what it was told, even where another screen hides it. */
  async still(): Promise<void> {
    await expect(this.page.locator('section[data-map-idle="true"]')).toBeAttached({
      timeout: 60_000,
    });
  }

  /** Change the way of working: in the rail, on a telephone in the menu of the account. */
  async mode(mode: 'command' | 'records' | 'people' | 'roads'): Promise<void> {
    const name = this.say(`shell.mode.${mode}`);
    const inRail = this.page.getByRole('button', { name, exact: true });
    if (await inRail.isVisible()) return inRail.click();
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: this.say('shell.account.menu') })
      .click();
    await this.page.getByRole('menuitem', { name }).click();
  }

  get search(): Locator {
    return this.page.getByRole('combobox', { name: this.say('search.label') });
  }

  /** Mark an incident by typing its coordinates into the search. */
  async markAt(lng: number, lat: number): Promise<void> {
    await this.search.fill(`${lng}, ${lat}`);
    await this.page
      .getByRole('option', { name: this.say('search.coordinates.mark') })
      .first()
      .click();
    await expect(this.answer).toBeVisible();
  }

  get answer(): Locator {
    return this.page.getByRole('region', { name: this.say('answer.title') });
  }

  async tab(kind: AnswerTab): Promise<void> {
    await this.page.getByRole('tab', { name: this.say(`answer.tab.${kind}`) }).click();
  }

  ranking(kind: AnswerTab): Locator {
    return this.page.getByRole('list', {
      name: this.say('answer.list', { kind: this.say(`answer.tab.${kind}`) }),
    });
  }

  /** The ranked rows, without the lines that tell who cannot come. */
  rows(kind: AnswerTab): Locator {
    return this.ranking(kind).locator('> li[data-id]');
  }

  /** Ids of the ranked records, in order. */
  async rankedIds(kind: AnswerTab): Promise<string[]> {
    const rows = this.rows(kind);
    await expect(rows.first()).toBeVisible();
    return rows.evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.id ?? ''));
  }

  async rankedNames(kind: AnswerTab): Promise<string[]> {
    const names = this.rows(kind).locator('button[data-row]');
    await expect(names.first()).toBeVisible();
    return names.evaluateAll((items) =>
      items.map((item) => item.lastChild?.textContent?.trim() ?? ''),
    );
  }

  /** The conditions begin folded, so that the rows have the height. */
  async openConditions(): Promise<void> {
    const summary = this.answer
      .locator('summary', { hasText: this.say('answer.filter.title') })
      .first();
    if (!(await summary.evaluate((it) => it.parentElement?.hasAttribute('open') ?? false)))
      await summary.click();
  }

  get title(): Locator {
    return this.page.getByRole('textbox', { name: this.say('incident.field.title') });
  }

  /** What happened; a new incident has no kind until somebody says it. */
  async sayKind(kind: EventKind): Promise<void> {
    await this.page
      .getByRole('combobox', { name: this.say('incident.field.what') })
      .selectOption(kind);
  }

  async saveIncident(title: string, kind: EventKind = 'flood'): Promise<void> {
    await this.title.fill(title);
    await this.sayKind(kind);
    await this.page.getByRole('button', { name: this.say('incident.save'), exact: true }).click();
    await expect(this.page.getByRole('heading', { name: title })).toBeVisible();
  }

  /** Language and colours as somebody chose them on this computer before. */
  async prefer(language: Language, theme: 'day' | 'night' = 'day'): Promise<void> {
    this.language = language;
    await this.page.addInitScript(
      ([chosenLanguage, chosenTheme]) => {
        localStorage.setItem('muster.language', chosenLanguage);
        localStorage.setItem('muster.theme', chosenTheme);
      },
      [language, theme] as const,
    );
  }

  /** What axe finds on the screen by any of its rules: those of WCAG 2.2 and its best practice (landmarks, headings). */
  async violations(): Promise<string[]> {
    // The legacy mode looks at the page alone, without a second page to gather what was found in its frames.
    expect(this.page.frames(), 'frames, which would be left out').toHaveLength(1);
    const { violations } = await new AxeBuilder({ page: this.page })
      .setLegacyMode(true)
      // Every rule is tried; only of what is in order not every place is described, which took four fifths of the time.
      .options({ resultTypes: ['violations'] })
      .analyze();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
    );
  }

  /**
   * Everything to be touched that is smaller than 44 × 44 CSS px (WCAG 2.5.5), with its size. A checkbox is as large as
   * its label; a link within a sentence is text.
   */
  async smallTargets(): Promise<string[]> {
    return this.page.evaluate(() => {
      const LEAST = 44;
      const TOUCHED =
        'button, a[href], input, select, textarea, summary, [role=tab], [role=option], [role=menuitem], [role=button]';
      const found = [...document.querySelectorAll<HTMLElement>(TOUCHED)].flatMap((item) => {
        if (!item.checkVisibility({ visibilityProperty: true, opacityProperty: false })) return [];
        const label =
          item instanceof HTMLInputElement && /checkbox|radio/.test(item.type)
            ? item.labels?.[0]
            : null;
        const box = item.getBoundingClientRect();
        const labelled = label?.getBoundingClientRect() ?? box;
        const width = Math.max(box.right, labelled.right) - Math.min(box.left, labelled.left);
        const height = Math.max(box.bottom, labelled.bottom) - Math.min(box.top, labelled.top);
        // Hidden from the eye, as the skip links and the inputs behind a file button are.
        if (width <= 1 || height <= 1 || box.right <= 0 || box.bottom <= 0) return [];
        if (
          item.matches('a') &&
          getComputedStyle(item).display === 'inline' &&
          item.closest('p, dd, li, span') !== null
        )
          return [];
        if (width >= LEAST - 0.5 && height >= LEAST - 0.5) return [];
        const name = item.getAttribute('aria-label') ?? item.title ?? '';
        const said = name === '' ? item.textContent.trim().slice(0, 30) : name;
        return [
          `${item.tagName.toLowerCase()} ${said} .${item.className}: ${Math.round(width)}×${Math.round(height)}`,
        ];
      });
      return [...new Set(found)];
    });
  }

  async isAccessible(what: string): Promise<void> {
    expect(await this.violations(), `axe: ${what}`).toEqual([]);
  }
}
