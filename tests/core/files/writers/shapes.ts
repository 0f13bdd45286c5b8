/** Small writers of shapefiles and FlatGeobuf, written from the formats' papers and not from our readers. */
import type { Geometry, Position } from 'geojson';

class Bytes {
  private readonly parts: Uint8Array[] = [];
  length = 0;

  add(...parts: Uint8Array[]): this {
    for (const part of parts) {
      this.parts.push(part);
      this.length += part.length;
    }
    return this;
  }

  done(): Uint8Array {
    const joined = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      joined.set(part, at);
      at += part.length;
    }
    return joined;
  }
}

type Kind = 'u8' | 'u16' | 'i32' | 'u32' | 'I32' | 'f64' | 'u64';
const SIZE: Record<Kind, number> = { u8: 1, u16: 2, i32: 4, u32: 4, I32: 4, f64: 8, u64: 8 };

/** Numbers as bytes; `I32` is big-endian, the others little-endian. */
export function numbers(...items: readonly (readonly [Kind, number])[]): Uint8Array {
  const bytes = new Uint8Array(items.reduce((sum, [kind]) => sum + SIZE[kind], 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [kind, value] of items) {
    if (kind === 'u8') view.setUint8(at, value);
    else if (kind === 'u16') view.setUint16(at, value, true);
    else if (kind === 'i32') view.setInt32(at, value, true);
    else if (kind === 'u32') view.setUint32(at, value, true);
    else if (kind === 'I32') view.setInt32(at, value, false);
    else if (kind === 'f64') view.setFloat64(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += SIZE[kind];
  }
  return bytes;
}

const doubles = (places: readonly Position[]): Uint8Array =>
  new Uint8Array(Float64Array.from(places.flatMap(([x = 0, y = 0]) => [x, y])).buffer);

/** Each line and ring of a geometry; a point is a line of one place. */
function partsOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'LineString':
      return [geometry.coordinates];
    case 'Polygon':
    case 'MultiLineString':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    default:
      return [];
  }
}

/** The code of a shapefile for what a geometry is; 0 = nothing. */
function shapeTypeOf(geometry: Geometry | null): number {
  if (geometry === null) return 0;
  if (geometry.type === 'Point') return 1;
  return geometry.type.endsWith('Polygon') ? 5 : 3;
}

function shapeRecord(geometry: Geometry | null): Uint8Array {
  if (geometry === null) return numbers(['i32', 0]);
  if (geometry.type === 'Point')
    return new Bytes().add(numbers(['i32', 1]), doubles([geometry.coordinates])).done();
  const parts = partsOf(geometry);
  const places = parts.flat();
  const [xs, ys] = [places.map(([x = 0]) => x), places.map(([, y = 0]) => y)];
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(
    (value): [Kind, number] => ['f64', value],
  );
  let start = 0;
  const starts = parts.map((part): [Kind, number] => {
    start += part.length;
    return ['i32', start - part.length];
  });
  return new Bytes()
    .add(
      numbers(
        ['i32', shapeTypeOf(geometry)],
        ...box,
        ['i32', parts.length],
        ['i32', places.length],
        ...starts,
      ),
      doubles(places),
    )
    .done();
}

/** A .shp of geometries of one kind; null is the null shape. */
export function shpOf(geometries: readonly (Geometry | null)[]): Uint8Array {
  const body = new Bytes();
  geometries.forEach((geometry, i) => {
    const record = shapeRecord(geometry);
    body.add(numbers(['I32', i + 1], ['I32', record.length / 2]), record);
  });
  const type = shapeTypeOf(geometries.find((geometry) => geometry !== null) ?? null);
  const box = Array.from({ length: 8 }, (): [Kind, number] => ['f64', 0]);
  const zeros = Array.from({ length: 5 }, (): [Kind, number] => ['I32', 0]);
  const head = numbers(
    ['I32', 9994],
    ...zeros,
    ['I32', (100 + body.length) / 2],
    ['i32', 1000],
    ['i32', type],
    ...box,
  );
  return new Bytes().add(head, body.done()).done();
}

export interface DbfColumn {
  name: string;
  type: 'C' | 'N' | 'D' | 'L';
  length: number;
}

