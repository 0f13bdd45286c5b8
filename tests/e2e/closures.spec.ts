/** Roads closed on the command map: drawn or clicked, counted at once, told truly, lifted with one hand. */
import type { LngLat } from '../../src/core/model/index.ts';
import { insertAs, recordNamed } from './driver/ask.ts';
import { Closures } from './driver/closures.ts';
import type { Console } from './driver/console.ts';
import { expect, test } from './driver/test.ts';

const VIEW = '#map=13.3/28.0075/110.95&at=110.9532,28.004,flood,2';
/** Along the river, under both bridges. */
const FROM: LngLat = [110.9405, 28.0105];
const TO: LngLat = [110.957, 28.0073];
/** On the road by which everybody from over there has to come then. */
const DETOUR: LngLat = [110.9626, 27.9955];
/** On a street of the town that no route uses. */
const STREET: LngLat = [110.9448, 28.0165];

async function ranked(muster: Console): Promise<string[]> {
  await expect(muster.answer).toContainText(muster.say('answer.arrivalNote'), { timeout: 60_000 });
  return muster.rankedNames('team');
}

async function drawAcross(closures: Closures): Promise<void> {
  await closures.start('line');
  await closures.clickAt(FROM);
  await closures.clickAt(TO);
}

test('a line across the bridges: who is first now, by which route, and why the old first is not', async ({
  muster,
}) => {
  const closures = new Closures(muster);
  const { page } = muster;
  await muster.enterAs('commander', VIEW);
  const before = await ranked(muster);
  await muster.still();
  const ink = await closures.inkAround(DETOUR, 40);

  // Not ended yet, and counted already.
  await drawAcross(closures);
  const rows = muster.ranking('team').locator('> li');
  await expect(rows.first()).not.toContainText(before[0]!);
  await expect(closures.note).toContainText(muster.say('closure.change.preview'));
  await expect(closures.note).toContainText(before[0]!);
  await muster.isAccessible('a closure being drawn');

  await page.keyboard.press('Enter');
  const card = closures.card();
  await expect(card).toContainText(muster.say('closure.card.preview'));
  await expect(card).toContainText('云洄大桥');
  await expect(card).toContainText('云洄二桥');
  await muster.isAccessible('a closure in hand');
  const [first = ''] = await muster.rankedNames('team');
  expect(first).not.toBe(before[0]);
  const change = rows.filter({ hasText: before[0]! });
  await expect(change).toContainText(
    muster.say('closure.change.closed', { count: 1, reasons: muster.say('closure.phase.draft') }),
  );
  await muster.still();
  expect(await closures.inkAround(DETOUR, 40)).toBeGreaterThan(ink);

  await closures.save('洪水漫过两桥');
  await expect(closures.note).not.toContainText(muster.say('closure.change.preview'));
  await expect(change).toContainText('洪水漫过两桥');
  await muster.isAccessible('a saved closure and what it changed');

  // Its list says what it closes, and lifts it.
  await closures.bar.getByRole('button', { expanded: false }).first().click();
  const listed = closures.bar.getByRole('listitem').filter({ hasText: '洪水漫过两桥' });
  await expect(listed).toContainText('云洄二桥');
  await muster.isAccessible('the list of closures');
  await listed.getByRole('button', { name: muster.say('closure.card.lift') }).click();
  await expect(rows.first()).toContainText(before[0]!);
  await expect(closures.note).toContainText(
    muster.say('closure.change.first', { name: before[0]!, now: '', before: '' }).split('，')[0]!,
  );
  await expect(rows.first()).toContainText('洪水漫过两桥');
  await expect(
    page.getByText(muster.say('closure.notice.lifted', { name: '洪水漫过两桥' })),
  ).toBeVisible();
  await page
    .getByRole('button', { name: muster.say('shell.notice.undo') })
    .last()
    .click();
  await expect(rows.first()).not.toContainText(before[0]!);
  await closures
    .card('洪水漫过两桥')
    .getByRole('button', { name: muster.say('closure.card.lift') })
    .click();
  await expect(rows.first()).toContainText(before[0]!);
  expect(await ranked(muster)).toEqual(before);
  await closures.note.getByRole('button', { name: muster.say('closure.change.dismiss') }).click();
  await expect(closures.note).toBeHidden();
});

test('the road under a click is closed from junction to junction; also without a mouse', async ({
  muster,
}) => {
  const closures = new Closures(muster);
  const { page } = muster;
  await muster.enterAs('commander', '#map=15/28.0165/110.9448');
  await closures.start('road');
  const { x, y } = await closures.at(STREET);
  await page.mouse.move(x, y);
  await expect(page.getByText('大桥路', { exact: false }).first()).toBeVisible();
  await page.mouse.click(x, y);
  await expect(closures.card()).toContainText('大桥路');
  await expect(closures.card()).toContainText(/断 1 段路/);
  await closures
    .card()
    .getByRole('button', { name: muster.say('register.discardNew') })
    .click();
  await expect(closures.card()).toBeHidden();

  await closures.menuButton.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: muster.say('closure.tool.road') }).press('Enter');
  await expect(page.locator('#map canvas').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(closures.card()).toContainText('大桥路');
  await closures.save('路面塌陷');
  await expect(closures.card('路面塌陷')).toContainText(/断 1 段路/);

  // A draft outlives the page.
  await closures.start('road');
  await closures.clickAt(STREET);
  await closures
    .card()
    .getByRole('textbox', { name: muster.say('register.field.reason') })
    .fill('写了一半');
  await page.reload();
  await muster.ready();
  await expect(closures.bar).toContainText(muster.say('closure.draftCount', { count: 1 }));
  // It goes on being counted, and whatever is asked says so.
  await muster.markAt(110.9532, 28.004);
  await expect(muster.answer).toContainText(muster.say('closure.change.preview'), {
    timeout: 60_000,
  });
});

