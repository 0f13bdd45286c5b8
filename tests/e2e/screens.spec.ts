/**
 * Every screen, on a desktop in English at night and on a telephone in Chinese by day: nothing that axe finds by any of its rules,
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
  test(`every screen: ${language} ${theme} ${width}×${height}`, async ({ muster, page }, info) => {
    test.setTimeout(400_000);
    await page.setViewportSize({ width, height });
    await muster.prefer(language, theme);
    const see = async (screen: string): Promise<void> => {
      await page.screenshot({ path: info.outputPath(`${screen.replaceAll(/\W+/g, '-')}.png`) });
      expect.soft(await muster.violations(), `axe: ${screen}`).toEqual([]);
      if (width < 400)
        expect.soft(await muster.smallTargets(), `too small to be touched: ${screen}`).toEqual([]);
    };
    await tourOutside(muster, see);
    await muster.enterAs('admin');
    await tourCommand(muster, see);
    await tourRecords(muster, see);
    await tourOffice(muster, see);
  });
