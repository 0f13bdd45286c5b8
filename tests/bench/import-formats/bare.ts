/**
 * What a library does alone for the same file: the bytes decoded or unpacked, and the rows or features kept as its own kind
 * of value, places as numbers where the format has places. Nothing is looked at, mapped, checked or keyed.
 */
import { JSONParser } from '@streamparser/json';
import { unzipSync } from 'fflate';
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { readXls, streamXlsxRows } from 'hucre/xlsx';
import papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { read as readShapefile } from 'shapefile';
import initSqlJs from 'sql.js';
import { countKnownTitles } from '../../../src/core/import/columns/map-columns.ts';
import { keyGroupOf } from '../../../src/core/import/identity/identify.ts';
import { openFile } from '../../../src/core/files/open-file.ts';
import { parsePiece } from '../../../src/core/files/delimited/papa.ts';
import { asStream } from '../../../src/core/files/whole-bytes.ts';
import { mainFile, sqliteWasm } from './files.ts';
import type { FormatName } from './files.ts';

interface Bare {
  library: string;
  parse: (bytes: Uint8Array) => Promise<unknown>;
}

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

type Texts = Record<string, string>;

/** Elements of one name as objects of the texts and attributes inside them. */
function elementsOf(text: string, wanted: string): Texts[] {
  const parser = new SaxesParser({ xmlns: false });
  const found: Texts[] = [];
  let one: Texts | null = null;
  let label = '';
  let words = '';
  parser.on('opentag', ({ name, attributes }) => {
    if (name === wanted) one = { ...attributes };
    label = attributes.name ?? (name === 'value' ? label : name);
    words = '';
  });
  parser.on('text', (piece) => (words += piece));
  parser.on('closetag', ({ name }) => {
    if (one !== null && name === wanted) {
      found.push(one);
      one = null;
    } else if (one !== null && words !== '') one[label] = words;
    words = '';
  });
  parser.write(text).close();
  return found;
}

/** Rows of texts. */
function rowsOfSheet(text: string): string[][] {
  const parser = new SaxesParser({ xmlns: false });
  const found: string[][] = [];
  let row: string[] = [];
  let words = '';
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'table:table-cell') words = attributes['office:value'] ?? '';
  });
  parser.on('text', (piece) => {
    if (words === '') words = piece;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'table:table-cell') row.push(words);
    else if (name === 'table:table-row') {
      found.push(row);
      row = [];
    }
  });
  parser.write(text).close();
  return found;
}

const pointOf = (lng: string | undefined, lat: string | undefined): object => ({
  type: 'Point',
  coordinates: [Number(lng), Number(lat)],
});

function kml(bytes: Uint8Array): object[] {
  return elementsOf(decoded(bytes), 'Placemark').map((properties) => {
    const [lng, lat] = (properties.coordinates ?? '').split(',');
    return { properties, geometry: pointOf(lng, lat) };
  });
}

const gpx = (bytes: Uint8Array): object[] =>
  elementsOf(decoded(bytes), 'wpt').map((properties) => ({
    properties,
    geometry: pointOf(properties.lon, properties.lat),
  }));

/** Our own reader without anything behind it. */
export async function readOnly(bytes: Uint8Array, fileName: string): Promise<unknown> {
  const { source } = await openFile(asStream(bytes), {
    fileName,
    knownTitles: countKnownTitles,
    sqliteWasm: () => Promise.resolve(sqliteWasm()),
  });
  const rows: unknown[] = [];
  for await (const batch of source.batches) rows.push(...batch);
  return rows;
}

/** Rows, and the point in the geometry's well-known binary behind its header of eight bytes. */
async function sqlite(bytes: Uint8Array): Promise<object[]> {
  const sql = await initSqlJs({ wasmBinary: sqliteWasm().slice().buffer as ArrayBuffer });
  const db = new sql.Database(bytes);
  const statement = db.prepare('SELECT * FROM rows');
  const rows: object[] = [];
  while (statement.step()) {
    const [, place, ...properties] = statement.get();
    const { buffer, byteOffset, byteLength } = place as Uint8Array;
    const view = new DataView(buffer, byteOffset, byteLength);
    rows.push({ properties, coordinates: [view.getFloat64(13, true), view.getFloat64(21, true)] });
  }
  statement.free();
  db.close();
  return rows;
}

