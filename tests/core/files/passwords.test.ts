/** Workbooks with a password are told from damaged ones, and a mistake of the program is told from both. */
import * as sheets from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { FileFailure } from '../../../src/core/files/failure.ts';
import { asFailure } from '../../../src/core/files/open-file.ts';
import { needsPassword } from '../../../src/core/files/sheets/ole.ts';
import { translate } from '../../../src/messages/index.ts';
import { planOf } from './formats-support.ts';
import { workbookOf } from './writers/containers.ts';

const TABLE = [
  ['名称', '经度', '纬度'],
  ['一号', 113.1, 29.4],
];
const LONG = [...TABLE, ...Array.from({ length: 300 }, (_, i) => [`第${i}避难场所`, 113.2, 29.4])];

/** An old workbook whose second record says that the rest is enciphered. */
function withFilePass(): Uint8Array {
  const { CFB } = sheets;
  const file = CFB.read(workbookOf('biff8', { 表: LONG }), { type: 'array' });
  const stream = CFB.find(file, 'Workbook');
  if (stream === null) throw new Error('no stream');
  const records = Uint8Array.from(stream.content);
  const behindBof = 4 + ((records[2] ?? 0) | ((records[3] ?? 0) << 8));
  const filePass = [0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4];
  stream.content = Buffer.from([
    ...records.subarray(0, behindBof),
    ...filePass,
    ...records.subarray(behindBof),
  ]);
  stream.size = stream.content.length;
  return new Uint8Array(CFB.write(file, { type: 'array' }) as ArrayBuffer);
}

/** A spreadsheet whose manifest says how its content is enciphered. */
function withEncryptionData(): Uint8Array {
  const parts = unzipSync(workbookOf('ods', { 表: TABLE }));
  const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry></manifest:manifest>`;
  return zipSync({
    ...parts,
    'META-INF/manifest.xml': strToU8(manifest),
    'content.xml': Uint8Array.of(1, 2, 3, 4),
  });
}

const whole = (): Uint8Array =>
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'META-INF/manifest.xml': strToU8('<manifest/>'),
    'encrypted-package': Uint8Array.of(1, 2, 3),
  });

const locked: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  'an XLSX in its compound file': () =>
    writeXlsx({
      sheets: [{ name: '表', rows: TABLE }],
      encryption: { password: 'x', spinCount: 1000 },
    }),
  'an XLS with FILEPASS': withFilePass,
  'an ODS with encryption-data in its manifest': withEncryptionData,
  'an ODS enciphered whole': whole,
};

describe('workbooks with a password', () => {
  it.each(Object.keys(locked))('%s', async (name) => {
    const bytes = await locked[name]?.();
    await expect(planOf('shelter', bytes ?? new Uint8Array(), 'x.xlsx')).rejects.toMatchObject({
      code: 'workbook_encrypted',
    });
  });

  it('are refused with what to do, in both languages', () => {
    expect(translate('zh-CN', 'importer.failure.workbook_encrypted')).toContain(
      '另存一份不带密码的副本',
    );
    expect(translate('en', 'importer.failure.workbook_encrypted')).toContain(
      'save a copy without the password',
    );
  });

  it('are not what an open one is, nor what is damaged', () => {
    const open = workbookOf('biff8', { 表: LONG });
    expect(needsPassword(open)).toBe(false);
    for (let length = 0; length < 2000; length += 37)
      expect(needsPassword(open.subarray(0, length))).toBe(false);
    expect(needsPassword(open.map((byte, i) => (i > 40 && i < 80 ? 0xff : byte)))).toBe(false);
  });
});

describe('what goes wrong while reading', () => {
  it('is damage when bytes end too early, and a mistake of the program otherwise', () => {
    const beyond = new RangeError('Offset is outside the bounds of the DataView');
    expect(asFailure(beyond)).toMatchObject({ code: 'file_damaged', cause: beyond });
    const ours = new TypeError("Cannot read properties of undefined (reading 'x')");
    const failure = asFailure(ours);
    expect(failure).toMatchObject({ code: 'reader_failed', cause: ours });
    expect(failure.params.error).toContain(
      "TypeError: Cannot read properties of undefined (reading 'x')",
    );
    expect(failure.params.error).toContain('passwords.test.ts');
    const refusal = new FileFailure('xml_dtd');
    expect(asFailure(refusal)).toBe(refusal);
  });
});
