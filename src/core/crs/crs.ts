/** A coordinate system as a file or a person names it, and the way from it to WGS-84. */
import proj4 from 'proj4';
import { FileFailure } from '../files/failure.ts';
import type { LngLat } from '../model/index.ts';
import { toWgs84 } from './datum.ts';
import { definitionOf, isGeographic, unconvertibleName } from './table.ts';
import { isWkt, readWktCrs } from './wkt.ts';

export interface Crs {
  /** `EPSG:3826`, `GCJ-02`, `BD-09`. */
  name: string;
  /** Counts in degrees (then values beyond ±180 are wrong at once). */
  degrees: boolean;
  /** WGS-84 of a pair in this system, x or longitude first. */
  toWgs84: (x: number, y: number) => LngLat;
}

const same = (x: number, y: number): LngLat => [x, y];

export const WGS84: Crs = { name: 'EPSG:4326', degrees: true, toWgs84: same };

/** Systems that agree with WGS-84 to better than what any of these files can tell; no conversion is made. */
const LIKE_WGS84 = new Set([4326, 4979, 4490, 4480, 3824, 4612, 6668, 6697, 4258, 4269]);

/** The system of an EPSG code. @throws FileFailure unknown_crs, crs_not_convertible */
export function crsOfCode(code: number): Crs {
  const name = `EPSG:${code}`;
  if (LIKE_WGS84.has(code)) return { name, degrees: true, toWgs84: same };
  const secret = unconvertibleName(code);
  if (secret !== null) throw new FileFailure('crs_not_convertible', { crs: name, name: secret });
  const definition = definitionOf(code === 900913 ? 3857 : code);
  if (definition === null) throw new FileFailure('unknown_crs', { crs: name });
  const converter = proj4(definition, 'EPSG:4326');
  const convert = (x: number, y: number): LngLat => {
    try {
      const [lng = NaN, lat = NaN] = converter.forward([x, y]);
      return [lng, lat];
    } catch {
      // proj4 throws for what lies beyond a projection.
      return [NaN, NaN];
    }
  };
  return { name, degrees: isGeographic(code), toWgs84: convert };
}

/**
 * The system a name (or a well-known text) means: `EPSG:3826`, `3826`, `urn:ogc:def:crs:EPSG::3826`, `CRS84`, `gcj02`, `bd09`, `wgs84`.
 * @throws FileFailure unknown_crs, crs_not_convertible
 */
export function crsOfName(name: string): Crs {
  if (isWkt(name)) {
    const reading = readWktCrs(name);
    if (reading.tag === 'code') return crsOfCode(reading.code);
    return reading.tag === 'degrees'
      ? { name: reading.name, degrees: true, toWgs84: same }
      : { name: reading.name, degrees: false, toWgs84: reading.toWgs84 };
  }
  const plain = name.trim().toLowerCase();
  if (/^gcj-?0?2$|^amap$|^高德$|^火星$/.test(plain))
    return { name: 'GCJ-02', degrees: true, toWgs84: (x, y) => toWgs84([x, y], 'gcj02') };
  if (/^bd-?0?9(ll)?$|^baidu$|^百度$/.test(plain))
    return { name: 'BD-09', degrees: true, toWgs84: (x, y) => toWgs84([x, y], 'bd09') };
  if (/crs:?84$|^wgs-?(19)?84$/.test(plain)) return WGS84;
  if (/^cgcs-?2000$/.test(plain)) return crsOfCode(4490);
  if (/^twd-?97$/.test(plain)) return crsOfCode(3826);
  const code =
    /^(?:epsg:{1,2})?(\d{4,6})$/.exec(plain) ??
    /epsg:[^:]*:(\d{4,6})$/.exec(plain) ??
    /epsg\/[^/]*\/(\d{4,6})$/.exec(plain);
  if (code === null) throw new FileFailure('unknown_crs', { crs: name });
  return crsOfCode(Number(code[1]));
}

/** The system that a GeoJSON `crs` member names, or null when it has none that can be read. */
export function crsOfMember(member: unknown): string | null {
  if (typeof member !== 'object' || member === null) return null;
  const properties = (member as { properties?: { name?: unknown; code?: unknown } }).properties;
  if (typeof properties?.name === 'string') return properties.name;
  return typeof properties?.code === 'number' ? `EPSG:${properties.code}` : null;
}