/**
 * The least that can be called an import: every line a record with a key, numbers as numbers, one of each kept. Nothing is
 * cleaned, checked, placed or told; it shows how much of the target the records alone take.
 */
function leastImport(bytes: Uint8Array): object[] {
  const seen = new Set<string>();
  const records: object[] = [];
  for (const [i, cells] of parsePiece(decoded(bytes), ',', false).data.entries()) {
    const [name = '', address = '', lng = '', lat = '', capacity, people] = cells;
    const key = keyGroupOf(name, address, `${lng},${lat}`);
    if (i === 0 || seen.has(key)) continue;
    seen.add(key);
    const fields = { address, capacity: Number(capacity), source: 'rows.csv', kind: '未分类' };
    records.push({
      row: i,
      key,
      name,
      geometry: pointOf(lng, lat),
      fields,
      contact: { name: people },
      raw: cells,
    });
  }
  return records;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** Features one by one out of a stream of bytes, as a file that does not fit into one text must be read. */
function streamedJson(bytes: Uint8Array): unknown[] {
  const parser = new JSONParser({ paths: ['$.features.*'], keepStack: false });
  const found: unknown[] = [];
  parser.onValue = ({ value }) => void found.push(value);
  for (let at = 0; at < bytes.length; at += 65_536) parser.write(bytes.subarray(at, at + 65_536));
  return found;
}

function shapefile(bytes: Uint8Array): Promise<unknown> {
  const parts = unzipSync(bytes);
  const part = (name: string): ArrayBuffer =>
    (parts[name] ?? new Uint8Array()).slice().buffer as ArrayBuffer;
  return readShapefile(part('rows.shp'), part('rows.dbf'), { encoding: 'utf-8' });
}

const now = (value: unknown): Promise<unknown> => Promise.resolve(value);

/** The library of a format, or several where there is more than one way: the first is the one the target is about. */
export function barely(format: FormatName): readonly Bare[] {
  switch (format) {
    case 'csv':
      return [
        { library: 'papaparse', parse: (bytes) => now(parsePiece(decoded(bytes), ',', false)) },
        {
          library: 'papaparse, cells by the names of columns',
          parse: (bytes) => now(papa.parse(decoded(bytes), { header: true, skipEmptyLines: true })),
        },
        { library: 'papaparse, and the least import', parse: (bytes) => now(leastImport(bytes)) },
      ];
    case 'geojson':
      return [
        { library: '@streamparser/json', parse: (bytes) => now(streamedJson(bytes)) },
        {
          library: 'JSON.parse of the whole text',
          parse: (bytes) => now(JSON.parse(decoded(bytes))),
        },
      ];
    case 'xlsx':
      return [{ library: 'hucre', parse: (bytes) => all(streamXlsxRows(bytes)) }];
    case 'xls':
      return [{ library: 'hucre', parse: (bytes) => readXls(bytes) }];
    case 'ods': {
      const parse = (bytes: Uint8Array): Promise<unknown> =>
        now(rowsOfSheet(decoded(unzipSync(bytes)['content.xml'] ?? new Uint8Array())));
      return [{ library: 'saxes', parse }];
    }
    case 'kml':
      return [{ library: 'saxes', parse: (bytes) => now(kml(bytes)) }];
    case 'gpx':
      return [{ library: 'saxes', parse: (bytes) => now(gpx(bytes)) }];
    case 'geopackage':
      return [{ library: 'sql.js', parse: sqlite }];
    case 'flatgeobuf':
      return [{ library: 'flatgeobuf', parse: (bytes) => all(deserialize(bytes)) }];
    case 'shapefile':
      return [{ library: 'shapefile', parse: shapefile }];
  }
}

/** Everything that can be measured on a file of a format, by name. */
export const contenders = (format: FormatName): readonly Bare[] => [
  ...barely(format),
  { library: 'its own reader', parse: (bytes) => readOnly(bytes, mainFile[format]) },
];