/** A .dbf; texts through `encode`. A row of null is one marked as deleted. */
export function dbfOf(
  columns: readonly DbfColumn[],
  rows: readonly (readonly string[] | null)[],
  encode: (text: string) => Uint8Array = (text) => new TextEncoder().encode(text),
  language = 0,
): Uint8Array {
  const recordLength = 1 + columns.reduce((sum, { length }) => sum + length, 0);
  const head = new Uint8Array(32 + columns.length * 32 + 1);
  const view = new DataView(head.buffer);
  head[0] = 3;
  head[29] = language;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, head.length, true);
  view.setUint16(10, recordLength, true);
  columns.forEach(({ name, type, length }, i) => {
    head.set(encode(name).subarray(0, 10), 32 + i * 32);
    head[32 + i * 32 + 11] = type.charCodeAt(0);
    head[32 + i * 32 + 16] = length;
  });
  head[head.length - 1] = 0x0d;
  const body = new Uint8Array(rows.length * recordLength).fill(0x20);
  rows.forEach((row, record) => {
    let at = record * recordLength;
    if (row === null) body[at] = 0x2a;
    at++;
    columns.forEach(({ length, type }, i) => {
      const text = encode(row?.[i] ?? '').subarray(0, length);
      body.set(text, type === 'N' ? at + length - text.length : at);
      at += length;
    });
  });
  return new Bytes().add(head, body, Uint8Array.of(0x1a)).done();
}

/** A FlatBuffers table: vtable, fields, and behind them what the fields point to. */
function table(
  fields: readonly (Uint8Array | { points: Uint8Array; isTable?: boolean } | null)[],
): Uint8Array {
  const vtable: [Kind, number][] = [];
  let inline = 4;
  for (const field of fields) {
    vtable.push(['u16', field === null ? 0 : inline]);
    if (field !== null) inline += field instanceof Uint8Array ? field.length : 4;
  }
  const vtableSize = 4 + vtable.length * 2;
  const body = new Bytes().add(
    numbers(['u16', vtableSize], ['u16', inline], ...vtable),
    numbers(['i32', vtableSize]),
  );
  const behind = new Bytes();
  let at = 4;
  for (const field of fields) {
    if (field === null) continue;
    if (field instanceof Uint8Array) body.add(field);
    else {
      const start = field.isTable === true ? vtableSizeOf(field.points) : 0;
      body.add(numbers(['u32', inline - at + behind.length + start]));
      behind.add(field.points);
    }
    at += field instanceof Uint8Array ? field.length : 4;
  }
  return body.add(behind.done()).done();
}

/** Where the table itself begins in what `table` returns. */
const vtableSizeOf = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint16(0, true);

const textVector = (text: string): Uint8Array => {
  const bytes = new TextEncoder().encode(text);
  return new Bytes().add(numbers(['u32', bytes.length]), bytes, Uint8Array.of(0)).done();
};

/** A vector of tables. */
function tableVector(tables: readonly Uint8Array[]): Uint8Array {
  const offsets: [Kind, number][] = [];
  let at = 4 + tables.length * 4;
  tables.forEach((one, i) => {
    offsets.push(['u32', at + vtableSizeOf(one) - (4 + i * 4)]);
    at += one.length;
  });
  return new Bytes().add(numbers(['u32', tables.length], ...offsets), ...tables).done();
}

const sized = (root: Uint8Array): Uint8Array =>
  new Bytes().add(numbers(['u32', root.length + 4], ['u32', 4 + vtableSizeOf(root)]), root).done();

const TYPES = ['Unknown', 'Point', 'LineString', 'Polygon'];

function geometryTable(geometry: Geometry): Uint8Array {
  const parts = partsOf(geometry);
  let end = 0;
  const ends = parts.map((part): [Kind, number] => ['u32', (end += part.length)]);
  const places = parts.flat();
  return table([
    parts.length < 2 ? null : { points: numbers(['u32', ends.length], ...ends) },
    { points: new Bytes().add(numbers(['u32', places.length * 2]), doubles(places)).done() },
    null,
    null,
    null,
    null,
    numbers(['u8', TYPES.indexOf(geometry.type)]),
  ]);
}

/** A FlatGeobuf without index; all columns are texts. */
export function flatGeobufOf(
  columns: readonly string[],
  features: readonly { values: readonly string[]; geometry: Geometry | null }[],
  crs = 4326,
): Uint8Array {
  const header = table([
    { points: textVector('layer') },
    null,
    numbers(['u8', 0]),
    null,
    null,
    null,
    null,
    {
      points: tableVector(
        columns.map((name) => table([{ points: textVector(name) }, numbers(['u8', 11])])),
      ),
    },
    numbers(['u64', features.length]),
    numbers(['u16', 0]),
    { points: table([null, numbers(['i32', crs])]), isTable: true },
  ]);
  const file = new Bytes().add(
    Uint8Array.of(0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0),
    sized(header),
  );
  for (const { values, geometry } of features) {
    const properties = new Bytes();
    values.forEach((value, i) => {
      const text = new TextEncoder().encode(value);
      properties.add(numbers(['u16', i], ['u32', text.length]), text);
    });
    const feature = table([
      geometry === null ? null : { points: geometryTable(geometry), isTable: true },
      { points: new Bytes().add(numbers(['u32', properties.length]), properties.done()).done() },
    ]);
    file.add(sized(feature));
  }
  return file.done();
}
