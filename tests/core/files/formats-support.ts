/** Reading whole files in tests: bytes or a path, with what lies beside it, and the account held. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { importFile } from '../../../src/core/import/import-file.ts';
import type { ImportKind, ImportOptions, ImportPlan } from '../../../src/core/import/types.ts';
import { companionsOf, sqliteWasm } from '../../../supabase/tools/importing/companion-files.ts';
import { WORDS, inChunks } from '../import/support.ts';

export { sqliteWasm };

/** A plan of bytes, whose rows all end somewhere. */
export async function planOf(
  kind: ImportKind,
  bytes: Uint8Array,
  fileName: string,
  extra: Partial<ImportOptions> = {},
): Promise<ImportPlan> {
  const plan = await importFile(inChunks(bytes), {
    kind,
    fileName,
    words: WORDS,
    sqliteWasm,
    ...extra,
  });
  const rows = [...plan.records, ...plan.duplicates, ...plan.rejected]
    .map(({ row }) => row)
    .sort((a, b) => a - b);
  if (rows.length !== plan.read || rows.some((row, i) => row !== i + 1))
    throw new Error(`read ${plan.read}, accounted for ${rows.length}`);
  return plan;
}

export const planOfFile = (
  kind: ImportKind,
  path: string,
  extra: Partial<ImportOptions> = {},
): Promise<ImportPlan> =>
  planOf(kind, readFileSync(path), basename(path), { companions: companionsOf(path), ...extra });

/** read, accepted, duplicates, rejected. */
export const counts = ({ read, records, duplicates, rejected }: ImportPlan): number[] => [
  read,
  records.length,
  duplicates.length,
  rejected.length,
];

/** How many rows were rejected for which reason. */
export function reasonCounts({ rejected }: ImportPlan): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { reason } of rejected) found[reason] = (found[reason] ?? 0) + 1;
  return found;
}

/** How many records have which kind of geometry. */
export function geometryCounts({ records }: ImportPlan): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { geometry } of records)
    found[geometry?.type ?? 'none'] = (found[geometry?.type ?? 'none'] ?? 0) + 1;
  return found;
}
