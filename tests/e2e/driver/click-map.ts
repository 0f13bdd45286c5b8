import type { Page } from '@playwright/test';

/** Clicks on the map, at shares of its width and height, slowly enough to be told from a double click. */
export async function clickMap(
  page: Page,
  places: readonly (readonly [number, number])[],
): Promise<void> {
  const box = await page.locator('#map canvas').first().boundingBox();
  if (box === null) throw new Error('the map is not on the screen');
  for (const [x, y] of places) {
    const at = [box.x + x * box.width, box.y + y * box.height] as const;
    await page.mouse.move(...at, { steps: 4 });
    await page.waitForTimeout(350);
    await page.mouse.click(...at);
  }
}
