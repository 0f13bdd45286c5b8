/** Taking data out of the console: the file that the browser saved is opened and looked into, and the map goes to paper. */
import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { expect, test } from './driver/test.ts';

test('a planner takes the shelters out as a workbook, and the audit knows', async ({ muster }) => {
  await muster.enterAs('planner', '#mode=records&table=shelter');
  const { page } = muster;
  await page.getByRole('button', { name: muster.say('exporter.menu.button'), exact: true }).click();
  const menu = page.getByRole('dialog').filter({ hasText: muster.say('exporter.menu.noted') });
  await expect(menu).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    menu.getByRole('button', { name: /^导出 \d+ 条$/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(
    /^演示数据_应急避难场所_\d{4}-\d{2}-\d{2}_\d{4}\.xlsx$/,
  );
  const book = read(readFileSync(await download.path()));
  const rows = utils.sheet_to_json<Record<string, unknown>>(
    book.Sheets[book.SheetNames[0] ?? ''] ?? {},
  );
  expect(rows.length).toBeGreaterThan(10);
  await expect(menu.getByRole('status')).toContainText(`已导出 ${rows.length} 条`);
  const [first] = rows;
  expect(first?.['名称']).toBeTruthy();
  expect(Number(first?.['经度'])).toBeGreaterThan(70);
  expect(String(first?.['数据截至'])).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/);
  expect(first?.['登记ID']).toMatch(/^[0-9a-f-]{36}$/);
  // Phones only where asked for.
  expect(Object.keys(first ?? {})).not.toContain('联系电话');
  await muster.isAccessible('the export menu');
});

test('a layer of the map goes out as GeoJSON, and the map itself on one page of paper', async ({
  muster,
}) => {
  await muster.enterAs('commander');
  const { page } = muster;
  const label = muster.say('exporter.menu.open', { kind: muster.say('kinds.record.hazard') });
  await page.getByRole('button', { name: label }).click();
  const menu = page.getByRole('dialog').filter({ hasText: muster.say('exporter.menu.noted') });
  await menu.getByRole('combobox', { name: muster.say('exporter.menu.format') }).click();
  await page.getByRole('option', { name: 'GeoJSON' }).click();
  await menu.getByRole('radio', { name: muster.say('exporter.menu.gcj02') }).check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    menu.getByRole('button', { name: /^导出 \d+ 条$/ }).click(),
  ]);
  expect(download.suggestedFilename()).toContain('GCJ-02');
  const file = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
    crs: unknown;
    metadata: { crs: string };
    features: { geometry: { type: string } | null }[];
  };
  expect(file.metadata.crs).toBe('GCJ-02');
  expect(new Set(file.features.map(({ geometry }) => geometry?.type)).size).toBeGreaterThan(1);
  await menu.getByRole('button', { name: muster.say('exporter.menu.close') }).click();

  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.getByRole('button', { name: muster.say('exporter.print.map') }).click();
  await expect(page.locator('body[data-printed]')).toBeAttached({ timeout: 30_000 });
  const sheet = page.locator('[data-map-sheet]');
  for (const text of [
    muster.say('exporter.print.dataTime'),
    muster.say('exporter.print.sources'),
    muster.say('exporter.about.demo'),
    muster.say('legend.state.barred'),
    muster.say('legend.mark.overdue'),
    muster.say('legend.mark.expired'),
    muster.say('kinds.level.4'),
  ])
    await expect(sheet).toContainText(text);
  await page.emulateMedia({ media: 'print' });
  await muster.isAccessible('the printed map');
  await page.emulateMedia({ media: null });
  // Making paper ends the print, so it comes last.
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    path: process.env.MUSTER_PRINT_TO,
  });
  // One page, A4 on its side.
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  expect(pdf.toString('latin1')).toMatch(/MediaBox\s*\[\s*0 0 84[12][.\d]* 59[45]/);
});

test('the map goes on paper although an answer is on the screen, which has a sheet of its own', async ({
  muster,
}) => {
  await muster.enterAs('commander');
  const { page } = muster;
  await muster.markAt(110.945, 28.018);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.getByRole('button', { name: muster.say('exporter.print.map') }).click();
  await expect(page.locator('body[data-printed]')).toBeAttached({ timeout: 30_000 });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => void window.dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('[data-map-sheet]')).toBeVisible();
  await expect(page.locator('[data-print-sheet]')).toHaveCount(0);
});
