/** An export as bytes, with the words of a language; and the importer on such bytes. */
import { exportRecords } from '../../../src/core/export/export-records.ts';
import type { ExportRequest, ExportedFile } from '../../../src/core/export/export-records.ts';
import type { ExportCrs, ExportFormat, ExportKind } from '../../../src/core/export/types.ts';
import { importFile } from '../../../src/core/import/import-file.ts';
import type { ImportKind, ImportPlan } from '../../../src/core/import/types.ts';
import type { RecordOf } from '../../../src/core/model/index.ts';
import { translate } from '../../../src/messages/index.ts';
import type { Language, MessageKey } from '../../../src/messages/index.ts';

export interface ExportedBytes {
  file: ExportedFile;
  bytes: Uint8Array;
}

export interface ExportOptions {
  language?: Language;
  crs?: ExportCrs;
  demo?: boolean;
  contactsOf?: ExportRequest['contactsOf'];
  nameOf?: ExportRequest['nameOf'];
}

export const WORDS = { unnamed: '未命名', unclassified: '未分类', unitUnstated: '未注明' };

export async function exportToBytes<K extends ExportKind>(
  kind: K,
  format: ExportFormat,
  records: readonly RecordOf[K][],
  {
    language = 'zh-CN',
    crs = 'wgs84',
    demo = false,
    contactsOf = null,
    nameOf = () => null,
  }: ExportOptions = {},
): Promise<ExportedBytes> {
  const parts: Uint8Array[] = [];
  const file = await exportRecords(
    {
      kind,
      format,
      records,
      crs,
      asOf: '2026-11-22T07:00:00Z',
      timezone: 'Asia/Shanghai',
      say: (key, params) => translate(language, key as MessageKey, params),
      nameOf,
      contactsOf,
      part: null,
      demo,
    },
    (bytes) => parts.push(Uint8Array.from(bytes)),
  );
  return { file, bytes: new Uint8Array(Buffer.concat(parts)) };
}

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
  await Promise.resolve();
}

export const importBytes = (
  kind: ImportKind,
  { file, bytes }: ExportedBytes,
): Promise<ImportPlan> =>
  importFile(inChunks(bytes), {
    kind,
    fileName: file.name,
    words: WORDS,
    radius: null,
    now: Date.parse('2026-11-22T07:00:00Z'),
  });
