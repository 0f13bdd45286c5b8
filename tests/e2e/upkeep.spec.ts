/**
 * The register is kept true: movements, "still true" and disputes, history, rectification, evacuation. Every number on
 * the screen is compared with what the database says.
 */
import type { Locator, Page, TestInfo } from '@playwright/test';
import type { Hazard, RecordOf } from '../../src/core/model/index.ts';
import type { UpkeepView } from '../../src/state/upkeep.ts';
import { askAs, recordNamed } from './driver/ask.ts';
import type { Console } from './driver/console.ts';
import { recordsOf } from './driver/register.ts';
import { expect, test } from './driver/test.ts';

const DEPOT = '县卫生应急物资库';
const ITEM = '担架';
const SHELTER = '云洄一中操场';

/** The parts of the console that keep the register true, in the words of a clerk. */
class Upkeep {
  private readonly muster: Console;
  constructor(muster: Console) {
    this.muster = muster;
  }

  get page(): Page {
    return this.muster.page;
  }

  /** The card of a record, opened by its address. */
  async card(kind: string, record: { id: string; name: string }): Promise<Locator> {
    await this.page.evaluate((hash) => (location.hash = hash), `#sel=${kind}.${record.id}`);
    const card = this.page.getByRole('region', {
      name: this.muster.say('card.region', { name: record.name }),
    });
    await expect(card).toBeVisible();
    return card;
  }

  async view(view: UpkeepView): Promise<void> {
    await this.muster.mode('records');
    await this.page
      .getByRole('navigation', { name: this.muster.say('upkeep.views') })
      .getByRole('button', { name: this.muster.say(`upkeep.view.${view}`) })
      .click();
  }

  async isNotified(text: string): Promise<void> {
    await expect(
      this.page.getByRole('region', { name: this.muster.say('shell.region.notices') }),
    ).toContainText(text);
  }
}

test('stock goes in and out by movements, never below nothing, and what was typed is never lost', async ({
  muster,
  page,
  app,
  context,
}) => {
  const upkeep = new Upkeep(muster);
  const depot = await recordNamed(app.address, 'depot', DEPOT);
  const lotNow = async (): Promise<RecordOf['stock_lot']> => {
    const lots = await recordsOf(app.address, 'stock_lot');
    return lots.find(
      ({ depotId, item }) => depotId === depot.id && item === ITEM,
    ) as RecordOf['stock_lot'];
  };
  const lot = await lotNow();
  const had = lot.quantity ?? 0;
  await muster.enterAs('field');
  const card = await upkeep.card('depot', depot);
  await card.getByRole('button', { name: muster.say('stock.openFor', { item: ITEM }) }).click();
  const form = card.getByRole('form', { name: muster.say('stock.form', { name: ITEM }) });
  const amount = form.getByLabel(muster.say('stock.amount', { unit: lot.unit }));
  const reason = form.getByRole('textbox', { name: muster.say('stock.reason'), exact: true });
  const save = form.getByRole('button', { name: muster.say('stock.save'), exact: true });

  await amount.fill(String(had + 6));
  await save.click();
  await expect(form).toContainText(
    muster.say('stock.fault.beyond', {
      has: `${had} ${lot.unit}`,
      asked: `${had + 6} ${lot.unit}`,
    }),
  );
  await expect(form).toContainText(muster.say('stock.fault.reason-missing'));

  await amount.fill('4');
  await reason.fill('支援双汊镇转移');
  await context.setOffline(true);
  await save.click();
  await expect(form.getByRole('alert')).toHaveText(muster.say('stock.failed.unreachable'));
  await expect(amount).toHaveValue('4');
  await expect(reason).toHaveValue('支援双汊镇转移');
  await context.setOffline(false);
  await form.getByRole('button', { name: muster.say('stock.again') }).click();
  await expect(form).toBeHidden();
  expect((await lotNow()).quantity).toBe(had - 4);

  // Somebody else takes nearly all of it meanwhile: the server refuses, both numbers are said, the text stays.
  await card.getByRole('button', { name: muster.say('stock.openFor', { item: ITEM }) }).click();
  await amount.fill(String(had - 4));
  await reason.fill('全部调出');
  const taken = {
    p_id: crypto.randomUUID(),
    p_lot: lot.id,
    p_movement: 'out',
    p_quantity: 20,
    p_reason: '抢先',
  };
  await askAs(app.address, 'planner', 'move_stock', taken);
  await save.click();
  await expect(form.getByRole('alert').or(form.getByText(String(had - 24)))).not.toHaveCount(0);
  await expect(reason).toHaveValue('全部调出');
  expect((await lotNow()).quantity).toBe(had - 24);

  await form.getByText(muster.say('stock.act.transfer')).click();
  await save.evaluate((button) => button.scrollIntoView({ block: 'center' }));
  await muster.isAccessible('a transfer');
  await amount.fill('2');
  await form.getByLabel(muster.say('stock.toDepot')).selectOption({ index: 1 });
  await save.click();
  await expect(form).toBeHidden();
  expect((await lotNow()).quantity).toBe(had - 26);

  await card.getByRole('button', { name: muster.say('stock.list.of', { name: ITEM }) }).click();
  const ledger = card.getByRole('table', { name: muster.say('stock.list.of', { name: ITEM }) });
  await expect(ledger.getByRole('row').nth(1)).toContainText(muster.say('stock.act.transfer'));
  await expect(ledger).toContainText('支援双汊镇转移');
  await expect(ledger).toContainText(`${had - 4} ${lot.unit}`);
  await expect(page.getByText(muster.say('stock.act.transfer')).first()).toBeVisible();
});

