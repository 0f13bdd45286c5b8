/** Turns at a junction by the geometry of the roads that meet there. */
import { greatCircle } from '../../geo/distance.ts';
import type { LngLat, Meters } from '../../model/index.ts';

/** The turn that a restriction names; entry, exit and what has no direction name none. */
export type NamedTurn = 'left' | 'right' | 'straight' | 'back';

/** How far from the junction a road's direction is read: drawn vertices nearer than that are often slips of the pen. */
const LOOK_AHEAD: Meters = 10;

/**
 * Degrees by which a turn is left of straight on that it can certainly not have (below zero: to the right), as ranges with
 * both ends. Product defaults, wide of the mark on purpose: what lies between stays possible, and a restriction for
 * which two turns stay possible is left out and counted.
 */
const NEVER: Readonly<Record<NamedTurn, (left: number) => boolean>> = {
  left: (left) => left <= 0 && left >= -165,
  right: (left) => left >= 0 && left <= 165,
  straight: (left) => Math.abs(left) > 60,
  back: (left) => Math.abs(left) < 120,
};

/**
 * The direction from the first place of a line, in degrees counter-clockwise from east, read at 10 m along it or where it
 * ends before.
 *
 * @param line `[lng, lat]` in degrees, at least two places
 */
export function directionFrom(line: readonly LngLat[]): number {
  const [first = [0, 0]] = line;
  let left: number = LOOK_AHEAD;
  let seen: LngLat = first;
  for (const place of line.slice(1)) {
    const step = greatCircle(seen, place);
    if (step >= left) {
      const share = left / step;
      seen = [seen[0] + (place[0] - seen[0]) * share, seen[1] + (place[1] - seen[1]) * share];
      break;
    }
    left -= step;
    seen = place;
  }
  const east = (seen[0] - first[0]) * Math.cos((first[1] * Math.PI) / 180);
  return (Math.atan2(seen[1] - first[1], east) * 180) / Math.PI;
}

/**
 * Whether going on may be the turn that is named. Both directions are degrees as `directionFrom` gives them, seen from the
 * junction.
 *
 * @param from where one comes from
 * @param to where one goes
 */
export function mayBe(turn: NamedTurn, from: number, to: number): boolean {
  // Straight on is opposite to where one came from.
  const left = ((((to - from - 180) % 360) + 540) % 360) - 180;
  return !NEVER[turn](left);
}
