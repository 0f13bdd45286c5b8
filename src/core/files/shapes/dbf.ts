/** Attribute tables in dBase form (.dbf), as shapefiles carry them. */
import { FileFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import type { Cell } from '../../text/cell.ts';

interface DbfField {
  name: Uint8Array;
  type: string;
  offset: number;
  length: number;
  decimals: number;
}

export interface DbfTable {
  fields: readonly DbfField[];
  /** Records as the header counts them, or as many as the file holds. */
  count: number;
  headerLength: number;
  recordLength: number;
  /** Language driver: which code page the writer had. */
  language: number;
  bytes: Uint8Array;
}

const damaged = (): FileFailure => new FileFailure('shapefile_damaged');

/** Understand the header. @throws FileFailure shapefile_damaged, too_many_columns */
export function openTable(bytes: Uint8Array): DbfTable {
  if (bytes.length < 33) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint16(8, true);
  const recordLength = view.getUint16(10, true);
  if (headerLength < 33 || recordLength < 1 || headerLength > bytes.length) throw damaged();
  const fields: DbfField[] = [];
  let offset = 1;
  for (let at = 32; at + 32 <= headerLength && bytes[at] !== 0x0d; at += 32) {
    const end = bytes.subarray(at, at + 11).indexOf(0);
    const length = bytes[at + 16] ?? 0;
    const type = String.fromCharCode(bytes[at + 11] ?? 0);
    // Long texts use the decimals as the high byte of their length.
    const decimals = bytes[at + 17] ?? 0;
    const width = type === 'C' ? length + decimals * 256 : length;
    fields.push({
      name: bytes.subarray(at, at + (end < 0 ? 11 : end)),
      type,
      offset,
      length: width,
      decimals,
    });
    offset += width;
    if (fields.length > LIMITS.columns)
      throw new FileFailure('too_many_columns', { count: fields.length, limit: LIMITS.columns });
  }
  if (fields.length === 0 || offset > recordLength + 1) throw damaged();
  const held = Math.floor((bytes.length - headerLength) / recordLength);
  const count = Math.min(view.getUint32(4, true), held);
  return { fields, count, headerLength, recordLength, language: bytes[29] ?? 0, bytes };
}

/** The bytes of all texts (and of the names), for finding out the encoding; at most `most`. */
export function textBytes(
  { fields, count, headerLength, recordLength, bytes }: DbfTable,
  most = 1 << 18,
): Uint8Array {
  const texts = fields.filter(({ type }) => type === 'C');
  const found = new Uint8Array(most);
  let filled = 0;
  const add = (from: number, to: number): void => {
    const part = bytes.subarray(from, Math.min(to, from + most - filled - 1));
    found.set(part, filled);
    filled += part.length;
    found[filled++] = 10;
  };
  for (const { name } of fields)
    if (filled + name.length + 1 < most)
      add(name.byteOffset - bytes.byteOffset, name.byteOffset - bytes.byteOffset + name.length);
  for (let record = 0; record < count && filled < most - 512; record++) {
    const at = headerLength + record * recordLength;
    for (const { offset, length } of texts) {
      if (filled + length + 2 > most) return found.subarray(0, filled);
      let end = at + offset + length;
      while (end > at + offset && (bytes[end - 1] === 32 || bytes[end - 1] === 0)) end--;
      if (end > at + offset) add(at + offset, end);
    }
  }
  return found.subarray(0, filled);
}

interface DbfRecord {
  deleted: boolean;
  cells: Cell[];
  /** Texts that ended in the middle of a character. */
  cut: number;
}

/** Records as cells. Numbers stay numbers; what fills no field is null. */
export function* readRecords(table: DbfTable, encoding: string): Generator<DbfRecord> {
  const { fields, count, headerLength, recordLength, bytes } = table;
  const decoder = new TextDecoder(encoding);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let record = 0; record < count; record++) {
    const at = headerLength + record * recordLength;
    const cells: Cell[] = [];
    let cut = 0;
    for (const { type, offset, length } of fields) {
      const from = at + offset;
      if (from + length > bytes.length) throw damaged();
      if (type === 'I' || type === '+') cells.push(length >= 4 ? view.getInt32(from, true) : null);
      else if (type === 'O' || (type === 'B' && length === 8))
        cells.push(length >= 8 ? view.getFloat64(from, true) : null);
      else {
        let end = from + length;
        while (end > from && (bytes[end - 1] === 32 || bytes[end - 1] === 0)) end--;
        if (type === 'C' || type === 'V') {
          const whole = end === from + length;
          const text = textIn(bytes, from, end, decoder);
          const cleaned = whole && text.endsWith('\uFFFD') ? text.replace(/\uFFFD+$/, '') : text;
          if (cleaned !== text) cut++;
          cells.push(cleaned);
        } else cells.push(plainCell(type, asciiIn(bytes, from, end)));
      }
    }
    yield { deleted: bytes[at] === 0x2a, cells, cut };
  }
}

/** Short plain texts are read without the decoder, which costs more than they are long. */
function textIn(bytes: Uint8Array, from: number, end: number, decoder: TextDecoder): string {
  if (end - from < 48) {
    let plain = true;
    for (let i = from; i < end && plain; i++) plain = (bytes[i] ?? 0) < 0x80;
    if (plain) return asciiIn(bytes, from, end);
  }
  return decoder.decode(bytes.subarray(from, end)).trim();
}

function asciiIn(bytes: Uint8Array, from: number, end: number): string {
  while (from < end && bytes[from] === 32) from++;
  let text = '';
  for (let i = from; i < end; i++) text += String.fromCharCode(bytes[i] ?? 0);
  return text;
}

function plainCell(type: string, text: string): Cell {
  if (text === '' || /^\*+$/.test(text)) return null;
  switch (type) {
    case 'N':
    case 'F': {
      const value = Number(text.replace(',', '.'));
      // Ids of more digits than a number holds stay text.
      return Number.isFinite(value) && (Math.abs(value) < 2 ** 53 || /[.e]/i.test(text))
        ? value
        : text;
    }
    case 'L':
      if (/^[YyTt]$/.test(text)) return true;
      return /^[NnFf]$/.test(text) ? false : null;
    case 'D':
      return /^\d{8}$/.test(text) && text !== '00000000'
        ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
        : null;
    case 'M':
    case 'G':
    case 'P':
      return null;
    default:
      return text;
  }
}