test('lists of stock are what the database counts, and a lot is moved from the list', async ({
  muster,
  page,
  app,
}) => {
  const upkeep = new Upkeep(muster);
  const lots = await recordsOf(app.address, 'stock_lot');
  const low = lots.filter(
    ({ quantity, minimum }) => quantity !== null && minimum !== null && quantity < minimum,
  );
  await muster.enterAs('planner');
  await upkeep.view('stock');
  const name = muster.say('stock.watch.count', {
    name: muster.say('stock.mark.low'),
    count: low.length,
  });
  await page.getByRole('radio', { name }).check({ force: true });
  const table = page.getByRole('table', { name: muster.say('stock.mark.low') });
  await expect(table.getByRole('row')).toHaveCount(low.length + 1);
  const first = table.getByRole('button').first();
  const item = (await first.textContent()) ?? '';
  await first.click();
  await table.getByRole('button', { name: muster.say('stock.openFor', { item }) }).click();
  const form = page.getByRole('form', { name: muster.say('stock.form', { name: item }) });
  await form.getByText(muster.say('stock.act.in')).click();
  await form.getByRole('textbox').first().fill('100000');
  await form
    .getByRole('textbox', { name: muster.say('stock.reason'), exact: true })
    .fill('集中补充');
  await form.getByRole('textbox').first().press('Enter');
  await expect(form).toBeHidden();
  const fewer = muster.say('stock.watch.count', {
    name: muster.say('stock.mark.low'),
    count: low.length - 1,
  });
  await expect(page.getByRole('radio', { name: fewer })).toBeChecked();
});

test('people go in and out of a shelter', async ({ muster, app }) => {
  const upkeep = new Upkeep(muster);
  const shelter = await recordNamed(app.address, 'shelter', SHELTER);
  await muster.enterAs('field');
  const card = await upkeep.card('shelter', shelter);
  const open = card.getByRole('button', { name: muster.say('stock.openOccupancy') });
  const form = card.getByRole('form', { name: muster.say('stock.form', { name: SHELTER }) });
  const save = form.getByRole('button', { name: muster.say('stock.save'), exact: true });
  await open.click();
  await form.getByText(muster.say('stock.occupancyAct.count'), { exact: true }).click();
  await form.getByRole('textbox').first().fill('120');
  await save.click();
  await expect(form).toBeHidden();
  await open.click();
  await form.getByText(muster.say('stock.occupancyAct.out'), { exact: true }).click();
  await form.getByRole('textbox').first().fill('121');
  await form.getByRole('textbox').nth(1).fill('返家');
  await save.click();
  await expect(form).toContainText(
    muster.say('stock.fault.beyond', { has: '120 人', asked: '121 人' }),
  );
  await muster.isAccessible('people out of a shelter');
  await form.getByRole('textbox').first().fill('20');
  await save.click();
  await expect(form).toBeHidden();
  expect((await recordNamed(app.address, 'shelter', SHELTER)).occupancy).toBe(100);
});

