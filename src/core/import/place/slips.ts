/** The likely slip behind a coordinate that cannot be right. */
import type { LngLat } from '../../model/index.ts';
import type { RejectReason } from '../codes.ts';
import type { Crs } from '../../crs/crs.ts';
import { isWhereUsed } from '../../crs/hints.ts';

const POWERS = [0.001, 0.01, 0.1, 10, 100, 1000];

/**
 * Which single slip would have put a row where it belongs: axes exchanged, a wrong sign, a decimal point moved. null
 * when none would.
 * @param x,y as the file has them, in `crs`.
 * @param fits whether a WGS-84 place is where rows belong.
 */
export function explainSlip(
  x: number,
  y: number,
  crs: Crs,
  fits: (place: LngLat) => boolean,
): RejectReason | null {
  const good = (a: number, b: number): boolean => {
    if (crs.degrees && (Math.abs(a) > 180 || Math.abs(b) > 90)) return false;
    const [lng, lat] = crs.toWgs84(a, b);
    return Number.isFinite(lng) && Number.isFinite(lat) && fits([lng, lat]);
  };
  if (good(y, x)) return crs.degrees ? 'swapped' : 'axes_swapped';
  if (good(-x, y) || good(x, -y) || good(-x, -y)) return 'missing_sign';
  if (
    POWERS.some((power) => good(x * power, y) || good(x, y * power) || good(x * power, y * power))
  )
    return 'decimal_slip';
  return null;
}

/** What is wrong with metres that lie where their system is not used; null for degrees, and where nobody knows. */
export function misplacedMetres(x: number, y: number, crs: Crs): RejectReason | null {
  if (crs.degrees || isWhereUsed(crs.name, x, y) !== false) return null;
  return isWhereUsed(crs.name, y, x) === true ? 'axes_swapped' : 'outside_crs_area';
}

/** What can be said of a pair beyond the ends of the earth without knowing where the file is. */
export function outOfRangeReason(x: number, y: number, crs: Crs): RejectReason {
  if (!crs.degrees) return 'outside_crs_area';
  const couldBeSwapped = crs.degrees && Math.abs(x) <= 90 && Math.abs(y) > 90 && Math.abs(y) <= 180;
  return couldBeSwapped ? 'swapped' : 'not_degrees';
}
