/** An XLS workbook whose cells are formulas, as programs leave them that write without calculating. */
import { CFB, utils, write } from '@e965/xlsx';

export type FormulaResult = 'empty' | 'zero' | 'zero on opening';

const NUMBER = 0x203;
const FORMULA = 0x06;
/** `1+1` as the tokens of BIFF8: two integers and an addition. */
const TOKENS = [0x1e, 1, 0, 0x1e, 1, 0, 0x03];

function formula(cell: Buffer, result: FormulaResult): Buffer {
  const body = Buffer.alloc(22 + TOKENS.length);
  cell.copy(body, 0, 0, 6);
  if (result === 'empty') Buffer.from([3, 0, 0, 0, 0, 0, 0xff, 0xff]).copy(body, 6);
  body.writeUInt16LE(result === 'zero on opening' ? 3 : 0, 14);
  body.writeUInt16LE(TOKENS.length, 20);
  Buffer.from(TOKENS).copy(body, 22);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(FORMULA, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
}

/** @param at 0-based line and column of the numbers that become formulas; one sheet only */
export function withFormulas(
  rows: readonly (readonly (string | number)[])[],
  at: readonly (readonly [line: number, column: number])[],
  result: FormulaResult,
): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'S');
  const file = CFB.read(write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer, {
    type: 'buffer',
  });
  const stream = CFB.find(file, '/Workbook');
  if (stream === null) throw new Error('no workbook');
  const records = Buffer.from(stream.content as Uint8Array);
  const pieces: Buffer[] = [];
  for (let from = 0; from + 4 <= records.length;) {
    const [type, length] = [records.readUInt16LE(from), records.readUInt16LE(from + 2)];
    const body = records.subarray(from + 4, from + 4 + length);
    const isOne =
      type === NUMBER &&
      at.some(([line, column]) => body.readUInt16LE(0) === line && body.readUInt16LE(2) === column);
    pieces.push(isOne ? formula(body, result) : records.subarray(from, from + 4 + length));
    from += 4 + length;
  }
  const made = CFB.utils.cfb_new();
  // Small streams lie apart from large ones; no real workbook is as small.
  CFB.utils.cfb_add(made, '/Workbook', Buffer.concat([...pieces, Buffer.alloc(8192)]));
  return new Uint8Array(CFB.write(made, { type: 'buffer' }) as Buffer);
}