test('the queue is worked by keys; a dispute is seen on the card, in the row and in the ranking', async ({
  muster,
  page,
  app,
}) => {
  const upkeep = new Upkeep(muster);
  await muster.enterAs('planner');
  await upkeep.view('verify');
  await page.getByLabel(muster.say('verification.queue.kind')).selectOption('shelter');
  const rows = page
    .getByRole('list', { name: muster.say('verification.queue.list') })
    .getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  const id = await rows.first().getAttribute('data-id');
  const next = await rows.nth(1).getAttribute('data-id');
  await rows.first().locator('[data-row]').focus();
  await page.keyboard.press('y');
  await expect(page.locator(`[data-row="${next}"]`)).toBeFocused();
  await expect(rows.first()).toHaveAttribute('data-id', next ?? '');
  const confirmed = (await recordsOf(app.address, 'shelter')).find((one) => one.id === id);
  expect(confirmed?.verifiedBy).not.toBeNull();

  await page.keyboard.press('n');
  const why = page.getByRole('form', { name: muster.say('verification.disputeTitle') });
  await why.getByRole('button', { name: muster.say('verification.disputeSave') }).click();
  await expect(why).toContainText(muster.say('verification.reasonMissing'));
  await muster.isAccessible('a dispute without a reason');
  await why.getByRole('textbox').fill('现场已改作停车场');
  await why.getByRole('button', { name: muster.say('verification.disputeSave') }).click();
  await expect(rows.first()).toContainText('现场已改作停车场');
  const shelter = (await recordsOf(app.address, 'shelter')).find((one) => one.id === next);
  expect(shelter?.disputeReason).toBe('现场已改作停车场');
  await page.getByLabel(muster.say('verification.queue.kind')).selectOption('settlement');
  await expect(rows.first()).toContainText(muster.say('kinds.record.settlement'));
  const settlement = await rows.first().getAttribute('data-id');
  await rows.first().locator('[data-row]').focus();
  await page.keyboard.press('n');
  await why.getByRole('textbox').fill('人数对不上');
  await why.getByRole('button', { name: muster.say('verification.disputeSave') }).click();
  await expect(why).toBeHidden();
  // Wherever a disputed fact stands, it says so, and why.
  await upkeep.view('evacuation');
  const name =
    (await recordsOf(app.address, 'settlement')).find((one) => one.id === settlement)?.name ?? '';
  const unknown = muster.say('answer.unknown.record', { reason: '人数对不上' });
  const more = page.getByRole('button', { name: /^再列 / });
  while (await more.isVisible()) await more.click();
  await expect(
    page.getByRole('row').filter({ hasText: name }).filter({ hasText: unknown }),
  ).toHaveCount(1);
  await upkeep.view('tables');
  await page
    .getByRole('searchbox', { name: muster.say('register.search') })
    .fill(shelter?.name ?? '');
  await expect(page.locator(`tr[data-id="${next}"]`)).toContainText('现场已改作停车场');
  await page.getByRole('button', { name: muster.say('shell.mode.command'), exact: true }).click();
  await muster.markAt(Number(shelter?.lng), Number(shelter?.lat));
  await muster.tab('shelter');
  const ranked = muster.ranking('shelter').locator(`li[data-id="${next}"]`);
  await expect(ranked).toContainText(
    muster.say('answer.unknown.record', { reason: '现场已改作停车场' }),
  );
  await expect(ranked.locator('svg[data-symbol]')).toHaveAttribute('data-state', 'unknown');
  await ranked.locator('[data-row]').click();
  const card = page.getByRole('region', {
    name: muster.say('card.region', { name: shelter?.name ?? '' }),
  });
  await expect(card).toContainText(muster.say('verification.bannerMeans'));
  await card.getByRole('button', { name: muster.say('verification.stillTrue') }).click();
  await expect(card.getByText(muster.say('verification.bannerMeans'))).toBeHidden();
});

test('a viewer reads who said what, and is offered nothing to change', async ({ muster, app }) => {
  const upkeep = new Upkeep(muster);
  const depot = await recordNamed(app.address, 'depot', DEPOT);
  await muster.enterAs('viewer');
  const card = await upkeep.card('depot', depot);
  await expect(card.getByRole('region', { name: muster.say('verification.region') })).toBeVisible();
  await expect(
    card.getByRole('button', { name: muster.say('verification.stillTrue') }),
  ).toHaveCount(0);
  await expect(card.getByRole('button', { name: muster.say('stock.open') })).toHaveCount(0);
});

