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

/**
 * 1: a-b-c turns left, -1: right, 0: the three lie on one line.
 * @param corners x and y of one after the other @param a number of a corner
 */
export function exactTurn(corners: Float64Array, a: number, b: number, c: number): -1 | 0 | 1 {
  const fixed = (i: number): bigint => toFixedPoint(corners[i] ?? 0);
  const [x, y] = [fixed(2 * a), fixed(2 * a + 1)];
  const left = (fixed(2 * b) - x) * (fixed(2 * c + 1) - y);
  const right = (fixed(2 * b + 1) - y) * (fixed(2 * c) - x);
  if (left === right) return 0;
  return left > right ? 1 : -1;
}
