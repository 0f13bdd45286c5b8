/** Coordinate systems written out as well-known text: the .prj of a shapefile, the definition in a GeoPackage. */
import proj4 from 'proj4';
import { FileFailure } from '../files/failure.ts';
import type { LngLat } from '../model/index.ts';
import { definitionOf, knownCodes } from './table.ts';

export const isWkt = (text: string): boolean =>
  /^\s*(?:PROJCS|GEOGCS|PROJCRS|PROJECTEDCRS|GEOGCRS|GEOGRAPHICCRS|GEODCRS|COMPD_CS|BOUNDCRS)\s*[[(]/i.test(
    text,
  );

/** Either a code to look up, or the way to WGS-84 itself. */
type WktReading =
  | { tag: 'code'; code: number }
  | { tag: 'degrees'; name: string }
  | { tag: 'projected'; name: string; toWgs84: (x: number, y: number) => LngLat };

const number = (text: string, pattern: RegExp): number | null => {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found);
};

/** Datums whose way to WGS-84 is not published, or is not a matter of a metre. */
const UNPUBLISHED = /beijing[_ ]?(?:19)?54|xian[_ ]?(?:19)?80|北京|西安/i;

/** WGS 84, GRS 80, CGCS2000: ellipsoids that differ by less than a millimetre on the ground, with datums within a metre or so. */
function isLikeWgs84(text: string): boolean {
  const spheroid = /(?:SPHEROID|ELLIPSOID)\s*[[(]\s*"[^"]*"\s*,\s*([\d.]+)\s*,\s*([\d.]+)/i.exec(
    text,
  );
  const [a, flattening] = [Number(spheroid?.[1]), Number(spheroid?.[2])];
  return Math.abs(a - 6_378_137) < 0.01 && Math.abs(flattening - 298.257) < 0.001;
}

const PARAMETERS = {
  lon: /PARAMETER\s*[[(]\s*"(?:central_meridian|longitude of natural origin)"\s*,\s*(-?[\d.]+)/i,
  lat: /PARAMETER\s*[[(]\s*"(?:latitude_of_origin|latitude of natural origin)"\s*,\s*(-?[\d.]+)/i,
  scale: /PARAMETER\s*[[(]\s*"(?:scale_factor|scale factor at natural origin)"\s*,\s*(-?[\d.]+)/i,
  east: /PARAMETER\s*[[(]\s*"(?:false_easting|false easting)"\s*,\s*(-?[\d.]+)/i,
} as const;

/** The code of our table with the same numbers, for a name that people know. */
function sameInTable(text: string): number | null {
  if (!/Transverse_?\s?Mercator|Gauss/i.test(text)) return null;
  const [lon, lat = 0, scale = 1, east] = [
    PARAMETERS.lon,
    PARAMETERS.lat,
    PARAMETERS.scale,
    PARAMETERS.east,
  ].map((pattern) => number(text, pattern));
  if (lon === null || lon === undefined || east === null || east === undefined) return null;
  const families: readonly (readonly [RegExp, (code: number) => boolean])[] = [
    [/CGCS|China[_ ](?:Geodetic|2000)/i, (code) => code >= 4491 && code <= 4554],
    [/JGD/i, (code) => code >= 6669 && code <= 6687],
    [/./, (code) => code === 3826 || code === 3825],
  ];
  const family = families.find(([pattern]) => pattern.test(text))?.[1];
  for (const code of knownCodes()) {
    if (family?.(code) !== true) continue;
    const definition = definitionOf(code) ?? '';
    const of = (name: string): number =>
      Number(new RegExp(`\\+${name}=(-?[\\d.]+)`).exec(definition)?.[1]);
    const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;
    if (
      near(of('lon_0'), lon) &&
      near(of('lat_0'), lat ?? 0) &&
      near(of('k'), scale ?? 1) &&
      near(of('x_0'), east)
    )
      return code;
  }
  return null;
}

/** Understand a well-known text. @throws FileFailure unknown_crs, crs_not_convertible */
export function readWktCrs(text: string): WktReading {
  const name = /^\s*\w+\s*[[(]\s*"([^"]*)"/.exec(text)?.[1]?.slice(0, 80) ?? '';
  if (UNPUBLISHED.test(text)) throw new FileFailure('crs_not_convertible', { crs: name, name });
  const stated =
    /(?:AUTHORITY|ID)\s*[[(]\s*"EPSG"\s*,\s*"?(\d{4,6})"?\s*(?:,[^\])]*)?[\])]\s*[\])]\s*$/i.exec(
      text,
    )?.[1];
  const projected = /^\s*(?:PROJCS|PROJCRS|PROJECTEDCRS)/i.test(text);
  if (stated !== undefined && (definitionOf(Number(stated)) !== null || !isLikeWgs84(text)))
    return { tag: 'code', code: Number(stated) };
  if (/TWD[_ ]?(?:19)?67/i.test(name)) return { tag: 'code', code: 3828 };
  if (!isLikeWgs84(text)) throw new FileFailure('unknown_crs', { crs: name });
  if (!projected && /WGS[_ ]?(?:19)?84/i.test(text)) return { tag: 'code', code: 4326 };
  if (!projected) return { tag: 'degrees', name };
  if (/Web_Mercator|Pseudo-Mercator|Mercator_Auxiliary_Sphere/i.test(text))
    return { tag: 'code', code: 3857 };
  const same = sameInTable(text);
  if (same !== null) return { tag: 'code', code: same };
  let forward: (place: [number, number]) => number[];
  try {
    const converter = proj4(text, 'EPSG:4326');
    forward = (place) => converter.forward(place);
    forward([0, 0]);
  } catch {
    throw new FileFailure('unknown_crs', { crs: name });
  }
  const toWgs84 = (x: number, y: number): LngLat => {
    try {
      const [lng = NaN, lat = NaN] = forward([x, y]);
      return [lng, lat];
    } catch {
      return [NaN, NaN];
    }
  };
  return { tag: 'projected', name, toWgs84 };
}
