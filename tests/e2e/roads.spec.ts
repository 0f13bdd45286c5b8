/** An admin brings roads in: sees what is wrong with them on the map, stores them, and the ranking goes by them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { sharedData } from '../support/shared-data.ts';
import { recordNamed } from './driver/ask.ts';
import type { Console } from './driver/console.ts';
import { expect, test } from './driver/test.ts';

const ROADS = '#mode=roads';
/** On a road of the demonstration. */
const SPOT = [110.95, 28.02] as const;
const TOWNSHIP = '990101101';
const monaco = join(sharedData, 'osm/monaco.osm.gz');

const geojson = (name: string, lines: readonly (readonly (readonly [number, number])[])[]) => ({
  name,
  mimeType: 'application/geo+json',
  buffer: Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      features: lines.map((coordinates, i) => ({
        type: 'Feature',
        properties: { 路名: `试验路${i + 1}` },
        geometry: { type: 'LineString', coordinates },
      })),
    }),
  ),
});

const give = (
  page: Page,
  files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0],
): Promise<void> => page.locator('input[data-takes="roads"]').setInputFiles(files);

const button = (muster: Console, key: Parameters<Console['say']>[0], params = {}) =>
  muster.page.getByRole('button', { name: muster.say(key, params), exact: true });

/** How often a graph was asked for since this was called. */
function countGraphs(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.url().includes('/rpc/road_graph?')) count++;
  });
  return () => count;
}

async function askedByRoad(
  muster: Console,
  [lng, lat]: readonly [number, number] = SPOT,
): Promise<void> {
  await muster.markAt(lng, lat);
  await muster.tab('team');
  await expect(muster.answer).toContainText(muster.say('answer.arrivalNote'), { timeout: 60_000 });
}

test('a graph is fetched once and kept; a damaged copy is thrown away and fetched again', async ({
  muster,
  page,
}) => {
  const fetched = countGraphs(page);
  await muster.enterAs('commander');
  await askedByRoad(muster);
  expect(fetched()).toBe(1);
  const keptGraphs = (damage: boolean): Promise<number> =>
    page.evaluate(
      (spoil) =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('muster-roads');
          opening.onerror = () => reject(new Error('closed'));
          opening.onsuccess = () => {
            const store = opening.result.transaction('kept', 'readwrite').objectStore('kept');
            let count = 0;
            const cursor = store.openCursor();
            cursor.onsuccess = () => {
              const at = cursor.result;
              if (at === null) {
                opening.result.close();
                return resolve(count);
              }
              if (String(at.key).startsWith('graph ')) {
                count++;
                const value = at.value as { graph: ArrayBuffer };
                if (spoil) {
                  const bytes = new Uint8Array(value.graph);
                  bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 0xff;
                  at.update(value);
                }
              }
              at.continue();
            };
          };
        }),
      damage,
    );
  await expect.poll(() => keptGraphs(false)).toBe(1);
  await page.reload();
  await muster.ready();
  await askedByRoad(muster);
  expect(fetched()).toBe(1);

  await keptGraphs(true);
  await page.reload();
  await muster.ready();
  await askedByRoad(muster);
  expect(fetched()).toBe(2);
});

test('nobody but an admin has the screen', async ({ muster, page }) => {
  await muster.enterAs('commander', ROADS);
  await expect(page.getByText(muster.say('roadNetworks.onlyAdmin'))).toBeVisible();
  await expect(button(muster, 'shell.mode.people')).toBeVisible();
  await expect(button(muster, 'shell.mode.roads')).toHaveCount(0);
  await expect(button(muster, 'roadNetworks.import')).toHaveCount(0);
});

const LOOKS = [
  { language: 'zh-CN', theme: 'night', width: 1440, height: 900 },
  { language: 'en', theme: 'day', width: 390, height: 844 },
] as const;

for (const { language, theme, width, height } of LOOKS)
  test(`roads: ${language} ${theme} ${width}×${height}`, async ({ muster, page }, info) => {
    await page.setViewportSize({ width, height });
    await muster.prefer(language, theme);
    await muster.enterAs('admin', ROADS);
    const see = async (state: string): Promise<void> => {
      await muster.isAccessible(state);
      const path = info.outputPath(`${state}.png`);
      await page.screenshot({ path });
      await info.attach(state, { path, contentType: 'image/png' });
    };
    await button(muster, 'roadNetworks.report').click();
    await expect(page.getByText(muster.say('roadNetworks.figure.largest'))).toBeVisible();
    await button(muster, 'roadNetworks.remove').click();
    await see('list');
    await button(muster, 'roadNetworks.import').click();
    await see('choose');
    await give(page, {
      name: 'note.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('no roads here'),
    });
    await expect(page.getByRole('alert')).toBeVisible();
    await see('refused');
    await button(muster, 'roadNetworks.other').click();
    await give(
      page,
      geojson('street.geojson', [
        [
          [110.95, 28.02],
          [110.96, 28.02],
        ],
        [
          [110.96002, 28.02],
          [110.97, 28.02],
        ],
        [
          [110.955, 28.015],
          [110.955, 28.025],
        ],
      ]),
    );
    await expect(button(muster, 'roadNetworks.read')).toBeVisible();
    await see('settings');
    await button(muster, 'roadNetworks.read').click();
    await page
      .getByRole('list', { name: muster.say('roadNetworks.gapsTitle') })
      .getByRole('button')
      .click();
    await muster.still();
    await see('report');
  });

