/** A plain archive of checked parts: what a spreadsheet library gets to see instead of the stranger's own. */
import { crc32 } from './crc32.ts';

/** Parts by name, stored without packing. */
export function storedZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const encoder = new TextEncoder();
  const heads = [...parts].map(([name, content]) => ({
    name: encoder.encode(name),
    content,
    crc: crc32(content),
  }));
  const size = heads.reduce(
    (sum, { name, content }) => sum + 76 + 2 * name.length + content.length,
    22,
  );
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const common = (offset: number, crc: number, length: number, nameLength: number): void => {
    view.setUint16(offset, 20, true);
    view.setUint32(offset + 10, crc, true);
    view.setUint32(offset + 14, length, true);
    view.setUint32(offset + 18, length, true);
    view.setUint16(offset + 22, nameLength, true);
  };
  const places = heads.map(({ name, content, crc }) => {
    const start = at;
    view.setUint32(at, 0x04034b50, true);
    common(at + 4, crc, content.length, name.length);
    bytes.set(name, at + 30);
    bytes.set(content, at + 30 + name.length);
    at += 30 + name.length + content.length;
    return start;
  });
  const directory = at;
  heads.forEach(({ name, content, crc }, i) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    common(at + 6, crc, content.length, name.length);
    view.setUint32(at + 42, places[i] ?? 0, true);
    bytes.set(name, at + 46);
    at += 46 + name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, heads.length, true);
  view.setUint16(at + 10, heads.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}
