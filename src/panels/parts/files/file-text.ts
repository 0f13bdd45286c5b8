/** What every reader of files says, imports and roads alike: how large a file is, why it was not read, what was counted. */
import type { FailureCode } from '../../../core/files/failure.ts';
import { t } from '../../../messages/index.ts';
import type { MessageKey, MessageParams } from '../../../messages/index.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';

type Own<Prefix extends string, Key = MessageKey> = Key extends `${Prefix}.${infer Last}`
  ? Last
  : never;

/** The command's words for these speak of its options. */
export const FAILURES: ReadonlySet<FailureCode> = new Set<FailureCode>(['unknown_crs', 'bad_map']);

export const failureText = (code: FailureCode, params: MessageParams): string =>
  FAILURES.has(code)
    ? t(`importing.failure.${code as Own<'importing.failure'>}`, params)
    : t(`importer.failure.${code}`, params);

/** What belongs to records is told after them. */
const BELONGING = ['stock_lot', 'stock_movement', 'occupancy_movement', 'contact'];

/** `120 shelters and 35 contacts`; nothing when all are zero. */
export function kindCounts(counts: readonly (readonly [kind: string, count: number])[]): string {
  const parts = counts
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => BELONGING.indexOf(a) - BELONGING.indexOf(b))
    .map(([kind, count]) =>
      t(`importing.counted.kind.${kind as Own<'importing.counted.kind'>}`, {
        count: formatNumber(count),
      }),
    );
  const last = parts.pop() ?? '';
  return parts.length === 0
    ? last
    : parts.join(t('answer.text.comma')) + t('importing.counted.and') + last;
}

/** `198 KB`, `12.4 MB`. */
export const sizeText = (bytes: number): string =>
  bytes < 1_000_000
    ? t('importing.size.kb', { value: formatNumber(Math.max(1, Math.round(bytes / 1000))) })
    : t('importing.size.mb', { value: formatNumber(Math.round(bytes / 100_000) / 10) });
