/** Small files for importer tests: bytes in chunks of any size, one call to import. */
import { importFile } from '../../../src/core/import/import-file.ts';
import type { ImportKind, ImportOptions, ImportPlan } from '../../../src/core/import/types.ts';

export { encode } from '../../support/encode.ts';

export const WORDS = { unnamed: '未命名', unclassified: '未分类', unitUnstated: '未注明' };

export async function* inChunks(bytes: Uint8Array, size = 65536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  await Promise.resolve();
}

export type Extra = Partial<Omit<ImportOptions, 'kind' | 'words'>> & { chunk?: number };

/** Import bytes or UTF-8 text, and hold the plan to its account. */
export async function plan(
  kind: ImportKind,
  content: string | Uint8Array,
  extra: Extra = {},
): Promise<ImportPlan> {
  const { chunk, ...options } = extra;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const made = await importFile(inChunks(bytes, chunk), {
    kind,
    fileName: 'file.csv',
    words: WORDS,
    ...options,
  });
  const rows = [...made.records, ...made.duplicates, ...made.rejected]
    .map(({ row }) => row)
    .sort((a, b) => a - b);
  if (rows.length !== made.read || rows.some((row, i) => row !== i + 1))
    throw new Error(`read ${made.read}, accounted for ${rows.length}`);
  return made;
}

export const reasons = ({ rejected }: ImportPlan): [number, string][] =>
  rejected.map(({ row, reason }) => [row, reason]);
export const warned = ({ warnings, blockers }: ImportPlan): string[] =>
  [...warnings, ...blockers].map(({ code }) => code);
export const collection = (...features: object[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });
export const feature = (properties: object | null, geometry: object | null): object => ({
  type: 'Feature',
  properties,
  geometry,
});
export const point = (lng: number, lat: number): object => ({
  type: 'Point',
  coordinates: [lng, lat],
});
