/** Writes a small PMTiles (version 3) file: an uncompressed header, one root directory, metadata and the tiles. */
import { zxyToTileId } from 'pmtiles';

export interface ArchiveTile {
  z: number;
  x: number;
  y: number;
  data: Uint8Array;
}

/** PMTiles' numbers for what a tile holds. */
export const TILE_TYPES = { vector: 1, png: 2 } as const;
const UNCOMPRESSED = 1;
const HEADER_LENGTH = 127;

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

export function writeArchive(
  type: keyof typeof TILE_TYPES,
  metadata: object,
  tiles: readonly ArchiveTile[],
): Uint8Array {
  const sorted = tiles
    .map((tile) => ({ ...tile, id: zxyToTileId(tile.z, tile.x, tile.y) }))
    .sort((a, b) => a.id - b.id);
  const directory = Uint8Array.from([
    ...varint(sorted.length),
    ...sorted.flatMap(({ id }, i) => varint(id - (sorted[i - 1]?.id ?? 0))),
    ...sorted.flatMap(() => varint(1)),
    ...sorted.flatMap(({ data }) => varint(data.length)),
    // 0 = right behind the one before it; the first is written as offset + 1.
    ...sorted.flatMap((_, i) => varint(i === 0 ? 1 : 0)),
  ]);
  const about = new TextEncoder().encode(JSON.stringify(metadata));
  const size = sorted.reduce((sum, { data }) => sum + data.length, 0);
  const archive = new Uint8Array(HEADER_LENGTH + directory.length + about.length + size);
  const view = new DataView(archive.buffer);
  archive.set(new TextEncoder().encode('PMTiles'));
  archive[7] = 3;
  const aboutAt = HEADER_LENGTH + directory.length;
  const tilesAt = aboutAt + about.length;
  const counts = [sorted.length, sorted.length, sorted.length];
  [
    HEADER_LENGTH,
    directory.length,
    aboutAt,
    about.length,
    tilesAt,
    0,
    tilesAt,
    size,
    ...counts,
  ].forEach((value, i) => view.setBigUint64(8 + 8 * i, BigInt(value), true));
  const zooms = sorted.map(({ z }) => z);
  archive.set(
    [1, UNCOMPRESSED, UNCOMPRESSED, TILE_TYPES[type], Math.min(...zooms), Math.max(...zooms)],
    96,
  );
  [-180, -85, 180, 85].forEach((degrees, i) => view.setInt32(102 + 4 * i, degrees * 1e7, true));
  archive.set(directory, HEADER_LENGTH);
  archive.set(about, aboutAt);
  let at = tilesAt;
  for (const { data } of sorted) {
    archive.set(data, at);
    at += data.length;
  }
  return archive;
}
