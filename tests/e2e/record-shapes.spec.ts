/** Lines and areas drawn on the map for a record of the register. */
import type { Page } from '@playwright/test';
import type { LineString, Polygon, Position } from 'geojson';
import { clickMap } from './driver/click-map.ts';
import { Closures } from './driver/closures.ts';
import type { Console } from './driver/console.ts';
import { RegisterScreen } from './driver/register-screen.ts';
import { recordsOf } from './driver/register.ts';
import { expect, test } from './driver/test.ts';

/** The tool is fetched when it is first wanted: until it listens, the map takes what is done to it as its own. */
async function listens(page: Page, tool: 'line' | 'area' | 'change'): Promise<void> {
  await expect(page.locator(`[data-drawing="${tool}"]`)).toBeAttached();
  // A flight to the record may be about to begin.
  await page.waitForTimeout(800);
}

const shapeText = (muster: Console, name: 'LineString' | 'Polygon', count: number): string =>
  muster.say('register.shapeVertices', { shape: muster.say(`register.shape.${name}`), count });

test('a route is drawn as a line and saved', async ({ muster, page, app }) => {
  const register = new RegisterScreen(muster);
  await muster.enterAs('planner');
  await register.open('evacuation_route');
  await register.add('evacuation_route');
  await register.field('name').fill('测试疏散路线');
  await register.press('register.place.line');
  await listens(page, 'line');
  await muster.still();
  await expect(page.getByText(muster.say('register.drawing.line'))).toBeVisible();
  // A click on the last corner ends the line.
  await clickMap(page, [
    [0.2, 0.3],
    [0.4, 0.5],
    [0.5, 0.4],
    [0.5, 0.4],
  ]);
  await expect(register.form).toContainText(shapeText(muster, 'LineString', 3));
  await muster.isAccessible('a drawn line');
  await register.save();
  await register.isNotified('shell.notice.recordCreated', { name: '测试疏散路线' });
  const saved = (await recordsOf(app.address, 'evacuation_route')).find(
    ({ name }) => name === '测试疏散路线',
  );
  expect(saved?.geometry).toMatchObject({ type: 'LineString' });
  expect((saved?.geometry as LineString).coordinates).toHaveLength(3);
});

test('an area is drawn, and one of its corners is dragged elsewhere', async ({
  muster,
  page,
  app,
}) => {
  const register = new RegisterScreen(muster);
  await muster.enterAs('planner');
  await register.open('hazard');
  await register.add('hazard');
  await register.field('name').fill('测试易淹区');
  await register.field('kind').selectOption('flood');
  await register.press('register.place.area');
  await listens(page, 'area');
  await muster.still();
  const corners = [
    [0.2, 0.25],
    [0.5, 0.25],
    [0.5, 0.6],
    [0.2, 0.6],
  ] as const;
  await clickMap(page, [...corners, corners[0]]);
  await expect(register.form).toContainText(shapeText(muster, 'Polygon', 4));
  await register.save();
  await register.isNotified('shell.notice.recordCreated', { name: '测试易淹区' });
  const ring = async (): Promise<Position[]> => {
    const saved = (await recordsOf(app.address, 'hazard')).find(
      ({ name }) => name === '测试易淹区',
    );
    return (saved?.geometry as Polygon).coordinates[0] ?? [];
  };
  const before = await ring();

  await register.press('register.place.move');
  await listens(page, 'change');
  await muster.still();
  // The map may have turned to the saved record meanwhile.
  const [east, south] = [
    Math.max(...before.map(([lng = 0]) => lng)),
    Math.min(...before.map(([, lat = 0]) => lat)),
  ];
  const { x, y } = await new Closures(muster).at([east, south]);
  await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.down();
  await page.mouse.move(x + 30, y + 20, { steps: 8 });
  await page.mouse.up();
  await register.press('register.drawing.done');
  await register.save();
  await register.isNotified('shell.notice.recordSaved', { name: '测试易淹区' });
  const after = await ring();
  const moved = after
    .slice(1)
    .filter((position) => !before.some((one) => String(one) === String(position)));
  expect(moved).toHaveLength(1);
  expect(after).toHaveLength(before.length);
  expect(moved[0]?.[0]).toBeGreaterThan(Math.max(...before.map(([lng = 0]) => lng)));
});