test('a history is read, a version comes back, and a change in between is not overwritten', async ({
  muster,
  app,
}) => {
  const upkeep = new Upkeep(muster);
  const shelter = await recordNamed(app.address, 'shelter', '白鹤镇文化站');
  const change = async (columns: object): Promise<void> => {
    const { version } = await recordNamed(app.address, 'shelter', '白鹤镇文化站');
    const wish = { p_kind: 'shelter', p_id: shelter.id, p_version: version, p_change: columns };
    await askAs(app.address, 'admin', 'save_record', wish);
  };
  const capacity = async () => (await recordNamed(app.address, 'shelter', '白鹤镇文化站')).capacity;
  const before = shelter.capacity;
  await change({ capacity: 77 });
  await muster.enterAs('planner');
  const card = await upkeep.card('shelter', shelter);
  await card.getByRole('button', { name: muster.say('history.show') }).click();
  const entries = card.getByRole('list', { name: muster.say('history.list') }).locator('> li');
  await expect(entries).toHaveCount(2);
  await expect(entries.first()).toContainText(muster.say('history.action.update'));
  await expect(entries.first()).toContainText('77');
  await expect(entries.first().locator('del')).toContainText(String(before));

  await entries
    .nth(1)
    .getByRole('button', { name: muster.say('history.restore'), exact: true })
    .click();
  await expect(entries.nth(1)).toContainText(muster.say('history.restoreTitle', { version: 1 }));
  await change({ capacity: 78 });
  await entries
    .nth(1)
    .getByRole('button', { name: muster.say('history.restoreConfirm'), exact: true })
    .click();
  // The same screen as in the form: both versions side by side, and a choice.
  const conflict = card.getByRole('alert', { name: muster.say('register.conflict.region') });
  const capacityRow = conflict
    .getByRole('row')
    .filter({ hasText: muster.say('register.conflict.byBoth') });
  await expect(capacityRow).toContainText('78');
  await expect(capacityRow).toContainText(String(before));
  await muster.isAccessible('a conflict on a card');
  expect(await capacity()).toBe(78);
  await conflict.getByRole('button', { name: muster.say('register.conflict.saveChosen') }).click();
  await upkeep.isNotified(muster.say('shell.notice.recordSaved', { name: shelter.name }));
  expect(await capacity()).toBe(before);
});

test('a hazard is rectified step by step and the report counts it', async ({
  muster,
  page,
  app,
}) => {
  const upkeep = new Upkeep(muster);
  const hazards = await recordsOf(app.address, 'hazard');
  const counted = (state: string) =>
    hazards.filter(({ rectificationState }) => rectificationState === state).length;
  const done = counted('closed');
  const hazard = hazards.find((one) => one.rectificationState === 'rectifying') as Hazard;
  await muster.enterAs('planner');
  await upkeep.view('rectification');
  const summary = (closed: number): string =>
    muster.say('rectification.report.summary', {
      found: hazards.length,
      done: closed,
      inProgress: hazards.length - closed,
    });
  await expect(page.getByText(summary(done))).toBeVisible();
  await expect(page.getByRole('img', { name: /排查 \d+，完成 [1-9]/ })).toBeVisible();
  const months = page.getByRole('table', { name: muster.say('rectification.report.lastMonths') });
  await expect(months.locator('tbody tr')).toHaveCount(12);

  await page.getByRole('button', { name: muster.say('shell.mode.command'), exact: true }).click();
  const card = await upkeep.card('hazard', hazard);
  const section = card.getByRole('region', { name: muster.say('rectification.title') });
  const steps = section
    .getByRole('list', { name: muster.say('rectification.steps') })
    .locator('> li');
  await expect(steps.last()).toContainText(muster.say('rectification.taken.found'));
  const taken = await steps.count();
  for (const step of ['review', 'close'] as const) {
    const label = muster.say(`rectification.step.${step}`);
    await section.getByRole('button', { name: label, exact: true }).click();
    const form = section.getByRole('form', {
      name: muster.say('rectification.form', { step: label }),
    });
    const save = form.getByRole('button', {
      name: muster.say('rectification.save', { step: label }),
    });
    await save.click();
    await expect(form).toContainText(muster.say('rectification.evidenceMissing'));
    await form
      .getByRole('textbox', { name: muster.say('rectification.evidence'), exact: true })
      .fill('应急检字〔2026〕18 号');
    await save.click();
    await expect(form).toBeHidden();
  }
  await expect(steps).toHaveCount(taken + 2);
  await expect(steps.first()).toContainText('应急检字〔2026〕18 号');
  await muster.isAccessible('the steps of a hazard');
  const closed = (await recordsOf(app.address, 'hazard')).find(({ id }) => id === hazard.id);
  expect(closed?.rectificationState).toBe('closed');

  await upkeep.view('rectification');
  await expect(page.getByText(summary(done + 1))).toBeVisible();
  const isLate = (day: string | null) => day !== null && Date.parse(day) < Date.now() - 86_400_000;
  const overdue = hazards.filter(
    ({ id, rectificationState: state, rectificationDeadline: day }) =>
      id !== hazard.id && state !== 'closed' && isLate(day),
  );
  const late = page.getByRole('table', { name: muster.say('rectification.report.overdueList') });
  if (overdue.length > 0) await expect(late.getByRole('row')).toHaveCount(overdue.length + 1);
});

