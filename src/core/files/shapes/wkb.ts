/** Well-known binary (OGC simple features, ISO and PostGIS kinds of Z and M) as GeoJSON; heights and measures are dropped. */
import type { Position } from 'geojson';
import { LIMITS } from '../limits.ts';

/** The bytes are no geometry. */
class WkbError extends Error {}

const NAMES = [
  '',
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
] as const;

interface Made {
  type: string;
  coordinates?: unknown;
  geometries?: Made[];
}

class WkbReader {
  private positions = 0;

  constructor(
    private readonly view: DataView,
    private at: number,
  ) {}

  private need(bytes: number): void {
    if (this.at + bytes > this.view.byteLength) throw new WkbError();
  }

  private count(little: boolean, least: number): number {
    this.need(4);
    const count = this.view.getUint32(this.at, little);
    this.at += 4;
    // Every item takes some bytes: what cannot be there is not made room for.
    this.need(count * least);
    return count;
  }

  private place(little: boolean, width: number): Position {
    if (++this.positions > LIMITS.positions) throw new WkbError();
    const place = [
      this.view.getFloat64(this.at, little),
      this.view.getFloat64(this.at + 8, little),
    ];
    this.at += width * 8;
    return place;
  }

  private line(little: boolean, width: number): Position[] {
    const count = this.count(little, width * 8);
    const places: Position[] = [];
    for (let i = 0; i < count; i++) places.push(this.place(little, width));
    return places;
  }

  read(depth = 0): Made {
    if (depth > LIMITS.geometryNesting) throw new WkbError();
    this.need(5);
    const little = this.view.getUint8(this.at) === 1;
    const written = this.view.getUint32(this.at + 1, little);
    this.at += 5;
    const thousands = Math.floor((written & 0xffff) / 1000);
    const hasZ = (written & 0x80000000) !== 0 || thousands === 1 || thousands === 3;
    const hasM = (written & 0x40000000) !== 0 || thousands === 2 || thousands === 3;
    if ((written & 0x20000000) !== 0) this.at += 4;
    const type = (written & 0xffff) % 1000;
    const width = 2 + Number(hasZ) + Number(hasM);
    const name = NAMES[type];
    if (name === undefined || name === '') throw new WkbError();
    if (type === 1) {
      this.need(width * 8);
      const place = this.place(little, width);
      // An empty point is written as not-a-number.
      return {
        type: name,
        coordinates: Number.isNaN(place[0]) && Number.isNaN(place[1]) ? [] : place,
      };
    }
    if (type === 2) return { type: name, coordinates: this.line(little, width) };
    if (type === 3) {
      const rings = this.count(little, 4);
      if (rings > LIMITS.parts) throw new WkbError();
      return {
        type: name,
        coordinates: Array.from({ length: rings }, () => this.line(little, width)),
      };
    }
    const parts = this.count(little, 5);
    if (parts > LIMITS.parts) throw new WkbError();
    const made = Array.from({ length: parts }, () => this.read(depth + 1));
    if (type === 7) return { type: name, geometries: made };
    return { type: name, coordinates: made.map(({ coordinates }) => coordinates) };
  }
}

/** GeoJSON of a geometry that begins at `at`, unchecked. @throws WkbError, RangeError */
export const readWkb = (bytes: Uint8Array, at = 0): object =>
  new WkbReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at).read();

/** Envelope sizes by its kind, in doubles. */
const ENVELOPES = [0, 4, 6, 6, 8];

/** The geometry of a GeoPackage column; null for an empty one. @throws WkbError, RangeError */
export function readGeoPackageGeometry(bytes: Uint8Array): object | null {
  if (bytes[0] !== 0x47 || bytes[1] !== 0x50 || bytes.length < 8) throw new WkbError();
  const flags = bytes[3] ?? 0;
  const doubles = ENVELOPES[(flags >> 1) & 7];
  if (doubles === undefined) throw new WkbError();
  if ((flags & 0x10) !== 0) return null;
  return readWkb(bytes, 8 + doubles * 8);
}