test('a closure off every road says that it closes none', async ({ muster }) => {
  const closures = new Closures(muster);
  await muster.enterAs('field', '#map=14/28.0165/110.9448');
  await closures.start('point');
  // In the middle of the river.
  await closures.clickAt([110.9488, 28.0087]);
  await expect(closures.card()).toContainText(muster.say('closure.effect.none'), {
    timeout: 60_000,
  });
  await closures.save('河中');
  // Who reports from the field can add one and not change it.
  await expect(
    closures.card('河中').getByRole('button', { name: muster.say('closure.card.lift') }),
  ).toHaveCount(0);
});

test('one that ends opens by itself, and a viewer sees all of it and can change nothing', async ({
  muster,
  app,
}) => {
  const closures = new Closures(muster);
  await muster.enterAs('viewer', VIEW);
  const before = await ranked(muster);
  const { districtCode } = await recordNamed(app.address, 'team', before[0]!);
  await expect(closures.menuButton).toHaveCount(0);
  const seconds = (ahead: number): string => new Date(Date.now() + ahead * 1000).toISOString();
  await insertAs(app.address, 'commander', 'closure', {
    district_code: districtCode,
    reason: '短时封桥',
    from_at: seconds(-60),
    until_at: seconds(25),
    source: 'test',
    geom: `SRID=4326;LINESTRING(${FROM.join(' ')},${TO.join(' ')})`,
  });
  const rows = muster.ranking('team').locator('> li');
  await expect(rows.first()).not.toContainText(before[0]!);
  await closures.bar.getByRole('button', { expanded: false }).first().click();
  const listed = closures.bar.getByRole('listitem').filter({ hasText: '短时封桥' });
  await expect(listed).toContainText('云洄大桥');
  await expect(listed.getByRole('button')).toHaveCount(1);
  await listed.getByRole('button').click();
  await expect(closures.card('短时封桥')).toContainText(
    muster.say('closure.card.readOnly', { role: muster.say('kinds.role.viewer') }),
  );
  await muster.isAccessible('a closure as a viewer sees it');
  // Nobody writes anything any more.
  await expect(rows.first()).toContainText(before[0]!, { timeout: 40_000 });
  expect(await ranked(muster)).toEqual(before);
});

test('the new ranking stands at once, and the map is never held up by the roads', async ({
  muster,
}, info) => {
  const closures = new Closures(muster);
  const { page } = muster;
  await muster.enterAs('commander', VIEW);
  await ranked(muster);
  await muster.still();
  await page.evaluate(() => {
    const marks = { longest: 0, clicked: 0, changed: 0 };
    Object.assign(window, { marks });
    let last = performance.now();
    const beat = new MessageChannel();
    beat.port1.onmessage = () => {
      const now = performance.now();
      marks.longest = Math.max(marks.longest, now - last);
      last = now;
      setTimeout(() => beat.port2.postMessage(null), 4);
    };
    beat.port2.postMessage(null);
    window.addEventListener('pointerup', () => (marks.clicked = performance.now()), {
      capture: true,
    });
    const nearest = document.querySelector('#nearest')!;
    const first = (): string => nearest.querySelector('ol > li [data-row]')?.textContent ?? '';
    let shown = first();
    new MutationObserver(() => {
      if (first() === shown) return;
      shown = first();
      marks.changed = performance.now();
    }).observe(nearest, { childList: true, subtree: true, characterData: true });
  });
  type Marks = { longest: number; clicked: number; changed: number };
  const marks = (): Promise<Marks> =>
    page.evaluate(() => ({ ...(window as unknown as { marks: Marks }).marks }));
  const reset = (): Promise<void> =>
    page.evaluate(
      () =>
        void Object.assign((window as unknown as { marks: Marks }).marks, {
          longest: 0,
          changed: 0,
        }),
    );

  // The same gesture where there is no road: what drawing itself costs.
  await closures.start('line');
  await reset();
  await closures.clickAt([110.9605, 28.009]);
  await closures.clickAt([110.9612, 28.0085]);
  await page.waitForTimeout(1500);
  const idle = await marks();
  await page.keyboard.press('Escape');

  const first = muster.ranking('team').locator('> li').first();
  const [was = ''] = await muster.rankedNames('team');
  await closures.start('line');
  await reset();
  await closures.clickAt(FROM);
  const { x, y } = await closures.at(TO);
  await page.mouse.click(x, y);
  await expect(first).not.toContainText(was);
  await page.waitForTimeout(1500);
  const { longest, clicked, changed } = await marks();
  const figures = `ranking ${Math.round(changed - clicked)} ms after the click; longest hold-up ${Math.round(longest)} ms, without roads ${Math.round(idle.longest)} ms`;
  info.annotations.push({ type: 'figures', description: figures });
  process.stdout.write(`${figures}\n`);
  expect(changed - clicked).toBeGreaterThan(0);
  expect(changed - clicked).toBeLessThan(5000);
  expect(longest).toBeLessThan(Math.max(4 * idle.longest, 1000));
});
