/** The county's own roads as drawing data: checked, drawn, brought again without a change, and taken off the map. */
import type { Locator } from '@playwright/test';
import { ImportHand } from './driver/importing.ts';
import type { GivenFile } from './driver/importing.ts';
import { recordsOf } from './driver/register.ts';
import { expect, test } from './driver/test.ts';

/** Where no road of the demonstration runs, and how the map looks at it. */
const VIEW = '#map=14/28.2/110.6';
const EAST = 110.62;
const WEST = 110.58;

const way = (
  id: number,
  properties: object,
  coordinates: unknown,
  type = 'LineString',
): object => ({
  type: 'Feature',
  properties: { osm_id: id, ...properties },
  geometry: coordinates === null ? null : { type, coordinates },
});

/** Shaped as an export of a road database: codes, a road in parts, one without a name, one twice, one without a shape. */
const ROADS: GivenFile = {
  name: '县城线路.geojson',
  mimeType: 'application/geo+json',
  buffer: Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        way(101, { highway: 'trunk', 道路名称: '试验大道', oneway: 'no' }, [
          [WEST, 28.2],
          [110.6, 28.2],
          [EAST, 28.2],
        ]),
        way(
          102,
          { highway: 'secondary', 道路名称: '试验环线', oneway: 'yes' },
          [
            [
              [110.59, 28.2],
              [110.59, 28.21],
            ],
            [
              [110.59, 28.21],
              [110.61, 28.21],
            ],
          ],
          'MultiLineString',
        ),
        way(103, { highway: 'residential', 道路名称: null, oneway: null }, [
          [110.6, 28.2],
          [110.6, 28.19],
        ]),
        way(101, { highway: 'trunk', 道路名称: '试验大道', oneway: 'no' }, [
          [WEST, 28.2],
          [110.6, 28.2],
          [EAST, 28.2],
        ]),
        way(104, { highway: 'tertiary', 道路名称: '没有图形的路', oneway: 'no' }, null),
      ],
    }),
  ),
};

/** The map as it is drawn now, without what stands around it. */
async function drawn(map: Locator): Promise<string> {
  const box = await map.boundingBox();
  if (box === null) throw new Error('there is no map');
  const clip = {
    x: box.x + box.width / 2 - 120,
    y: box.y + box.height / 2 - 120,
    width: 240,
    height: 240,
  };
  return (await map.page().screenshot({ clip })).toString('base64');
}

test('roads as drawing data: accounted for, drawn, unchanged the second time, undone', async ({
  muster,
  page,
  app,
}) => {
  const hand = new ImportHand(muster);
  const map = page.locator('#map canvas').first();
  const look = async (): Promise<string> => {
    await muster.mode('command');
    await muster.still();
    return drawn(map);
  };
  const named = async (): Promise<(string | null)[]> =>
    (await recordsOf(app.address, 'base_feature'))
      .map(({ name }) => name)
      .filter((name) => name?.startsWith('试验'));
  const readAsRoads = async (): Promise<void> => {
    await hand.give(ROADS);
    await page.getByLabel(muster.say('importing.file.kind')).selectOption('base_feature');
    // No column says which layer of the base map these are; it is asked for in place.
    await expect(page.getByRole('alert')).toContainText(muster.say('importing.findings.blocked'));
    await expect(hand.button('importing.compare')).toBeDisabled();
    await page.getByLabel(muster.say('importing.values.value')).selectOption('road');
    await page
      .getByRole('button', { name: muster.say('importing.values.add'), exact: true })
      .click();
    await hand.understood();
  };
  await muster.enterAs('planner', VIEW);
  const before = await look();

  await hand.open();
  await readAsRoads();
  await expect(page.getByText(muster.say('importing.onMap', { count: 3 }))).toBeVisible();
  await hand.compare();
  expect(await hand.totals()).toEqual([5, 3, 0, 1, 1]);
  await hand.group('rejected').click();
  await expect(page.getByText(muster.say('importer.reason.no_place'))).toBeVisible();
  await hand.write();
  expect(await hand.totals()).toEqual([5, 3, 0, 1, 1]);
  expect((await named()).sort()).toEqual(['试验大道', '试验环线']);
  await hand.press('importing.done.see');
  await expect.poll(look).not.toBe(before);

  await hand.open();
  await hand.press('importing.done.again');
  await readAsRoads();
  await hand.compare();
  expect(await hand.totals()).toEqual([5, 0, 3, 1, 1]);
  await expect(hand.button('importing.nothing')).toBeDisabled();

  await hand.press('importing.past');
  await hand.press('importing.list.undoOf', { file: ROADS.name });
  const counts = muster.say('importing.counted.kind.base_feature', { count: 3 });
  await expect(page.getByText(muster.say('importing.undone.archived', { counts }))).toBeVisible();
  expect(await named()).toEqual([]);
  await hand.press('importing.back');
  await expect.poll(look).toBe(before);
});
