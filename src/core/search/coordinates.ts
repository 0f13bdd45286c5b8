import type { LngLat } from '../model/index.ts';
import { readAngle } from './coordinate-angle.ts';
import type { Angle, CoordinateRefusal } from './coordinate-angle.ts';
import { tokenizeCoordinates } from './coordinate-tokens.ts';
import type { CoordinateToken } from './coordinate-tokens.ts';
import { toWgs84 } from '../crs/datum.ts';
import type { Datum, TypedLngLat } from '../crs/datum.ts';

/** One way to understand the typed numbers. */
export interface CoordinateReading {
  /** As typed, put into `[lng, lat]`, still in `datum`. */
  typed: TypedLngLat;
  datum: Datum;
  /** WGS-84. */
  place: LngLat;
  order: 'lng-lat' | 'lat-lng';
}

export type CoordinateAnswer =
  /** The text is not a coordinate at all: search names. */
  | { tag: 'none' }
  | { tag: 'refused'; why: CoordinateRefusal }
  /** One reading, or two when the order of the numbers is not clear: the more likely one first. */
  | { tag: 'read'; readings: readonly CoordinateReading[]; statedDatum: Datum | null };

interface CoordinateContext {
  /** Whether a WGS-84 place lies in the loaded district; decides which of two readings comes first. */
  isInside?: (place: LngLat) => boolean;
  /** Datum chosen by the person; a datum stated in the text wins over it. */
  datum?: Datum;
}

const DATUM_WORDS: readonly (readonly [Datum, RegExp])[] = [
  [
    'gcj02',
    /gcj-?\s?0?2|高德(?:地图|坐标|坐标系)?|腾讯(?:地图|坐标|坐标系)?|火星(?:坐标系|坐标)?|amap|tencent/i,
  ],
  ['bd09', /bd-?\s?0?9(?:ll)?|百度(?:地图|坐标|坐标系)?|baidu/i],
  ['wgs84', /wgs-?\s?(?:19)?84|cgcs-?\s?2000|国家2000|天地图|gps|北斗/i],
];

/** Separate a stated datum ("GCJ-02 113.12,29.37", "29.37 113.12（百度）") from the numbers. */
function splitDatum(text: string): { datum: Datum | null; rest: string } {
  const plain = text.normalize('NFKC').replace(/[−–—‐‑]/g, '-');
  for (const [datum, pattern] of DATUM_WORDS) {
    if (!pattern.test(plain)) continue;
    // Full-width letters only matter for the word itself; the numbers keep their own tidying.
    return { datum, rest: plain.replace(pattern, ' ').replace(/坐标系|坐標系/g, ' ') };
  }
  return { datum: null, rest: text };
}

/**
 * Read coordinates in any usual notation: decimal degrees, degrees-minutes(-seconds) with signs, letters or 北纬/东经,
 * longitude or latitude first, receivers' compact forms, full-width punctuation, `geo:` and `POINT(…)`, with an
 * optional stated datum (GCJ-02 / 高德 / 腾讯, BD-09 / 百度; otherwise WGS-84).
 */
export function readCoordinates(text: string, context: CoordinateContext = {}): CoordinateAnswer {
  if (isTelephone(text)) return { tag: 'none' };
  const { datum: statedDatum, rest } = splitDatum(text);
  const tokens = tokenizeCoordinates(rest);
  const count = tokens?.filter((token) => token.tag === 'number').length ?? 0;
  if (tokens === null || count === 0) return { tag: 'none' };
  const pair = bestPair(tokens, count);
  if (typeof pair === 'string') return { tag: 'refused', why: pair };
  const orders = possibleOrders(pair, /^\s*geo:/i.test(rest));
  if (typeof orders === 'string') return { tag: 'refused', why: orders };
  const datum = statedDatum ?? context.datum ?? 'wgs84';
  const readings = orders.map((order): CoordinateReading => {
    const typed: TypedLngLat =
      order === 'lng-lat' ? [pair[0].degrees, pair[1].degrees] : [pair[1].degrees, pair[0].degrees];
    return { typed, datum, order, place: toWgs84(typed, datum) };
  });
  const { isInside } = context;
  if (isInside !== undefined)
    readings.sort((a, b) => Number(isInside(b.place)) - Number(isInside(a.place)));
  return { tag: 'read', readings, statedDatum };
}

