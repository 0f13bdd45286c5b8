/** A stranger imports a city's real files with the README's commands and gets the answer a plain sort gives. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { distance } from '@turf/turf';
import { hasSharedData, sharedData } from '../support/shared-data.ts';
import { expect, test } from './driver/test.ts';

interface Points {
  features: { properties: Record<string, string>; geometry: { coordinates: [number, number] } }[];
}

const taipei = (file: string): string => join(sharedData, 'taipei', file);
const points = (file: string): Points => JSON.parse(readFileSync(taipei(file), 'utf8')) as Points;

test('the nearest brigades to real shelters are those of a plain sort', async ({ muster, app }) => {
  test.skip(!hasSharedData, 'the real data is not here');
  test.setTimeout(300_000);
  await app.tool('import', [
    'district',
    taipei('boundary/taipei_town.geojson'),
    '--set',
    'parentCode=63',
  ]);
  await app.tool('import', [
    'team',
    taipei('facilities/patrol_fire_brigade.geojson'),
    '--district',
    '63',
  ]);
  await app.tool('import', [
    'shelter',
    taipei('facilities/patrol_designate_place.geojson'),
    '--district',
    '63',
  ]);

  const brigades = points('facilities/patrol_fire_brigade.geojson').features;
  const shelters = points('facilities/patrol_designate_place.geojson').features;
  await muster.enterAs('commander');
  for (const index of [0, 61, 130, 199, 259]) {
    const at = shelters[index]?.geometry.coordinates ?? [0, 0];
    await muster.markAt(at[0], at[1]);
    await muster.tab('team');
    const nearest = brigades
      .map(({ properties, geometry }) => ({
        name: properties.name ?? '',
        metres: distance(at, geometry.coordinates, { units: 'meters' }),
      }))
      .sort((a, b) => a.metres - b.metres)
      .slice(0, 10)
      .map(({ name }) => name);
    await expect.poll(() => muster.rankedNames('team')).toEqual(nearest);
  }
});

test('imported text is never markup', async ({ muster, page, app }) => {
  const name = '<img src=x onerror="document.title=\'owned\'"><b>粗体</b>';
  const file = join(app.dataDir, 'markup.csv');
  writeFileSync(
    file,
    `名称,地址,经度,纬度\n"${name.replaceAll('"', '""')}",测试,110.9412,28.0213\n`,
  );
  await app.tool('import', ['shelter', file, '--district', '990101']);
  await muster.enterAs('commander');
  await muster.search.fill('onerror');
  await page.getByRole('option').filter({ hasText: 'onerror' }).first().click();
  await expect(page.getByText(name).filter({ visible: true }).first()).toBeVisible();
  await muster.still();
  expect(await page.title()).not.toBe('owned');
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});
