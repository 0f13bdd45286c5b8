/** Times of the register as numbers, and which of two is later. */
import type { Instant } from '../model/index.ts';

/** Times seen before and what they are in milliseconds; the same few thousand come back with every question. */
const parsed = new Map<Instant, number>();
const REMEMBERED = 200_000;

/** Milliseconds since 1970; NaN for null and for what is no time. */
export function millisecondsOf(at: Instant | null): number {
  if (at === null) return NaN;
  let ms = parsed.get(at);
  if (ms === undefined) {
    if (parsed.size >= REMEMBERED) parsed.clear();
    ms = Date.parse(at);
    parsed.set(at, ms);
  }
  return ms;
}

/** The later of two times; what is null or no time does not count. */
export function later(a: Instant | null, b: Instant | null): Instant | null {
  const msA = millisecondsOf(a);
  const msB = millisecondsOf(b);
  if (Number.isNaN(msA)) return Number.isNaN(msB) ? null : b;
  return msB > msA ? b : a;
}
