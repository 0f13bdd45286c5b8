/** A FlatGeobuf feature's properties: number of the column, then its value, one after the other. */
import { LIMITS } from '../limits.ts';
import type { Cell } from '../../text/cell.ts';
import type { FlatBuffer } from './flatbuffer.ts';

export interface FgbColumn {
  name: string;
  /** Byte, UByte, Bool, Short, UShort, Int, UInt, Long, ULong, Float, Double, String, Json, DateTime, Binary. */
  type: number;
}

const SIZES = [1, 1, 1, 2, 2, 4, 4, 8, 8, 4, 8];
const decoder = new TextDecoder();

/** Cells by column. @throws RangeError for bytes that are no properties */
export function propertiesOf(
  file: FlatBuffer,
  from: number,
  to: number,
  columns: readonly FgbColumn[],
): Cell[] {
  const { view } = file;
  const cells: Cell[] = [];
  let at = from;
  while (at + 2 <= to) {
    const column = view.getUint16(at, true);
    at += 2;
    const type = columns[column]?.type;
    if (type === undefined || column >= LIMITS.columns) throw new RangeError('column');
    const size = SIZES[type];
    if (size !== undefined) {
      if (at + size > to) throw new RangeError('value');
      cells[column] = plainValue(view, at, type);
      at += size;
      continue;
    }
    if (at + 4 > to) throw new RangeError('text');
    const length = view.getUint32(at, true);
    at += 4;
    if (at + length > to) throw new RangeError('text');
    cells[column] = type === 14 ? null : decoder.decode(file.bytes.subarray(at, at + length));
    at += length;
  }
  return cells;
}

function plainValue(view: DataView, at: number, type: number): Cell {
  switch (type) {
    case 0:
      return view.getInt8(at);
    case 1:
      return view.getUint8(at);
    case 2:
      return view.getUint8(at) !== 0;
    case 3:
      return view.getInt16(at, true);
    case 4:
      return view.getUint16(at, true);
    case 5:
      return view.getInt32(at, true);
    case 6:
      return view.getUint32(at, true);
    case 7:
      return whole(view.getBigInt64(at, true));
    case 8:
      return whole(view.getBigUint64(at, true));
    case 9: {
      const value = view.getFloat32(at, true);
      return Number.isFinite(value) ? Number(value.toPrecision(7)) : null;
    }
    default: {
      const value = view.getFloat64(at, true);
      return Number.isFinite(value) ? value : null;
    }
  }
}

/** Whole numbers beyond what a number holds stay text. */
const whole = (value: bigint): Cell =>
  value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= -BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : String(value);
