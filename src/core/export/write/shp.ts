/** One layer of a Shapefile: .shp and .shx of one type of geometry (ESRI Shapefile Technical Description, July 1998). */
import type { Geometry, Position } from 'geojson';
import { turned } from '../geometry.ts';
import { ByteOut } from './bytes.ts';

const SHAPES = { point: 1, multipoint: 8, line: 3, area: 5 } as const;
export type ShapeType = keyof typeof SHAPES;

/** Which layer a geometry belongs to; records without a place go with the points, as null shapes. */
export function shapeOf(geometry: Geometry | null): ShapeType | null {
  switch (geometry?.type) {
    case undefined:
    case 'Point':
      return 'point';
    case 'MultiPoint':
      return 'multipoint';
    case 'LineString':
    case 'MultiLineString':
      return 'line';
    case 'Polygon':
    case 'MultiPolygon':
      return 'area';
    default:
      return null;
  }
}

/** Lines or rings in file order; outer rings clockwise, their holes behind them. */
function partsOf(geometry: Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'MultiPoint':
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
      return geometry.coordinates;
    case 'Polygon':
      return turned(geometry.coordinates, true);
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((polygon) => turned(polygon, true));
    default:
      return [];
  }
}

interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

const nothing = (): Box => ({ west: Infinity, south: Infinity, east: -Infinity, north: -Infinity });

function widen(box: Box, [x = 0, y = 0]: Position): void {
  box.west = Math.min(box.west, x);
  box.south = Math.min(box.south, y);
  box.east = Math.max(box.east, x);
  box.north = Math.max(box.north, y);
}

export class ShapeLayer {
  private readonly shp = new ByteOut();
  private readonly shx = new ByteOut();
  private readonly box = nothing();
  count = 0;

  constructor(private readonly type: ShapeType) {
    for (const out of [this.shp, this.shx]) {
      out.int32(9994, false);
      for (let i = 0; i < 6; i++) out.int32(0, false);
      out.int32(1000, true);
      out.int32(SHAPES[type], true);
      for (let i = 0; i < 8; i++) out.double(0);
    }
  }

  add(geometry: Geometry | null): void {
    this.count++;
    const begin = this.shp.length;
    this.shp.int32(this.count, false);
    this.shp.int32(0, false);
    if (geometry === null) this.shp.int32(0, true);
    else if (geometry.type === 'Point') {
      this.shp.int32(SHAPES.point, true);
      this.shp.double(geometry.coordinates[0] ?? NaN);
      this.shp.double(geometry.coordinates[1] ?? NaN);
      widen(this.box, geometry.coordinates);
    } else this.addParts(partsOf(geometry));
    const words = (this.shp.length - begin - 8) / 2;
    this.shp.setInt32(begin + 4, words, false);
    this.shx.int32(begin / 2, false);
    this.shx.int32(words, false);
  }

  private addParts(parts: readonly (readonly Position[])[]): void {
    const box = nothing();
    for (const part of parts) for (const place of part) widen(box, place);
    this.shp.int32(SHAPES[this.type], true);
    for (const value of [box.west, box.south, box.east, box.north]) this.shp.double(value);
    widen(this.box, [box.west, box.south]);
    widen(this.box, [box.east, box.north]);
    if (this.type !== 'multipoint') this.shp.int32(parts.length, true);
    this.shp.int32(
      parts.reduce((sum, part) => sum + part.length, 0),
      true,
    );
    if (this.type !== 'multipoint') {
      let at = 0;
      for (const part of parts) {
        this.shp.int32(at, true);
        at += part.length;
      }
    }
    for (const part of parts)
      for (const [x = NaN, y = NaN] of part) {
        this.shp.double(x);
        this.shp.double(y);
      }
  }

  /** Both files, complete. */
  end(): { shp: Uint8Array; shx: Uint8Array } {
    const { west, south, east, north } = this.box;
    const edges = west <= east ? [west, south, east, north] : [0, 0, 0, 0];
    for (const out of [this.shp, this.shx]) {
      out.setInt32(24, out.length / 2, false);
      edges.forEach((value, i) => out.setDouble(36 + 8 * i, value));
    }
    return { shp: this.shp.done(), shx: this.shx.done() };
  }
}
