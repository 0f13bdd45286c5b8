/** When the numbers or the titles of a file speak for another coordinate system than the one it is read in. */
import type { LngLat } from '../model/index.ts';
import { crsOfCode } from './crs.ts';
import { knownCodes } from './table.ts';

interface Area {
  codes: (code: number) => boolean;
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Where each family is used; a pair that lands outside does not speak for it. */
const AREAS: readonly Area[] = [
  {
    codes: (code) => code === 3826 || code === 3828,
    west: 119.9,
    south: 21.8,
    east: 122.1,
    north: 25.5,
  },
  { codes: (code) => code === 3825 || code === 3827, west: 118, south: 23, east: 120, north: 26.5 },
  { codes: (code) => code >= 4491 && code <= 4554, west: 73, south: 16, east: 135.5, north: 54 },
  { codes: (code) => code >= 6669 && code <= 6687, west: 122, south: 20, east: 154, north: 46 },
  { codes: (code) => code === 3857, west: -180, south: -80, east: 180, north: 80 },
];

/** Zones whose eastings do not say which one they are of. */
const NAMELESS = (code: number): boolean =>
  (code >= 4502 && code <= 4512) || (code >= 4534 && code <= 4554);

/** Whether a projected pair could be of many zones alike, so that naming some would be a guess. */
export function isOfAnyZone(x: number, y: number): boolean {
  const codes = suggestProjected(x, y, undefined, Infinity).map((name) =>
    Number(name.slice('EPSG:'.length)),
  );
  return codes.length > 3 && codes.slice(0, 3).every(NAMELESS);
}

/** How far from its middle a zone is used at most, in metres. */
const ZONE_LIMIT = 500_000;

/**
 * Whether a pair in a projected system lies where that system is used; null when nobody here knows where that is.
 * @param crs name, as `EPSG:4546`
 */
export function isWhereUsed(crs: string, x: number, y: number): boolean | null {
  const code = Number(/^EPSG:(\d+)$/.exec(crs)?.[1]);
  const area = AREAS.find(({ codes }) => codes(code));
  if (area === undefined) return null;
  const [lng, lat] = crsOfCode(code).toWgs84(x, y);
  const within = lng >= area.west && lng <= area.east && lat >= area.south && lat <= area.north;
  return within && (code === 3857 || Math.abs(x - centralEasting(code)) <= ZONE_LIMIT);
}

/** Half the width of a zone in degrees, with room for neighbours. */
const ZONE_REACH = 2;

/**
 * Codes under which a projected pair lands where that code is used, likeliest first, at most `limit`.
 * @param inside whether a WGS-84 place is where the rows are expected (the fence), if anything says so.
 */
export function suggestProjected(
  x: number,
  y: number,
  inside?: (place: LngLat) => boolean,
  limit = 3,
): string[] {
  const found: { code: number; order: number }[] = [];
  for (const code of knownCodes()) {
    const order = AREAS.findIndex(({ codes }) => codes(code));
    const area = AREAS[order];
    if (area === undefined) continue;
    const crs = crsOfCode(code);
    const [lng, lat] = crs.toWgs84(x, y);
    if (!(lng >= area.west && lng <= area.east && lat >= area.south && lat <= area.north)) continue;
    if (code !== 3857 && Math.abs(x - centralEasting(code)) > ZONE_REACH * 111_320) continue;
    if (code === 3857 && Math.abs(x) < 1e6 && Math.abs(y) < 1e6) continue;
    if (inside !== undefined && !inside([lng, lat])) continue;
    found.push({ code, order });
  }
  return found
    .sort((a, b) => a.order - b.order || a.code - b.code)
    .slice(0, limit)
    .map(({ code }) => `EPSG:${code}`);
}

const centralEasting = (code: number): number => {
  if (code >= 4491 && code <= 4501) return (13 + code - 4491) * 1e6 + 500000;
  if (code >= 4513 && code <= 4533) return (25 + code - 4513) * 1e6 + 500000;
  if (code >= 3825 && code <= 3828) return 250000;
  return code >= 6669 && code <= 6687 ? 0 : 500000;
};

/** A system named in the titles of the coordinate columns, as `--crs` would take it. */
export function crsInTitles(titles: readonly string[]): string | null {
  const text = titles.join(' ').normalize('NFKC').toLowerCase();
  if (/gcj-?0?2|高德|腾讯|火星/.test(text)) return 'gcj02';
  if (/bd-?09|百度/.test(text)) return 'bd09';
  if (/twd-?97/.test(text) && /tm2|[xy]/.test(text) && !/lon|lat|[经經]度/.test(text))
    return 'EPSG:3826';
  return null;
}

/** Coarse outline of where mainland China's maps are shifted (Taiwan, Hong Kong and Macau are not). */
const MAINLAND: readonly LngLat[] = [
  [73.5, 39.5],
  [80, 45.5],
  [87, 49.2],
  [91, 45],
  [97, 42.7],
  [105, 41.6],
  [111.5, 43.8],
  [115.8, 47.5],
  [120, 53.4],
  [127, 50],
  [134.8, 48.4],
  [131, 43],
  [126, 41.2],
  [124, 39.8],
  [122.6, 37],
  [122.4, 30],
  [119.7, 25.4],
  [117, 23.4],
  [114.6, 22.62],
  [113.8, 22.62],
  [113.4, 22.25],
  [111, 18],
  [108.5, 18],
  [108, 21.5],
  [101.5, 21.1],
  [98.5, 24],
  [97.5, 28.3],
  [88, 27.8],
  [80, 30.5],
  [78, 35.5],
];

/** Whether a place lies in mainland China, coarsely. */
export function inMainlandChina([lng, lat]: LngLat): boolean {
  let inside = false;
  for (let i = 0, j = MAINLAND.length - 1; i < MAINLAND.length; j = i++) {
    const [ax, ay] = MAINLAND[i] ?? [0, 0];
    const [bx, by] = MAINLAND[j] ?? [0, 0];
    if (ay > lat !== by > lat && lng < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
