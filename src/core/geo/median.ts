import type { LngLat } from '../model/index.ts';

const middleOf = (length: number): number => Math.floor((length - 1) / 2);

/**
 * The median place: of longitudes and of latitudes on their own. Longitudes are cut at their widest gap first, so that
 * files around the antimeridian have theirs there and not on the other side of the earth. null for no places.
 */
export function medianPlace(places: readonly LngLat[]): LngLat | null {
  if (places.length === 0) return null;
  const lngs = new Float64Array(places.length);
  const lats = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) {
    lngs[i] = places[i]?.[0] ?? NaN;
    lats[i] = places[i]?.[1] ?? NaN;
  }
  lngs.sort();
  lats.sort();
  let start = 0;
  let widest = (lngs[0] ?? 0) + 360 - (lngs.at(-1) ?? 0);
  for (let i = 1; i < lngs.length; i++) {
    const gap = (lngs[i] ?? 0) - (lngs[i - 1] ?? 0);
    if (gap > widest) {
      widest = gap;
      start = i;
    }
  }
  // The sorted longitudes begin behind the gap and go once around.
  const at = start + middleOf(lngs.length);
  const lng = lngs[at % lngs.length] ?? NaN;
  return [lng, lats[middleOf(lats.length)] ?? NaN];
}
