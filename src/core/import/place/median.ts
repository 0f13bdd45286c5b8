import type { LngLat } from '../../model/index.ts';

const middle = (sorted: readonly number[]): number => sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;

/**
 * The median place: of longitudes and of latitudes on their own. Longitudes are cut at their widest gap first, so that
 * files around the antimeridian have theirs there and not on the other side of the earth. null for no places.
 */
export function medianPlace(places: readonly LngLat[]): LngLat | null {
  if (places.length === 0) return null;
  const lngs = places.map(([lng]) => lng).sort((a, b) => a - b);
  const lats = places.map(([, lat]) => lat).sort((a, b) => a - b);
  let start = 0;
  let widest = (lngs[0] ?? 0) + 360 - (lngs.at(-1) ?? 0);
  for (let i = 1; i < lngs.length; i++) {
    const gap = (lngs[i] ?? 0) - (lngs[i - 1] ?? 0);
    if (gap > widest) {
      widest = gap;
      start = i;
    }
  }
  const unwrapped = [...lngs.slice(start), ...lngs.slice(0, start).map((lng) => lng + 360)];
  const lng = middle(unwrapped);
  return [lng > 180 ? lng - 360 : lng, middle(lats)];
}
