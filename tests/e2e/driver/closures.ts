/** Roads closed by hand on the map. */
import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { LngLat } from '../../../src/core/model/index.ts';
import type { Console } from './console.ts';

export type ClosureTool = 'road' | 'line' | 'area' | 'point';

export class Closures {
  constructor(private readonly muster: Console) {}

  get bar(): Locator {
    return this.muster.page.getByRole('region', {
      name: this.muster.say('closure.title'),
      exact: true,
    });
  }

  get menuButton(): Locator {
    return this.bar.getByRole('button', { name: this.muster.say('closure.closeRoad') });
  }

  /** The card of a closure by its reason, or of one that has none yet. */
  card(reason: string = this.muster.say('closure.card.newHeading')): Locator {
    return this.muster.page.getByRole('region', {
      name: this.muster.say('closure.card.region', { reason }),
    });
  }

  /** What is told of the change above the list. */
  get note(): Locator {
    const { muster } = this;
    return muster.page.getByRole('region', { name: muster.say('closure.change.title') });
  }

  async start(tool: ClosureTool): Promise<void> {
    await this.menuButton.click();
    await this.muster.page
      .getByRole('menuitem', { name: this.muster.say(`closure.tool.${tool}`) })
      .click();
    await expect(
      this.muster.page.getByText(this.muster.say(`register.drawing.${tool}`)),
    ).toBeVisible();
    if (tool === 'line' || tool === 'area')
      await expect(this.muster.page.locator(`[data-drawing="${tool}"]`)).toBeAttached();
  }

  async save(reason: string): Promise<void> {
    const card = this.card();
    await card
      .getByRole('textbox', { name: this.muster.say('register.field.reason') })
      .fill(reason);
    await this.card(reason)
      .getByRole('button', { name: this.muster.say('register.saveNew') })
      .click();
    await expect(this.card(reason).getByRole('form')).toHaveCount(0);
    await expect(this.card(reason)).toContainText(this.muster.say('history.title'));
  }

  /** Where a place is on the screen now, in CSS pixels. */
  async at([lng, lat]: LngLat): Promise<{ x: number; y: number }> {
    const view = await this.muster.page.evaluate(() =>
      /map=([\d.]+)\/([-\d.]+)\/([-\d.]+)/.exec(location.hash),
    );
    const box = await this.muster.page.locator('#map canvas').first().boundingBox();
    if (view === null || box === null) throw new Error('no view in the address');
    const world = 512 * 2 ** Number(view[1]);
    const [x, y] = mercator([lng, lat]);
    const [cx, cy] = mercator([Number(view[3]), Number(view[2])]);
    return {
      x: box.x + box.width / 2 + (x - cx) * world,
      y: box.y + box.height / 2 + (y - cy) * world,
    };
  }

  async clickAt(place: LngLat): Promise<void> {
    const { x, y } = await this.at(place);
    await this.muster.page.mouse.move(x, y);
    await this.muster.page.mouse.click(x, y);
  }

  /** How many almost black pixels there are around a place: the routes are drawn so, the roads below them are not. */
  async inkAround(place: LngLat, reach: number): Promise<number> {
    const { x, y } = await this.at(place);
    const clip = { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
    const picture = (await this.muster.page.screenshot({ clip })).toString('base64');
    return this.muster.page.evaluate(async (data) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
      if (pen === null) throw new Error('no canvas');
      pen.drawImage(image, 0, 0);
      const { data: pixels } = pen.getImageData(0, 0, image.width, image.height);
      let dark = 0;
      for (let i = 0; i < pixels.length; i += 4)
        if (pixels[i]! + pixels[i + 1]! + pixels[i + 2]! < 150) dark += 1;
      return dark;
    }, picture);
  }
}

const mercator = ([lng, lat]: LngLat): [number, number] => [
  (lng + 180) / 360,
  (1 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / Math.PI) / 2,
];
