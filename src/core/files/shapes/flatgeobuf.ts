/** FlatGeobuf (version 3): a header, an index that is not needed to read everything, and features one after the other. */
import type { Position } from 'geojson';
import { FileFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import type { FileNote, RowFault, SourceRow } from '../source-row.ts';
import type { Cell } from '../../text/cell.ts';
import { FeatureRows } from '../feature-columns.ts';
import type { RowSource } from '../row-source.ts';
import { FlatBuffer } from './flatbuffer.ts';
import type { Table } from './flatbuffer.ts';
import { propertiesOf } from './flatgeobuf-properties.ts';
import type { FgbColumn } from './flatgeobuf-properties.ts';
import { crsMember } from './stated-crs.ts';

const TYPES = [
  'Unknown',
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
] as const;

interface Header {
  name: string;
  geometryType: number;
  columns: FgbColumn[];
  crs: string | null;
  features: number;
  /** Where the first feature begins. */
  start: number;
}

function readHeader(file: FlatBuffer): Header {
  const size = file.u32(8);
  if (size > file.bytes.length) throw new RangeError('header');
  const header = file.table(12);
  const number = (table: Table, field: number, read: (at: number) => number): number => {
    const at = table.field(field);
    return at === 0 ? 0 : read(at);
  };
  const u8 = (at: number): number => file.u8(at);
  const columns = file.tables(header.field(7), LIMITS.columns).map((column) => ({
    name: file.text(column.field(0)) ?? '',
    type: number(column, 1, u8),
  }));
  const features = number(header, 8, (at) => Number(file.view.getBigUint64(at, true)));
  const nodeAt = header.field(9);
  const nodeSize = nodeAt === 0 ? 16 : file.u16(nodeAt);
  const crsAt = header.field(10);
  const crs = crsAt === 0 ? null : crsOf(file, file.table(crsAt));
  const index = nodeSize > 0 && features > 0 ? indexSize(features, nodeSize) : 0;
  return {
    name: file.text(header.field(0)) ?? '',
    geometryType: number(header, 2, u8),
    columns,
    crs,
    features,
    start: 12 + size + index,
  };
}

function crsOf(file: FlatBuffer, crs: Table): string | null {
  const codeAt = crs.field(1);
  const code = codeAt === 0 ? 0 : file.view.getInt32(codeAt, true);
  const organisation = file.text(crs.field(0)) ?? 'EPSG';
  if (code > 0 && /^(epsg|)$/i.test(organisation)) return `EPSG:${code}`;
  return file.text(crs.field(4));
}

/** Bytes of the packed R-tree over so many items: 40 for every node, level by level. */
function indexSize(items: number, nodeSize: number): number {
  if (nodeSize < 2 || items > 2 ** 40) throw new RangeError('index');
  let nodes = items;
  let level = items;
  do {
    level = Math.ceil(level / nodeSize);
    nodes += level;
  } while (level !== 1);
  return nodes * 40;
}

/** Rows of the file. @throws FileFailure flatgeobuf_damaged */
export function openFlatGeobuf(bytes: Uint8Array): RowSource {
  const file = new FlatBuffer(bytes);
  let header: Header;
  try {
    header = readHeader(file);
  } catch {
    throw new FileFailure('flatgeobuf_damaged');
  }
  const rows = new FeatureRows();
  for (const { name } of header.columns) rows.columns.append(name);
  const notes: FileNote[] = [];
  if (header.crs === null) notes.push({ code: 'crs_missing', params: { file: header.name } });
  return {
    format: 'flatgeobuf',
    columns: rows.columns.names,
    delimiter: null,
    header: true,
    titleLines: 0,
    mixedDelimiters: [],
    nanRows: [],
    truncated: false,
    isRejectsFile: false,
    head: {
      ...(header.name === '' ? {} : { name: header.name }),
      ...(header.crs === null ? {} : { crs: crsMember(header.crs) }),
    },
    layers: [
      {
        name: header.name,
        rows: header.features,
        geometry: TYPES[header.geometryType] ?? 'Unknown',
      },
    ],
    layer: header.name,
    notes,
    batches: readAll(file, header, rows),
  };
}

async function* readAll(
  file: FlatBuffer,
  header: Header,
  rows: FeatureRows,
): AsyncGenerator<SourceRow[]> {
  let at = header.start;
  let batch: SourceRow[] = [];
  while (at + 4 <= file.bytes.length) {
    const size = file.u32(at);
    if (size < 8 || at + 4 + size > file.bytes.length) throw new FileFailure('flatgeobuf_damaged');
    batch.push(readFeature(file, at + 4, header, rows));
    at += 4 + size;
    if (batch.length === 512) {
      yield batch;
      batch = [];
      await Promise.resolve();
    }
  }
  if (header.features > 0 && rows.count !== header.features)
    throw new FileFailure('flatgeobuf_damaged');
  if (batch.length > 0) yield batch;
}

const BAD: RowFault = { reason: 'bad_geometry', params: {} };

function readFeature(file: FlatBuffer, at: number, header: Header, rows: FeatureRows): SourceRow {
  let cells: Cell[] = [];
  try {
    const feature = file.table(at);
    const properties = file.vector(feature.field(1), 1);
    cells = propertiesOf(file, properties.at, properties.at + properties.count, header.columns);
    const place = feature.field(0);
    const geometry =
      place === 0 ? null : geometryOf(file, file.table(place), header.geometryType, 0);
    return rows.make(cells, geometry);
  } catch (error) {
    if (error instanceof FileFailure) throw error;
    return rows.make(cells, null, BAD);
  }
}

function geometryOf(file: FlatBuffer, table: Table, stated: number, depth: number): object | null {
  if (depth > LIMITS.geometryNesting) throw new RangeError('nesting');
  const typeAt = table.field(6);
  const type = typeAt === 0 ? stated : file.u8(typeAt) || stated;
  const name = TYPES[type];
  if (name === undefined || name === 'Unknown') throw new RangeError('type');
  if (name === 'MultiPolygon' || name === 'GeometryCollection') {
    const parts = file
      .tables(table.field(7), LIMITS.parts)
      .map((part) => geometryOf(file, part, name === 'MultiPolygon' ? 3 : 0, depth + 1));
    if (name === 'GeometryCollection') return { type: name, geometries: parts };
    return {
      type: name,
      coordinates: parts.map((part) => (part as { coordinates?: unknown }).coordinates),
    };
  }
  const { at, count } = file.vector(table.field(1), 8);
  if (count / 2 > LIMITS.positions) throw new RangeError('positions');
  const places: Position[] = [];
  for (let i = 0; i + 1 < count; i += 2)
    places.push([file.f64(at + i * 8), file.f64(at + i * 8 + 8)]);
  if (name === 'Point') return { type: name, coordinates: places[0] ?? [] };
  if (name === 'LineString' || name === 'MultiPoint') return { type: name, coordinates: places };
  return { type: name, coordinates: cutAt(file, table, places) };
}

/** Rings or lines, by where each ends. */
function cutAt(file: FlatBuffer, table: Table, places: Position[]): Position[][] {
  const ends = file.vector(table.field(0), 4);
  if (ends.count > LIMITS.parts) throw new RangeError('parts');
  if (ends.count === 0) return [places];
  const parts: Position[][] = [];
  let from = 0;
  for (let i = 0; i < ends.count; i++) {
    const to = file.u32(ends.at + i * 4);
    if (to < from || to > places.length) throw new RangeError('ends');
    parts.push(places.slice(from, to));
    from = to;
  }
  return parts;
}
