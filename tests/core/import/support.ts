/** Small files for importer tests: text to bytes in any encoding, bytes in chunks of any size, one call to import. */
import { importFile } from '../../../src/core/import/index.ts';
import type { ImportKind, ImportOptions, ImportPlan } from '../../../src/core/import/index.ts';

export const WORDS = { unnamed: '未命名', unclassified: '未分类', unitUnstated: '未注明' };

const tables = new Map<string, Map<string, number[]>>();

/** Node decodes the old encodings but encodes none: the table is turned around. */
function encoderOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const learn = (bytes: number[]): void => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      // Not a character of this encoding.
    }
  };
  for (let one = 0; one < 256; one++) learn([one]);
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) learn([lead, trail]);
  tables.set(encoding, table);
  return table;
}

export function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding.startsWith('utf-16')) {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), encoding === 'utf-16le');
    return bytes;
  }
  const table = encoderOf(encoding);
  return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? [0x3f]));
}

export async function* inChunks(bytes: Uint8Array, size = 65536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  await Promise.resolve();
}

export type Extra = Partial<Omit<ImportOptions, 'kind' | 'words'>> & { chunk?: number };

/** Import bytes or UTF-8 text, and hold the plan to its account. */
export async function plan(kind: ImportKind, content: string | Uint8Array, extra: Extra = {}): Promise<ImportPlan> {
  const { chunk, ...options } = extra;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const made = await importFile(inChunks(bytes, chunk), { kind, fileName: 'file.csv', words: WORDS, ...options });
  const rows = [...made.records, ...made.duplicates, ...made.rejected].map(({ row }) => row).sort((a, b) => a - b);
  if (rows.length !== made.read || rows.some((row, i) => row !== i + 1))
    throw new Error(`read ${made.read}, accounted for ${rows.length}`);
  return made;
}

export const reasons = ({ rejected }: ImportPlan): [number, string][] =>
  rejected.map(({ row, reason }) => [row, reason]);
export const warned = ({ warnings, blockers }: ImportPlan): string[] =>
  [...warnings, ...blockers].map(({ code }) => code);
export const collection = (...features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features });
export const feature = (properties: object | null, geometry: object | null): object => ({
  type: 'Feature',
  properties,
  geometry,
});
export const point = (lng: number, lat: number): object => ({ type: 'Point', coordinates: [lng, lat] });
