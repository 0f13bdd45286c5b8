import type { Instant } from '../../core/model/index.ts';
import { clockParts } from './times.ts';

/** What a `datetime-local` field shows for a moment in a zone: `2026-11-22T14:05`. */
export function wallTime(at: Instant, zone: string): string {
  const { year, month, day, hour, minute } = clockParts(Date.parse(at), zone);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/**
 * The moment a wall clock of a zone shows `2026-11-22T14:05`; null when the text is no such time. A time that a change
 * of the clocks leaves out is taken as the moment the same number of minutes after the change.
 */
export function instantOf(wall: string, zone: string): Instant | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/.exec(wall);
  if (match === null) return null;
  const [year, month, day, hour, minute] = match.slice(1, 6).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59) return null;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  if (new Date(asUtc).getUTCDate() !== day) return null;
  // Two rounds: the offset before the first guess may be the one of the other side of a clock change.
  let ms = asUtc - offsetAt(asUtc, zone);
  ms = asUtc - offsetAt(ms, zone);
  return new Date(ms).toISOString();
}

/** How far a zone's wall clock is ahead of UTC at a moment, in milliseconds. */
function offsetAt(ms: number, zone: string): number {
  const { year, month, day, hour, minute, second } = clockParts(ms, zone);
  const wall = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return wall - Math.floor(ms / 1000) * 1000;
}

/** Differences below this are the time it takes to type. */
const GRACE_MS = 60_000;

/** How many milliseconds a stated time lies ahead of the server's clock, or null when it does not. */
export function aheadOf(at: Instant, serverNow: number): number | null {
  const ahead = Date.parse(at) - serverNow;
  return ahead > GRACE_MS ? ahead : null;
}