test('people in the field hand in for review, and leave the closing to the office', async ({
  muster,
  app,
}) => {
  const upkeep = new Upkeep(muster);
  const hazards = await recordsOf(app.address, 'hazard');
  const hazard = hazards.find((one) => one.rectificationState === 'rectifying') as Hazard;
  await muster.enterAs('field');
  const card = await upkeep.card('hazard', hazard);
  const section = card.getByRole('region', { name: muster.say('rectification.title') });
  await section
    .getByRole('button', { name: muster.say('rectification.step.review'), exact: true })
    .click();
  await section
    .getByRole('textbox', { name: muster.say('rectification.evidence'), exact: true })
    .fill('照片 7 号');
  await section
    .getByRole('textbox', { name: muster.say('rectification.evidence'), exact: true })
    .blur();
  const label = muster.say('rectification.step.review');
  await section
    .getByRole('button', { name: muster.say('rectification.save', { step: label }) })
    .click();
  await expect(section).toContainText(muster.say('rectification.officeOnly'));
  await expect(
    section.getByRole('button', { name: muster.say('rectification.step.close'), exact: true }),
  ).toHaveCount(0);
});

test('evacuation says people in need by settlement, and who is responsible for each route', async ({
  muster,
  page,
  app,
}) => {
  const upkeep = new Upkeep(muster);
  const settlements = await recordsOf(app.address, 'settlement');
  const needHelp = settlements.reduce((sum, one) => sum + (one.peopleNeedHelp ?? 0), 0);
  const [route] = await recordsOf(app.address, 'evacuation_route');
  await muster.enterAs('planner');
  await upkeep.view('evacuation');
  const table = page.getByRole('table', { name: muster.say('upkeep.evacuation.list') });
  await expect(table.locator('tfoot')).toContainText(needHelp.toLocaleString('en-US'));
  await page.getByRole('button', { name: muster.say('shell.mode.command'), exact: true }).click();
  if (route === undefined) throw new Error('the demonstration has no route');
  const card = await upkeep.card('evacuation_route', route);
  const section = card.getByRole('region', { name: muster.say('upkeep.route.title') });
  const settlement = settlements.find(({ id }) => id === route.settlementId);
  await expect(section).toContainText(settlement?.name ?? '');
  const edit = section.getByRole('button', { name: muster.say('upkeep.route.edit') });
  await edit.or(section.getByRole('button', { name: muster.say('upkeep.route.add') })).click();
  const form = section.getByRole('form', { name: muster.say('upkeep.route.responsible') });
  await form.getByLabel(muster.say('upkeep.contact.name')).fill('测试责任人');
  await form.getByLabel(muster.say('upkeep.contact.phone')).fill('0000-5550001');
  await muster.isAccessible('who is responsible for a route');
  await form.getByRole('button', { name: muster.say('upkeep.contact.save') }).click();
  await expect(section).toContainText('测试责任人 0000-5550001');
});

