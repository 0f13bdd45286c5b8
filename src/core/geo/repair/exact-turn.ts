/** The turn of three places, exactly: doubles are fractions of powers of two, and BigInt knows no rounding. */

const view = new DataView(new ArrayBuffer(8));
/** Enough for every double that is zero or at least 2^-60 in size (1e-18 degrees); smaller ones count as zero. */
const SCALE = 112;

function toFixedPoint(value: number): bigint {
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  if (exponent === 0) return 0n;
  const mantissa = (bits & 0xfffffffffffffn) | 0x10000000000000n;
  const shift = exponent - 1075 + SCALE;
  const size = shift >= 0 ? mantissa << BigInt(shift) : mantissa >> BigInt(-shift);
  return bits >> 63n === 1n ? -size : size;
}

/** 1: a-b-c turns left, -1: right, 0: the three lie on one line. */
export function exactTurn(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
): -1 | 0 | 1 {
  const [x, y] = [toFixedPoint(ax), toFixedPoint(ay)];
  const left = (toFixedPoint(bx) - x) * (toFixedPoint(cy) - y);
  const right = (toFixedPoint(by) - y) * (toFixedPoint(cx) - x);
  if (left === right) return 0;
  return left > right ? 1 : -1;
}
