/** Large workbooks for the bench, written plainly: the library of the tests takes minutes for a hundred thousand lines. */
import { CFB } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';

export type SheetTable = readonly (readonly (string | number)[])[];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** An OpenDocument spreadsheet of one sheet. */
export function odsOf(table: SheetTable): Uint8Array {
  const cell = (value: string | number): string =>
    typeof value === 'number'
      ? `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
      : `<table:table-cell office:value-type="string"><text:p>${escaped(value)}</text:p></table:table-cell>`;
  const rows = table.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`);
  const names = ['office', 'table', 'text'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${names.join(' ')} office:version="1.2"><office:body><office:spreadsheet><table:table table:name="表">${rows.join('\n')}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipSync(
    {
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'META-INF/manifest.xml': strToU8('<manifest/>'),
      'content.xml': strToU8(content),
    },
    { level: 1 },
  );
}

/** Records of a BIFF8 stream (MS-XLS), gathered in pieces. */
class Records {
  private readonly pieces: Buffer[] = [];
  length = 0;

  add(type: number, data: Buffer): void {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(type, 0);
    head.writeUInt16LE(data.length, 2);
    this.pieces.push(head, data);
    this.length += 4 + data.length;
  }

  done = (): Buffer => Buffer.concat(this.pieces);
}

const BOF = 0x809;
const EOF = 0x0a;
/** Most bytes of a record. */
const MOST = 8224;

function beginning(type: number): Buffer {
  const data = Buffer.alloc(16);
  data.writeUInt16LE(0x600, 0);
  data.writeUInt16LE(type, 2);
  return data;
}

/** The table of shared texts, cut between texts where a record is full. */
function addTexts(records: Records, texts: readonly string[], used: number): void {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(used, 0);
  head.writeUInt32LE(texts.length, 4);
  let type = 0xfc;
  let [pieces, size] = [[head], head.length];
  for (const text of texts) {
    const piece = Buffer.alloc(3 + text.length * 2);
    piece.writeUInt16LE(text.length, 0);
    piece[2] = 1;
    piece.write(text, 3, 'utf16le');
    if (size + piece.length > MOST) {
      records.add(type, Buffer.concat(pieces));
      type = 0x3c;
      [pieces, size] = [[], 0];
    }
    pieces.push(piece);
    size += piece.length;
  }
  records.add(type, Buffer.concat(pieces));
}

/** An Excel 97 workbook of one sheet. */
export function xlsOf(table: SheetTable): Uint8Array {
  const numbers = new Map<string, number>();
  let used = 0;
  for (const row of table)
    for (const value of row)
      if (typeof value === 'string') {
        used++;
        if (!numbers.has(value)) numbers.set(value, numbers.size);
      }
  const book = new Records();
  book.add(BOF, beginning(5));
  const sheetAt = Buffer.from([0, 0, 0, 0, 0, 0, 1, 1, 0x68, 0x88]);
  const whereSheetAt = book.length + 4;
  book.add(0x85, sheetAt);
  addTexts(book, [...numbers.keys()], used);
  book.add(EOF, Buffer.alloc(0));
  const sheet = new Records();
  sheet.add(BOF, beginning(0x10));
  table.forEach((row, line) =>
    row.forEach((value, column) => {
      const isText = typeof value === 'string';
      const data = Buffer.alloc(isText ? 10 : 14);
      data.writeUInt16LE(line, 0);
      data.writeUInt16LE(column, 2);
      if (isText) data.writeUInt32LE(numbers.get(value) ?? 0, 6);
      else data.writeDoubleLE(value, 6);
      sheet.add(isText ? 0xfd : 0x203, data);
    }),
  );
  sheet.add(EOF, Buffer.alloc(0));
  const stream = Buffer.concat([book.done(), sheet.done()]);
  stream.writeUInt32LE(book.length, whereSheetAt);
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/Workbook', stream);
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer);
}