test('an admin brings roads in with a gap, repairs what is understood, stores them, and teams rank by them', async ({
  muster,
  page,
  app,
}) => {
  const say = muster.say.bind(muster);
  await muster.enterAs('commander');
  await askedByRoad(muster);
  const names = await muster.rankedNames('team');
  const last = names.at(-1) ?? '';
  const minutes = (): Promise<string> =>
    muster.rows('team').filter({ hasText: last }).locator('strong').last().innerText();
  const before = await minutes();
  const team = await recordNamed(app.address, 'team', last);
  const home = [team.lng ?? 0, team.lat ?? 0] as const;
  await page.getByRole('button', { name: say('shell.account.menu') }).click();
  await page.getByRole('menuitem', { name: say('shell.account.signOut') }).click();

  await muster.enterAs('admin', ROADS);
  await button(muster, 'roadNetworks.import').click();
  // One street from the incident to the team that came last, broken in the middle by two metres.
  const middle = (SPOT[0] + home[0]) / 2;
  const lat = (SPOT[1] + home[1]) / 2;
  const street = [
    [SPOT, [middle, lat]],
    [[middle + 0.00002, lat], home],
  ] as const;
  await give(page, geojson('street.geojson', street));
  await page.getByLabel(say('roadNetworks.district')).selectOption(TOWNSHIP);
  await button(muster, 'roadNetworks.read').click();
  await expect(page.getByText(say('roadNetworks.checked'))).toBeVisible();
  const gaps = page.getByRole('list', { name: say('roadNetworks.gapsTitle') });
  await gaps.getByRole('button').first().click();
  await muster.still();
  await expect(page).toHaveURL(new RegExp(`/${lat.toFixed(3).slice(0, 5)}`));
  await gaps.getByRole('checkbox').check();
  const saving = page.waitForEvent('download');
  await button(muster, 'roadNetworks.gapsSave.geojson').click();
  expect((await saving).suggestedFilename()).toBe(`${say('roadNetworks.gapFile')}.geojson`);

  // Repaired, given again, stored.
  await button(muster, 'roadNetworks.other').click();
  await give(
    page,
    geojson('street.geojson', [
      [SPOT, [middle, lat]],
      [[middle, lat], home],
    ]),
  );
  await button(muster, 'roadNetworks.read').click();
  await expect(page.getByText(say('roadNetworks.gapsNone', { within: 5 }))).toBeVisible();
  await page.getByRole('button', { name: /^写入/ }).click();
  await expect(page.getByRole('heading', { name: /第 1 版/ })).toBeVisible({ timeout: 60_000 });
  await button(muster, 'roadNetworks.toList').click();
  await expect(page.locator('tr[data-network]')).toHaveCount(2);

  await muster.mode('command');
  await askedByRoad(muster);
  // A straight street of its own: it comes sooner than over the county's roads.
  await expect.poll(minutes, { timeout: 60_000 }).not.toBe(before);
  await expect(muster.rows('team').filter({ hasText: last })).toContainText(
    say('answer.term.by.emergency-car'),
  );
  const straight = await minutes();

  await muster.mode('people');
  await button(muster, 'people.view.audit').click();
  await expect(page.getByRole('table', { name: say('people.audit.list') })).toContainText(
    /导入路网“street.geojson”：第 1 版/,
  );

  // Taken out of use: the county's roads answer again.
  await muster.mode('roads');
  const row = page.locator('tr[data-network]').filter({ hasText: 'street.geojson' });
  await row.getByRole('button', { name: say('roadNetworks.remove') }).click();
  await button(muster, 'roadNetworks.removeYes').click();
  await expect(page.locator('tr[data-network]')).toHaveCount(1);
  await muster.mode('command');
  await askedByRoad(muster, [SPOT[0] + 0.0002, SPOT[1]]);
  await expect.poll(minutes, { timeout: 60_000 }).not.toBe(straight);
});

test('an extract of OpenStreetMap is read, stopped, read again and stored', async ({
  muster,
  page,
}) => {
  test.skip(!existsSync(monaco), 'needs the shared data');
  const say = muster.say.bind(muster);
  await muster.enterAs('admin', ROADS);
  await button(muster, 'roadNetworks.import').click();
  // Enough of lines that reading them can be stopped.
  const many = Array.from({ length: 60_000 }, (_, i): [number, number][] => [
    [110 + (i % 300) * 0.001, 28 + Math.floor(i / 300) * 0.001],
    [110.0005 + (i % 300) * 0.001, 28.0004 + Math.floor(i / 300) * 0.001],
  ]);
  await give(page, geojson('many.geojson', many));
  await button(muster, 'roadNetworks.read').click();
  await button(muster, 'roadNetworks.stop').click();
  await expect(button(muster, 'roadNetworks.read')).toBeVisible();
  await button(muster, 'roadNetworks.other').click();
  await give(page, monaco);
  await expect(page.getByText(say('roadNetworks.osm'))).toBeVisible();
  await page.getByLabel(say('roadNetworks.source')).fill('OpenStreetMap contributors');
  await page.getByLabel(say('roadNetworks.district')).selectOption(TOWNSHIP);
  await button(muster, 'roadNetworks.read').click();
  await expect(page.getByText('83.5 公里')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: /^写入/ }).click();
  await expect(page.getByRole('heading', { name: /已写入/ })).toBeVisible({ timeout: 120_000 });
  await button(muster, 'roadNetworks.toList').click();
  await expect(
    page.locator('tr[data-network]').filter({ hasText: 'OpenStreetMap contributors' }),
  ).toContainText('83.5 公里');
});