/** A mobile number, or a landline with its area code, as they are written in China: people search for those too. */
function isTelephone(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  if (!/^[+(]?[\d\s()-]+$/.test(plain)) return false;
  return /^(?:\+?86)?(?:1[3-9]\d{9}|\(?0\d{2,3}\)?\d{7,8})$/.test(plain.replace(/[\s-]/g, ''));
}

type Pair = readonly [Angle, Angle];

/** Try every place to cut the tokens into two angles; the cut at a separator, then the evenest, wins. */
function bestPair(tokens: readonly CoordinateToken[], count: number): Pair | CoordinateRefusal {
  if (count === 1) return 'one-number';
  let best: { pair: Pair; cost: number } | null = null;
  let why: CoordinateRefusal | null = null;
  for (let cut = 1; cut < tokens.length; cut++) {
    const left = tokens.slice(0, cut);
    const right = tokens.slice(cut);
    if (!holdsNumber(left) || !holdsNumber(right)) continue;
    const unevenness = Math.abs(numbersIn(left) - numbersIn(right)) / 10;
    const cost =
      innerSeparators(left) + innerSeparators(right) + unevenness + strangeLetters(left, right);
    const first = readAngle(left);
    const second = readAngle(right);
    if (first.ok && second.ok) {
      if (best === null || cost < best.cost) best = { pair: [first.angle, second.angle], cost };
      continue;
    }
    // The reason a person can act on is the one of the cut they most likely meant.
    const refused = [first, second].find((part) => !part.ok);
    const reason = refused?.ok === false ? refused.why : null;
    if (reason !== null && reason !== 'not-readable' && (why === null || cost < 0.1)) why = reason;
  }
  if (best !== null) return best.pair;
  return why ?? (count > 6 ? 'too-many-numbers' : 'not-readable');
}

const numbersIn = (tokens: readonly CoordinateToken[]): number =>
  tokens.filter((t) => t.tag === 'number').length;
const holdsNumber = (tokens: readonly CoordinateToken[]): boolean =>
  tokens.some((t) => t.tag === 'number');

/** Separators with numbers on both sides: they cut an angle in pieces, which is unlikely to be meant. */
function innerSeparators(tokens: readonly CoordinateToken[]): number {
  const first = tokens.findIndex((t) => t.tag === 'number');
  const last = tokens.findLastIndex((t) => t.tag === 'number');
  return tokens.slice(first, last).filter((t) => t.tag === 'separator').length;
}

/** A letter belongs to the number it touches: `8.69E 49.41` is not `8.69` and `E49.41`. */
function strangeLetters(
  left: readonly CoordinateToken[],
  right: readonly CoordinateToken[],
): number {
  const isLetter = (token: CoordinateToken | undefined): boolean =>
    token?.tag === 'hemisphere' || token?.tag === 'axis';
  const torn = isLetter(right[0]) && left.at(-1)?.tag !== 'separator' && !left.some(isLetter);
  const reached = left.some((token, i) => isLetter(token) && left[i - 1]?.tag === 'separator');
  return (torn ? 0.02 : 0) + (reached ? 0.02 : 0);
}

/** Which of the two numbers is the longitude: named, or recognised by its size, or unknown (both orders). */
function possibleOrders(
  pair: Pair,
  latitudeFirst: boolean,
): CoordinateReading['order'][] | CoordinateRefusal {
  const [first, second] = pair;
  const sizes = [Math.abs(first.degrees), Math.abs(second.degrees)] as const;
  if (Math.max(...sizes) > 1000) return 'projected-metres';
  if (first.axis !== null && first.axis === second.axis) return 'same-axis-twice';
  const ofFirst = second.axis === 'lat' ? 'lng' : 'lat';
  const named = first.axis ?? (second.axis === null ? null : ofFirst);
  if (named !== null) {
    const [lng, lat] = named === 'lng' ? sizes : [sizes[1], sizes[0]];
    if (lat > 90) return 'latitude-out-of-range';
    if (lng > 180) return 'longitude-out-of-range';
    return [named === 'lng' ? 'lng-lat' : 'lat-lng'];
  }
  if (Math.max(...sizes) > 180 || Math.min(...sizes) > 90) return 'out-of-range';
  if (latitudeFirst) return sizes[0] > 90 ? ['lng-lat'] : ['lat-lng'];
  if (sizes[0] > 90) return ['lng-lat'];
  if (sizes[1] > 90) return ['lat-lng'];
  return first.degrees === second.degrees ? ['lng-lat'] : ['lng-lat', 'lat-lng'];
}
