/** The places of a file's rows, one row at a time: read, converted to WGS-84, or refused because there is none to use. */
import type { Geometry } from 'geojson';
import type { LngLat } from '../../model/index.ts';
import { anchorOf, everyPosition, mapPositions } from '../../geo/positions.ts';
import type { FileRead } from '../read-file.ts';
import type { Fault, ImportKind, ImportOptions, Repair } from '../types.ts';
import type { SourceRow } from '../../files/source-row.ts';
import { textOrNull } from '../../text/clean.ts';
import type { Candidate, PlacedRow } from './candidate.ts';
import { WGS84, crsOfName } from '../../crs/crs.ts';
import type { Crs } from '../../crs/crs.ts';
import { readPlace } from './read-place.ts';
import type { PlaceReading } from './read-place.ts';

export type Reject = (row: SourceRow, fault: Fault) => void;

/** Districts may be registered before anybody has drawn them; a lot is where its depot is. */
export const MAY_LACK_PLACE: ReadonlySet<ImportKind> = new Set(['district', 'stock_lot']);

/** Kinds whose records a person may place later. */
export const PLACED_LATER: ReadonlySet<ImportKind> = new Set<ImportKind>([
  'settlement',
  'hazard',
  'shelter',
  'depot',
  'team',
  'evacuation_route',
]);

const TYPES: Readonly<Partial<Record<ImportKind, RegExp>>> = {
  district: /Polygon$/,
  team: /^Point$/,
  evacuation_route: /LineString$/,
};

/** The single place of `[[x, y]]`, otherwise unchanged. */
const unwrapSingle = (geometry: Geometry): Geometry =>
  geometry.type === 'MultiPoint' && geometry.coordinates.length === 1
    ? { type: 'Point', coordinates: geometry.coordinates[0] ?? [] }
    : geometry;

const isOnEarth = (lng: number, lat: number): boolean =>
  Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

/** Heights are left out, places converted. */
function inWgs84(geometry: Geometry, crs: Crs): Geometry {
  if (crs !== WGS84) return mapPositions(geometry, crs.toWgs84);
  const isPlain = geometry.type === 'Point' && geometry.coordinates.length === 2;
  return isPlain ? geometry : mapPositions(geometry, (x, y) => [x, y]);
}

const PLACE_FIELDS = ['lng', 'lat', 'lnglat', 'wkt'] as const;

/** The row has a place, and its file does not say which: its coordinates are formulas that nobody calculated. */
const placeUncalculated = ({ uncalculated = [] }: SourceRow, { mapping }: FileRead): boolean =>
  uncalculated.length > 0 &&
  PLACE_FIELDS.some((name) => uncalculated.includes(mapping.get(name)?.column ?? -1));

const writtenOf = (geometry: Geometry, [x, y]: LngLat): string =>
  geometry.type === 'Point' ? `${x},${y}` : JSON.stringify(geometry);

/** The system of a code that a cell states. */
function crsOfSrid(srid: number): Crs | 'unknown' {
  try {
    return crsOfName(`EPSG:${srid}`);
  } catch {
    return 'unknown';
  }
}

type Placed = Extract<PlaceReading, { tag: 'geometry' }>;

/** Takes the rows of one file and sorts them by what is known of their places. */
export class PlacesOfRows {
  /** Rows with a place, still to be judged. */
  readonly candidates: Candidate[] = [];
  /** Rows that do without one. */
  readonly without: PlacedRow[] = [];
  /** Numbers of the rows that wait for a person to place them, and of those written in degrees, minutes and seconds. */
  readonly placeless: number[] = [];
  readonly dmsRows: number[] = [];
  readonly repaired: Repair[] = [];
  /** Rows without a place are taken, because a person is going to place them. */
  readonly placedLater: boolean;
  private readonly mayLack: boolean;
  private readonly idColumn: number | undefined;

  /** @param reject called for every row that has no place a record could have. */
  constructor(
    private readonly file: FileRead,
    private readonly crs: Crs,
    private readonly options: ImportOptions,
    private readonly reject: Reject,
  ) {
    this.mayLack = MAY_LACK_PLACE.has(options.kind);
    this.placedLater = options.withoutPlaces === true && PLACED_LATER.has(options.kind);
    this.idColumn = file.mapping.get('recordId')?.column;
  }

  take(source: SourceRow): void {
    if (this.options.kind === 'stock_lot') {
      this.leaveUnplaced(source);
      return;
    }
    const reading = readPlace(source, this.file.mapping, this.file.columns);
    if (reading.tag === 'geometry') this.takePlaced(source, reading);
    else this.takeUnplaced(source, reading.tag === 'fault' ? reading.fault : null);
  }

  leaveUnplaced(source: SourceRow): void {
    this.without.push({ source, geometry: null, written: '' });
    if (!this.mayLack && !this.isExported(source)) this.placeless.push(source.row);
  }

  /** A record of the register may have no place yet; its export says so too. */
  private isExported({ cells }: SourceRow): boolean {
    return this.idColumn !== undefined && textOrNull(cells[this.idColumn]) !== null;
  }

  private takeUnplaced(source: SourceRow, fault: Fault | null): void {
    if (placeUncalculated(source, this.file))
      this.reject(source, { reason: 'place_uncalculated', params: {} });
    else if (fault !== null) this.reject(source, fault);
    else if (this.mayLack || this.placedLater || this.isExported(source))
      this.leaveUnplaced(source);
    else this.reject(source, { reason: 'no_place', params: {} });
  }

  private takePlaced(source: SourceRow, reading: Placed): void {
    if (reading.dms) this.dmsRows.push(source.row);
    const stated = this.statedCrs(reading.srid);
    if (stated === 'unknown') {
      this.reject(source, { reason: 'srid_unknown', params: { srid: reading.srid ?? 0 } });
      return;
    }
    const written = unwrapSingle(reading.geometry);
    const original = stated === null ? written : inWgs84(written, stated);
    if (this.options.kind === 'district' && original.type === 'Point') {
      this.without.push({ source, geometry: null, written: '' });
      return;
    }
    const wanted = TYPES[this.options.kind];
    if (wanted !== undefined && !wanted.test(original.type)) {
      this.reject(source, { reason: 'wrong_geometry_type', params: { type: original.type } });
      return;
    }
    if (reading.closed) this.repaired.push({ row: source.row, code: 'ring_closed', params: {} });
    const from = anchorOf(original);
    const geometry = stated === null ? inWgs84(original, this.crs) : original;
    const at = geometry === original ? from : anchorOf(geometry);
    this.candidates.push({
      source,
      geometry,
      written: reading.canonical ? null : writtenOf(original, from),
      from,
      at,
      inRange:
        geometry.type === 'Point' ? isOnEarth(at[0], at[1]) : everyPosition(geometry, isOnEarth),
    });
  }

  /** The system that the cell itself states; a person's choice for the file goes before it. */
  private statedCrs(srid: number | undefined): Crs | 'unknown' | null {
    return srid === undefined || this.options.crs !== undefined ? null : crsOfSrid(srid);
  }
}
