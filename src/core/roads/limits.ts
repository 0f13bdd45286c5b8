/** Where a route that a small vehicle has is too narrow, weak or low for another. */
import { UNKNOWN_LIMIT } from './build/columns.ts';
import { nameOf } from './network.ts';
import type { RoadNetwork } from './network.ts';
import type { RoadProfile } from './profiles.ts';
import type { RoadRoute } from './search/route.ts';
import type { Router } from './router.ts';

/** The first stretch of a route that a profile may not pass, as it would be named. */
interface RouteLimit {
  /** null = a road without a name. */
  road: string | null;
  /** null = closed to that mode altogether, whatever its size. */
  limit: {
    what: 'width' | 'weight' | 'height';
    /** Metres, tonnes, metres. */ value: number;
  } | null;
}

const HUNDREDTHS = 100;

const isOver = (size: number | null, limit: number): boolean =>
  size !== null && limit !== UNKNOWN_LIMIT && size * HUNDREDTHS > limit;

/** Whether somebody of a size passes an edge as far as its limits are known. */
export const fitsOn = (
  { edgeWidth, edgeWeight, edgeHeight }: RoadNetwork,
  edge: number,
  { widthM, weightT, heightM }: RoadProfile,
): boolean =>
  !isOver(widthM, edgeWidth[edge]!) &&
  !isOver(weightT, edgeWeight[edge]!) &&
  !isOver(heightM, edgeHeight[edge]!);

export function limitOnRoute(
  { network, profile, allows }: Router,
  { members }: RoadRoute,
): RouteLimit {
  const barred = members.find((member) => !allows(member));
  if (barred === undefined) return { road: null, limit: null };
  const edge = barred >> 1;
  const limit = (['width', 'weight', 'height'] as const).flatMap((what) => {
    const [size, most] = {
      width: [profile.widthM, network.edgeWidth[edge]!] as const,
      weight: [profile.weightT, network.edgeWeight[edge]!] as const,
      height: [profile.heightM, network.edgeHeight[edge]!] as const,
    }[what];
    return isOver(size, most) ? [{ what, value: most / HUNDREDTHS }] : [];
  })[0];
  return { road: nameOf(network, edge), limit: limit ?? null };
}