test('whom to call is kept by the office: made, refused in words, corrected, taken out of use and back', async ({
  muster,
  page,
  app,
}) => {
  const upkeep = new Upkeep(muster);
  const [team] = await recordsOf(app.address, 'team');
  if (team === undefined) throw new Error('the demonstration has no team');
  const contact = async () =>
    (await recordsOf(app.address, 'contact')).find(({ name }) => name === '测试值班员');
  await muster.enterAs('planner');
  const card = await upkeep.card('team', team);
  const section = card.getByRole('region', { name: muster.say('card.sections.contacts') });
  await section.getByRole('button', { name: muster.say('upkeep.contact.add') }).click();
  const form = section.getByRole('form', { name: muster.say('upkeep.contact.form') });
  const save = form.getByRole('button', { name: muster.say('upkeep.contact.save') });
  await form.getByLabel(muster.say('upkeep.contact.name')).fill('测试值班员');
  await form.getByLabel(muster.say('upkeep.contact.phone')).fill('电话不详');
  await save.click();
  await expect(form.getByRole('alert')).toContainText(
    muster.say('upkeep.contact.failed.phone-unread'),
  );
  await muster.isAccessible('a contact that was refused');
  await form.getByLabel(muster.say('upkeep.contact.phone')).fill('0000-5550077');
  await save.click();
  await expect(form).toBeHidden();
  expect(await contact()).toMatchObject({
    resourceKind: 'team',
    resourceId: team.id,
    phone: '0000-5550077',
  });

  const line = section.getByRole('listitem').filter({ hasText: '测试值班员' });
  const act = (what: 'edit' | 'answered' | 'archive') =>
    line.getByRole('button', {
      name: muster.say('upkeep.contact.act', {
        act: muster.say(`upkeep.contact.${what}`),
        name: '测试值班员',
      }),
    });
  await act('edit').click();
  await form.getByLabel(muster.say('upkeep.contact.duty')).fill('夜班');
  await save.click();
  await expect(line).toContainText('夜班');
  await act('answered').click();
  await expect.poll(async () => (await contact())?.lastAnsweredAt ?? null).not.toBeNull();
  await act('archive').click();
  await expect(line).toHaveCount(0);
  await page
    .getByRole('button', { name: muster.say('shell.notice.undo') })
    .last()
    .click();
  await expect(line).toContainText('0000-5550077');
});

const LOOKS = [
  { language: 'zh-CN', theme: 'day', width: 1440, height: 900 },
  { language: 'en', theme: 'night', width: 1440, height: 900 },
  { language: 'zh-CN', theme: 'night', width: 390, height: 844 },
  { language: 'en', theme: 'day', width: 390, height: 844 },
] as const;

async function see(muster: Console, state: string, info: TestInfo): Promise<void> {
  await muster.isAccessible(state);
  const path = info.outputPath(`${state}.png`);
  await muster.page.screenshot({ path });
  await info.attach(state, { path, contentType: 'image/png' });
}

for (const { language, theme, width, height } of LOOKS) {
  test(`looks: ${language} ${theme} ${width}×${height}`, async ({ muster, page, app }, info) => {
    const upkeep = new Upkeep(muster);
    await page.setViewportSize({ width, height });
    await muster.prefer(language, theme);
    await muster.enterAs('planner');

    const depot = await upkeep.card('depot', await recordNamed(app.address, 'depot', DEPOT));
    await depot.getByRole('button', { name: muster.say('stock.openFor', { item: ITEM }) }).click();
    await depot.getByRole('button', { name: muster.say('stock.save'), exact: true }).click();
    await see(muster, 'card-depot', info);
    const shelter = await upkeep.card(
      'shelter',
      await recordNamed(app.address, 'shelter', SHELTER),
    );
    await shelter.getByRole('button', { name: muster.say('verification.dispute') }).click();
    await shelter.getByRole('button', { name: muster.say('history.show') }).click();
    await expect(shelter.getByRole('list', { name: muster.say('history.list') })).toBeVisible();
    await see(muster, 'card-shelter', info);
    const hazards = await recordsOf(app.address, 'hazard');
    const hazard = hazards.find((one) => one.rectificationState === 'identified') as Hazard;
    const card = await upkeep.card('hazard', hazard);
    await card
      .getByRole('button', { name: muster.say('rectification.step.rectify'), exact: true })
      .click();
    await see(muster, 'card-hazard', info);
    // On a telephone an open record stands over the tables.
    await card.getByRole('button', { name: muster.say('card.close'), exact: true }).click();

    for (const view of ['verify', 'stock', 'rectification', 'evacuation'] as const) {
      await upkeep.view(view);
      if (view === 'rectification')
        await page.getByLabel(muster.say('rectification.report.year')).selectOption({ index: 1 });
      if (view === 'stock') await page.getByRole('table').getByRole('button').first().click();
      await see(muster, view, info);
    }
  });
}
