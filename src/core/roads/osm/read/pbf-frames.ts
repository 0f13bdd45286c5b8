/**
 * The outer layer of an `.osm.pbf` file: length, BlobHeader, Blob, again and again. Field numbers are those of
 * fileformat.proto, limits those of the OSM wiki page "PBF Format" (header < 64 KiB, blob < 32 MiB).
 */
import { unzlibSync } from 'fflate';
import { PbfReader } from 'pbf';
import { RoadsFailure } from '../../failure.ts';
import { ByteQueue } from './byte-queue.ts';

const MOST_HEADER = 64 * 1024;
const MOST_BLOB = 32 * 1024 * 1024;

interface Frame {
  type: string;
  /** The unpacked message. */
  data: Uint8Array;
}

/** Compressions a Blob may have, by field number; all but the first two are refused. */
const METHODS: Readonly<Record<number, string>> = { 4: 'lzma', 5: 'bzip2', 6: 'lz4', 7: 'zstd' };

/** @throws RoadsFailure osm_damaged, osm_compression */
export async function* readFrames(input: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  const queue = new ByteQueue(input);
  for (;;) {
    const start = await queue.take(4);
    if (start.length === 0) return;
    if (start.length < 4) throw new RoadsFailure('osm_damaged');
    const headerLength = new DataView(start.buffer, start.byteOffset, 4).getUint32(0);
    if (headerLength > MOST_HEADER) throw new RoadsFailure('osm_damaged');
    const { type, size } = readHeader(await exactly(queue, headerLength));
    if (size > MOST_BLOB) throw new RoadsFailure('osm_damaged');
    yield { type, data: unpack(await exactly(queue, size)) };
  }
}

async function exactly(queue: ByteQueue, count: number): Promise<Uint8Array> {
  const bytes = await queue.take(count);
  if (bytes.length < count) throw new RoadsFailure('osm_damaged');
  return bytes;
}

function readHeader(bytes: Uint8Array): { type: string; size: number } {
  return new PbfReader(bytes).readFields(
    (field, header, reader) => {
      if (field === 1) header.type = reader.readString();
      else if (field === 3) header.size = reader.readVarint();
    },
    { type: '', size: 0 },
  );
}

interface Blob {
  raw: Uint8Array | null;
  packed: Uint8Array | null;
  size: number;
}

function unpack(bytes: Uint8Array): Uint8Array {
  const empty: Blob = { raw: null, packed: null, size: 0 };
  const { raw, packed, size } = new PbfReader(bytes).readFields((field, blob, reader) => {
    const method = METHODS[field];
    if (method !== undefined) throw new RoadsFailure('osm_compression', { method });
    if (field === 1) blob.raw = reader.readBytes();
    else if (field === 2) blob.size = reader.readVarint();
    else if (field === 3) blob.packed = reader.readBytes();
  }, empty);
  if (raw !== null) return raw;
  if (packed === null || size > MOST_BLOB) throw new RoadsFailure('osm_damaged');
  let data: Uint8Array;
  try {
    // The length is stated, so a bomb cannot grow past it.
    data = unzlibSync(packed, { out: new Uint8Array(size) });
  } catch {
    throw new RoadsFailure('osm_damaged');
  }
  if (data.length !== size) throw new RoadsFailure('osm_damaged');
  return data;
}
