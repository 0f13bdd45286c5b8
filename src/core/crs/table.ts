/**
 * Coordinate systems by EPSG code, as proj4 definitions: the ones that offices in mainland China, Taiwan and Japan use
 * and the world's UTM zones. Families are computed from their code, as the EPSG registry numbers them; a test holds
 * every one to PostGIS' spatial_ref_sys.
 */

const CGCS2000 = '+a=6378137 +rf=298.257222101';
const GRS80 = '+ellps=GRS80';
/** Tokyo datum to WGS-84, three parameters published by Japan's survey for the whole country (a few metres). */
const TOKYO = '+ellps=bessel +towgs84=-146.414,507.337,680.507,0,0,0,0';
/** TWD67 to TWD97, seven parameters as EPSG gives for code 3828's area (about 2 m). */
const TWD67 =
  '+ellps=aust_SA +towgs84=-752,-358,-179,-0.0000011698,0.0000018398,0.0000009822,0.00002329';

const degrees = (datum: string): string => `+proj=longlat ${datum} +no_defs`;
const tm = (lng: number, easting: number, datum: string, k = 1, lat = 0): string =>
  `+proj=tmerc +lat_0=${lat} +lon_0=${lng} +k=${k} +x_0=${easting} +y_0=0 ${datum} +units=m +no_defs`;

/** Origins of Japan's nineteen plane rectangular zones: latitude and longitude in degrees and minutes. */
const JAPAN_ZONES: readonly (readonly [lat: number, lng: number])[] = [
  [33, 129 + 30 / 60],
  [33, 131],
  [36, 132 + 10 / 60],
  [33, 133 + 30 / 60],
  [36, 134 + 20 / 60],
  [36, 136],
  [36, 137 + 10 / 60],
  [36, 138 + 30 / 60],
  [36, 139 + 50 / 60],
  [40, 140 + 50 / 60],
  [44, 140 + 15 / 60],
  [44, 142 + 15 / 60],
  [44, 144 + 15 / 60],
  [26, 142],
  [26, 127 + 30 / 60],
  [26, 124],
  [26, 131],
  [20, 136],
  [26, 154],
];

const SINGLE: Readonly<Record<number, string>> = {
  4326: degrees('+datum=WGS84'),
  4979: degrees('+datum=WGS84'),
  4490: degrees(CGCS2000),
  4480: degrees(CGCS2000),
  3824: degrees(GRS80),
  4612: degrees(GRS80),
  6668: degrees(GRS80),
  6697: degrees(GRS80),
  4301: degrees(TOKYO),
  4258: degrees(GRS80),
  4269: degrees(GRS80),
  3857: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
  3825: tm(119, 250000, GRS80, 0.9999),
  3826: tm(121, 250000, GRS80, 0.9999),
  3827: tm(119, 250000, TWD67, 0.9999),
  3828: tm(121, 250000, TWD67, 0.9999),
};

interface Family {
  from: number;
  to: number;
  define: (offset: number) => string;
}

const japan = (datum: string) => (offset: number) => {
  const [lat, lng] = JAPAN_ZONES[offset] ?? [0, 0];
  return tm(lng, 0, datum, 0.9999, lat);
};

const FAMILIES: readonly Family[] = [
  // CGCS2000 / Gauss-Kruger zones 13-23: six degrees wide, the zone's number stands before the easting.
  { from: 4491, to: 4501, define: (i) => tm(75 + 6 * i, (13 + i) * 1e6 + 500000, CGCS2000) },
  // The same by central meridian 75E-135E, without the number.
  { from: 4502, to: 4512, define: (i) => tm(75 + 6 * i, 500000, CGCS2000) },
  // Three degrees wide: zones 25-45 with the number, then by central meridian 75E-135E without.
  { from: 4513, to: 4533, define: (i) => tm(75 + 3 * i, (25 + i) * 1e6 + 500000, CGCS2000) },
  { from: 4534, to: 4554, define: (i) => tm(75 + 3 * i, 500000, CGCS2000) },
  // Japan plane rectangular I-XIX: JGD2000, JGD2011, Tokyo.
  { from: 2443, to: 2461, define: japan(GRS80) },
  { from: 6669, to: 6687, define: japan(GRS80) },
  { from: 30161, to: 30179, define: japan(TOKYO) },
  // JGD2011 / UTM 51N-55N, WGS 84 / UTM north and south.
  { from: 6688, to: 6692, define: (i) => `+proj=utm +zone=${51 + i} ${GRS80} +units=m +no_defs` },
  {
    from: 32601,
    to: 32660,
    define: (i) => `+proj=utm +zone=${1 + i} +datum=WGS84 +units=m +no_defs`,
  },
  {
    from: 32701,
    to: 32760,
    define: (i) => `+proj=utm +zone=${1 + i} +south +datum=WGS84 +units=m +no_defs`,
  },
];

/** Beijing 1954 and Xi'an 1980: the parameters to WGS-84 are not published, a guess would be off by up to 100 m. */
const NOT_CONVERTIBLE: readonly (readonly [from: number, to: number, name: string])[] = [
  [4214, 4214, '北京54 / Beijing 1954'],
  [4610, 4610, "西安80 / Xi'an 1980"],
  [21413, 21463, '北京54 / Beijing 1954'],
  [21473, 21483, '北京54 / Beijing 1954'],
  [2327, 2390, "西安80 / Xi'an 1980"],
  [2401, 2442, '北京54 / Beijing 1954'],
];

/** The proj4 definition of an EPSG code, or null when it is not one of ours. */
export function definitionOf(code: number): string | null {
  const single = SINGLE[code];
  if (single !== undefined) return single;
  const family = FAMILIES.find(({ from, to }) => code >= from && code <= to);
  return family === undefined ? null : family.define(code - family.from);
}

/** The name of a system whose conversion is not published. */
export const unconvertibleName = (code: number): string | null =>
  NOT_CONVERTIBLE.find(([from, to]) => code >= from && code <= to)?.[2] ?? null;

/** Every code of the table. */
export function knownCodes(): number[] {
  const families = FAMILIES.flatMap(({ from, to }) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i),
  );
  return [...Object.keys(SINGLE).map(Number), ...families].sort((a, b) => a - b);
}

/** Whether a code counts in degrees. */
export const isGeographic = (code: number): boolean =>
  definitionOf(code)?.startsWith('+proj=longlat') ?? false;
