/** One export of shelters, as the screen makes it. */
import { exportRecords } from '../../../src/core/export/export-records.ts';
import type { ExportFormat } from '../../../src/core/export/types.ts';
import type { Shelter } from '../../../src/core/model/index.ts';
import { translate } from '../../../src/messages/index.ts';
import type { MessageKey } from '../../../src/messages/index.ts';

/** Write to a sink; answers with the number of rows. */
export async function exportTo(
  format: ExportFormat,
  records: readonly Shelter[],
  sink: (bytes: Uint8Array) => void,
): Promise<number> {
  const { rows } = await exportRecords(
    {
      kind: 'shelter',
      format,
      records,
      crs: 'wgs84',
      asOf: '2026-11-22T00:00:00Z',
      timezone: 'Asia/Shanghai',
      say: (key, params) => translate('zh-CN', key as MessageKey, params),
      nameOf: () => null,
      contactsOf: null,
      part: null,
      demo: false,
    },
    sink,
    () => Promise.resolve(),
  );
  return rows;
}
