/**
 * ZIP archives of strangers: the list of entries is read without trusting it, every entry is unpacked under limits and
 * held to its checksum. Names are only names here: nothing is ever written to a path.
 */
import { Inflate } from 'fflate';
import { FileFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { crc32 } from './crc32.ts';

export interface ZipEntry {
  /** As the archive says it, with `\` as `/`; folders are left out. */
  name: string;
  packed: number;
  unpacked: number;
  method: number;
  crc: number;
  offset: number;
  encrypted: boolean;
}

export interface Zip {
  entries: readonly ZipEntry[];
  /** The bytes of an entry. @throws FileFailure archive_too_large, archive_damaged, archive_encrypted */
  read: (entry: ZipEntry) => Uint8Array;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
/** How much of the packed bytes is unpacked at a time. */
const STEP = 1 << 16;

const damaged = (): FileFailure => new FileFailure('archive_damaged');

/** How much one run may still unpack, over all archives within archives. */
export interface Budget {
  bytes: number;
}
export const freshBudget = (): Budget => ({ bytes: LIMITS.unpackedBytes });

/** Open an archive held in memory. @throws FileFailure archive_damaged, archive_too_large */
export function openZip(bytes: Uint8Array, budget: Budget): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { at, count } = findDirectory(view);
  if (count > LIMITS.entries)
    throw new FileFailure('archive_too_large', {
      what: 'entries',
      size: count,
      limit: LIMITS.entries,
    });
  const entries = listEntries(view, bytes, at, count);
  return { entries, read: (entry) => readEntry(view, bytes, entry, budget) };
}

function findDirectory(view: DataView): { at: number; count: number } {
  const length = view.byteLength;
  for (let i = length - 22; i >= Math.max(0, length - 22 - 65_535); i--) {
    if (view.getUint32(i, true) !== END) continue;
    const [count, at] = [view.getUint16(i + 10, true), view.getUint32(i + 16, true)];
    const isZip64 = i >= 20 && view.getUint32(i - 20, true) === END64_LOCATOR;
    if (!isZip64 || (count !== 0xffff && at !== 0xffffffff)) return { at, count };
    const record = Number(view.getBigUint64(i - 12, true));
    if (record + 56 > length || view.getUint32(record, true) !== END64) throw damaged();
    return {
      at: Number(view.getBigUint64(record + 48, true)),
      count: Number(view.getBigUint64(record + 32, true)),
    };
  }
  throw damaged();
}

function listEntries(view: DataView, bytes: Uint8Array, start: number, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw damaged();
    const flags = view.getUint16(at + 8, true);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    ) as [number, number, number];
    if (at + 46 + nameLength + extraLength > view.byteLength) throw damaged();
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0);
    const sizes = sizesOf(view, at, nameLength, extraLength);
    const entry = { method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true) };
    if (!name.endsWith('/'))
      entries.push({ name, ...sizes, ...entry, encrypted: (flags & 1) !== 0 });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** Sizes and place, from the ZIP64 extra field where the short ones are full. */
function sizesOf(
  view: DataView,
  at: number,
  nameLength: number,
  extraLength: number,
): Pick<ZipEntry, 'packed' | 'unpacked' | 'offset'> {
  let packed = view.getUint32(at + 20, true);
  let unpacked = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  let extra = at + 46 + nameLength;
  const end = extra + extraLength;
  while (extra + 4 <= end) {
    const size = view.getUint16(extra + 2, true);
    if (view.getUint16(extra, true) === 1) {
      let field = extra + 4;
      const next = (): number => {
        if (field + 8 > end) throw damaged();
        field += 8;
        return Number(view.getBigUint64(field - 8, true));
      };
      if (unpacked === 0xffffffff) unpacked = next();
      if (packed === 0xffffffff) packed = next();
      if (offset === 0xffffffff) offset = next();
    }
    extra += 4 + size;
  }
  return { packed, unpacked, offset };
}

/** UTF-8 when the entry says so or when it is; otherwise what Chinese systems write. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes);
  } catch {
    text = new TextDecoder('gb18030').decode(bytes);
  }
  return text.replaceAll('\\', '/');
}

function readEntry(view: DataView, bytes: Uint8Array, entry: ZipEntry, budget: Budget): Uint8Array {
  const { name, packed, unpacked, offset, method } = entry;
  if (entry.encrypted) throw new FileFailure('archive_encrypted', { name: shownName(name) });
  if (unpacked > budget.bytes)
    throw new FileFailure('archive_too_large', {
      what: 'bytes',
      size: unpacked,
      limit: LIMITS.unpackedBytes,
    });
  if (unpacked > LIMITS.ratioFromBytes && unpacked > packed * LIMITS.ratio)
    throw new FileFailure('archive_too_large', {
      what: 'ratio',
      size: Math.round(unpacked / Math.max(1, packed)),
      limit: LIMITS.ratio,
    });
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL) throw damaged();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw damaged();
  budget.bytes -= unpacked;
  const data = bytes.subarray(start, start + packed);
  if (method !== 0 && method !== 8)
    throw new FileFailure('archive_method', { name: shownName(name), method });
  const content = method === 0 ? data : inflated(data, unpacked);
  if (content.length !== unpacked || crc32(content) !== entry.crc) throw damaged();
  return content;
}

/** At most `size` bytes: an entry that unpacks to more than it says is a lie, and the unpacking stops there. */
function inflated(data: Uint8Array, size: number): Uint8Array {
  const content = new Uint8Array(size);
  let filled = 0;
  try {
    const inflate = new Inflate((chunk) => {
      if (filled + chunk.length > size) throw damaged();
      content.set(chunk, filled);
      filled += chunk.length;
    });
    for (let at = 0; at < data.length; at += STEP)
      inflate.push(data.subarray(at, at + STEP), at + STEP >= data.length);
  } catch {
    throw damaged();
  }
  if (filled !== size) throw damaged();
  return content;
}

/** Names from archives as messages show them: the last part, cut short. */
const shownName = (name: string): string => (name.split('/').at(-1) ?? name).slice(0, 80);
