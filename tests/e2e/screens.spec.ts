/**
 * Every screen, on a desk in English at night and on a telephone in Chinese by day: nothing that axe finds by any of its rules,
 * and on the telephone nothing to be touched that a thumb misses.
 */
import { tourCommand, tourOffice, tourOutside, tourRecords } from './driver/tour.ts';
import { expect, test } from './driver/test.ts';

/** The other pairs of language and colours are seen in the specs of the single screens. */
const LOOKS = [
  { language: 'en', theme: 'night', width: 1440, height: 900 },
  { language: 'zh-CN', theme: 'day', width: 390, height: 844 },
] as const;

for (const { language, theme, width, height } of LOOKS)
  test(`every screen: ${language} ${theme} ${width}×${height}`, async ({ desk, page }, info) => {
    test.setTimeout(400_000);
    await page.setViewportSize({ width, height });
    await desk.prefer(language, theme);
    const see = async (screen: string): Promise<void> => {
      await page.screenshot({ path: info.outputPath(`${screen.replaceAll(/\W+/g, '-')}.png`) });
      expect.soft(await desk.violations(), `axe: ${screen}`).toEqual([]);
      if (width < 400)
        expect.soft(await desk.smallTargets(), `too small to be touched: ${screen}`).toEqual([]);
    };
    await tourOutside(desk, see);
    await desk.enterAs('admin');
    await tourCommand(desk, see);
    await tourRecords(desk, see);
    await tourOffice(desk, see);
  });
