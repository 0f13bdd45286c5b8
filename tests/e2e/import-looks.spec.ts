/** Every state of the import, in both languages and themes, on a desktop and on a telephone: no axe violation, and a picture. */
import { ImportHand, csvFile } from './driver/importing.ts';
import { expect, test } from './driver/test.ts';

/** A picture, nothing at all, and an archive with a password: each a state of its own. */
const BAD_FILES: readonly (readonly [state: string, name: string, bytes: readonly number[]])[] = [
  ['refused', 'x.jpg', [0xff, 0xd8, 0xff, 0xe0, 0, 16]],
  ['empty', 'empty.csv', []],
  ['encrypted', 'locked.zip', lockedZip('list.csv')],
];

/** A ZIP archive whose only entry is marked as encrypted. */
function lockedZip(name: string): number[] {
  const two = (value: number): number[] => [value & 255, value >> 8];
  const four = (value: number): number[] => [...two(value & 0xffff), ...two(value >>> 16)];
  const title = [...Buffer.from(name)];
  const body = Array.from({ length: 20 }, (_, i) => i);
  // Version 2.0, bit 0 of the flags: encrypted; stored; a date; no checksum; the sizes; length of the name.
  const head = [
    ...two(20),
    ...two(1),
    ...two(0),
    ...four(0),
    ...four(1),
    ...four(20),
    ...four(8),
    ...two(title.length),
  ];
  const local = [0x50, 0x4b, 3, 4, ...head, ...two(0), ...title, ...body];
  const central = [
    0x50,
    0x4b,
    1,
    2,
    ...two(20),
    ...head,
    ...Array<number>(12).fill(0),
    ...four(0),
    ...title,
  ];
  return [
    ...local,
    ...central,
    0x50,
    0x4b,
    5,
    6,
    0,
    0,
    0,
    0,
    ...two(1),
    ...two(1),
    ...four(central.length),
    ...four(local.length),
    0,
    0,
  ];
}

for (const [language, theme, width, height] of [
  ['zh-CN', 'day', 1440, 900],
  ['en', 'night', 1440, 900],
  ['zh-CN', 'night', 390, 844],
  ['en', 'day', 390, 844],
] as const) {
  test(`looks: ${language} ${theme} ${width}`, async ({ muster, page }, info) => {
    const hand = new ImportHand(muster);
    const see = async (state: string): Promise<void> => {
      await muster.isAccessible(state);
      await page.screenshot({ path: info.outputPath(`${state}.png`) });
    };
    await page.setViewportSize({ width, height });
    await muster.prefer(language, theme);
    await muster.enterAs('planner');
    await hand.open();
    await see('choose');
    for (const [state, name, bytes] of BAD_FILES) {
      await hand.give({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
      await expect(page.getByRole('alert')).toBeVisible();
      await see(state);
      await hand.press('importing.other');
    }
    await hand.give(
      csvFile('looks.csv', ['name,longitude,latitude,capacity', 'A,110.94,28.02,300', 'B,,,20']),
    );
    await hand.understood();
    await see('understood');
    await hand.compare();
    await see('difference');
    await hand.group('rejected').click();
    await see('rejected');
    // The line dies while writing, and the page is loaded anew.
    await page.route('**/rpc/import_write', (route) => route.abort());
    await page.getByRole('button', { name: /^(写入|Write) / }).click();
    await expect(hand.button('importing.stopped.go')).toBeVisible();
    await see('stopped');
    await page.unroute('**/rpc/import_write');
    await page.reload();
    await hand.open();
    await expect(hand.button('importing.unfinished.openOf', { file: 'looks.csv' })).toBeVisible();
    await see('unfinished');
    await hand.press('importing.unfinished.openOf', { file: 'looks.csv' });
    await see('waiting');
    await hand.write();
    await see('done');
    await hand.press('importing.done.undo');
    await expect(
      page.getByRole('heading', { name: muster.say('importing.undone.title') }),
    ).toBeVisible();
    await hand.press('importing.past');
    await expect(page.getByRole('row', { name: /looks\.csv/ }).first()).toBeVisible();
    await see('past');
  });
}
