/**
 * Formulas of an XLS workbook that nobody calculated. A formula's record (MS-XLS 2.4.127) always has room for a result;
 * programs that write without calculating leave it empty, or zero with the wish to be calculated on opening. Excel itself
 * writes an empty result for a text that came out empty: only where every formula of a sheet is empty was none calculated.
 */
import { workbookRecords } from './ole.ts';

const BOUND_SHEET = 0x85;
const BOF = 0x809;
const EOF = 0x0a;
const FORMULA = 0x06;
/** MS-XLS 2.5.133: a result that is no number ends in FFFF; its first byte 3 stands for an empty text. */
const NO_NUMBER = 0xffff;
const EMPTY_TEXT = 3;
/** Bit of a formula's options: to be calculated when the workbook is opened. */
const ON_OPENING = 0x02;
const WORKSHEET = 0;

type CellsByLine = ReadonlyMap<number, readonly number[]>;

function add(cells: Map<number, number[]>, line: number, column: number): void {
  const columns = cells.get(line);
  if (columns === undefined) cells.set(line, [column]);
  else columns.push(column);
}

class Records {
  readonly view: DataView;
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Type, place and length of every record from a place on. */
  *from(start: number): Generator<{ type: number; at: number; length: number }> {
    for (let at = start; at + 4 <= this.bytes.length;) {
      const type = this.view.getUint16(at, true);
      const length = this.view.getUint16(at + 2, true);
      if (at + 4 + length > this.bytes.length) return;
      yield { type, at: at + 4, length };
      at += 4 + length;
    }
  }

  /** Where each worksheet begins, in the order of the workbook. */
  sheets(): number[] {
    const found: number[] = [];
    for (const { type, at, length } of this.from(0)) {
      if (type === EOF) break;
      if (type === BOUND_SHEET && length >= 6 && this.view.getUint8(at + 5) === WORKSHEET)
        found.push(this.view.getUint32(at, true));
    }
    return found;
  }

  uncalculated(start: number): CellsByLine {
    const empty = new Map<number, number[]>();
    const waiting = new Map<number, number[]>();
    let isCalculated = false;
    let depth = 0;
    for (const { type, at, length } of this.from(start)) {
      // Charts in a sheet are streams within it.
      if (type === BOF) depth++;
      else if (type === EOF && --depth === 0) break;
      if (type !== FORMULA || depth !== 1 || length < 16) continue;
      const [line, column] = [this.view.getUint16(at, true), this.view.getUint16(at + 2, true)];
      const options = this.view.getUint16(at + 14, true);
      if (this.view.getUint16(at + 12, true) === NO_NUMBER) {
        if (this.view.getUint8(at + 6) === EMPTY_TEXT) add(empty, line, column);
        else isCalculated = true;
      } else if (this.view.getFloat64(at + 6, true) === 0 && (options & ON_OPENING) !== 0)
        add(waiting, line, column);
      else isCalculated = true;
    }
    if (!isCalculated)
      for (const [line, columns] of empty) for (const column of columns) add(waiting, line, column);
    return waiting;
  }
}

/** By worksheet, 0-based, and 0-based line the 0-based columns of such cells. @param bytes the workbook */
export function uncalculatedInXls(bytes: Uint8Array): readonly CellsByLine[] {
  const records = new Records(workbookRecords(bytes));
  return records.sheets().map((start) => records.uncalculated(start));
}
