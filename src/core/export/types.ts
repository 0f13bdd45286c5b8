/** Types that the stages of the exporter share. */
import type { Geometry } from 'geojson';
import type { Contact, Instant, RecordOf } from '../model/index.ts';

/** Tables a person may take out. The last two are tables only: they have no place of their own. */
export const EXPORT_KINDS = [
  'district',
  'settlement',
  'hazard',
  'shelter',
  'depot',
  'team',
  'evacuation_route',
  'incident',
  'closure',
  'base_feature',
  'stock_lot',
  'contact',
] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export const EXPORT_FORMATS = ['xlsx', 'csv', 'geojson', 'kml', 'gpx', 'shapefile'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Kinds without a place go into tables alone. */
export const formatsOf = (kind: ExportKind): readonly ExportFormat[] =>
  kind === 'stock_lot' || kind === 'contact' ? ['xlsx', 'csv'] : EXPORT_FORMATS;

/** WGS-84, or GCJ-02 as Chinese map services use it: then every file says so. */
export const EXPORT_CRS = ['wgs84', 'gcj02'] as const;
export type ExportCrs = (typeof EXPORT_CRS)[number];
export const CRS_NAMES: Readonly<Record<ExportCrs, string>> = { wgs84: 'WGS-84', gcj02: 'GCJ-02' };

export type CellValue = string | number | null;

/** Message keys by which a file speaks; the shell answers in the person's language. */
type ExportMessage =
  | `exporter.${string}`
  | `kinds.${string}`
  | `incident.state.${string}`
  | `register.field.${string}`
  | `units.truth.${string}`;
export type Say = (
  key: ExportMessage,
  params?: Readonly<Record<string, string | number>>,
) => string;

/** What the values of a record need besides the record itself. */
export interface ReadContext {
  say: Say;
  /** IANA zone in which times are written; they state their offset. */
  timezone: string;
  crs: ExportCrs;
  /** Server time as of which the records are. */
  asOf: Instant;
  /** Name of a district, settlement, shelter or depot by key, where it is known. */
  nameOf: (kind: 'district' | 'settlement' | 'shelter' | 'depot', key: string) => string | null;
  /** The people to call for a record, in the order they are written; only where asked for and readable. */
  contactsOf: ((id: string) => readonly Contact[]) | null;
}

export interface ExportColumn {
  /** The importer's field this column comes back as. */
  field: string;
  title: string;
  /** Name in dBASE: lower case ASCII, at most ten characters. */
  dbf: string;
  read: (record: AnyRecord) => CellValue;
}

export type AnyRecord = RecordOf[ExportKind];

/** A record as a writer takes it: its values by column, its place in the export's system. */
export interface ExportRow {
  id: string;
  name: string;
  values: readonly CellValue[];
  geometry: Geometry | null;
}

/** What a file says about itself. */
export interface About {
  kind: ExportKind;
  crs: ExportCrs;
  /** Name of the layer and of the files within an archive. */
  layer: string;
  title: string;
  asOf: Instant;
  sources: string;
  /** Lines for people: title, what it holds, data time, system, source, demonstration mark. */
  lines: readonly string[];
}

/** Takes the records one after the other and writes its bytes into the sink it was made with. */
export interface Writer {
  row(row: ExportRow): void;
  end(): void;
  /** Records the format cannot hold (GPX: those without a place). */
  leftOut: number;
}

export type Sink = (bytes: Uint8Array) => void;

export const FORMATS: Readonly<Record<ExportFormat, { extension: string; type: string }>> = {
  xlsx: {
    extension: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  csv: { extension: 'csv', type: 'text/csv;charset=utf-8' },
  geojson: { extension: 'geojson', type: 'application/geo+json' },
  kml: { extension: 'kml', type: 'application/vnd.google-earth.kml+xml' },
  gpx: { extension: 'gpx', type: 'application/gpx+xml' },
  shapefile: { extension: 'zip', type: 'application/zip' },
};
