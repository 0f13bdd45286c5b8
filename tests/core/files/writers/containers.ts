/** Small workbooks, GeoPackages, KML and GPX for tests, made by libraries that the product does not read with where there are such. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as sheets from '@e965/xlsx';
import type { Geometry, Position } from 'geojson';
import initSqlJs from 'sql.js';

export type Table = readonly (readonly unknown[])[];

/** A workbook by SheetJS. @param merges ranges as `A1:B1` in the first sheet */
export function workbookOf(
  type: 'xlsx' | 'biff8' | 'ods' | 'biff5',
  tables: Readonly<Record<string, Table>>,
  merges: readonly string[] = [],
): Uint8Array {
  const book = sheets.utils.book_new();
  Object.entries(tables).forEach(([name, table], i) => {
    const sheet = sheets.utils.aoa_to_sheet(
      table.map((row) => [...row]),
      { UTC: true },
    );
    if (i === 0 && merges.length > 0)
      sheet['!merges'] = merges.map((range) => sheets.utils.decode_range(range));
    sheets.utils.book_append_sheet(book, sheet, name);
  });
  return new Uint8Array(
    sheets.write(book, {
      type: 'array',
      bookType: type,
      compression: !type.startsWith('biff'),
    }) as ArrayBuffer,
  );
}

const wasm = (): Uint8Array =>
  readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'));

function placesOf(geometry: Geometry): Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  return geometry.type === 'LineString' ? geometry.coordinates : [];
}

/** Well-known binary of a point or a line, in a GeoPackage's envelope-less header. */
function geoPackageBlob(geometry: Geometry, srs: number): Uint8Array {
  const places = placesOf(geometry);
  const bytes = new Uint8Array(8 + 5 + (geometry.type === 'Point' ? 0 : 4) + places.length * 16);
  const view = new DataView(bytes.buffer);
  bytes.set([0x47, 0x50, 0, 1]);
  view.setInt32(4, srs, true);
  bytes[8] = 1;
  view.setUint32(9, geometry.type === 'Point' ? 1 : 2, true);
  let at = 13;
  if (geometry.type !== 'Point') {
    view.setUint32(at, places.length, true);
    at += 4;
  }
  for (const [x = 0, y = 0] of places) {
    view.setFloat64(at, x, true);
    view.setFloat64(at + 8, y, true);
    at += 16;
  }
  return bytes;
}

export interface GeoPackageLayer {
  name: string;
  columns: readonly string[];
  rows: readonly { values: readonly (string | number | null)[]; geometry: Geometry | null }[];
}

/** A GeoPackage; `more` is SQL run at the end (for what a stranger might put in). */
export async function geoPackageOf(
  layers: readonly GeoPackageLayer[],
  srs = 4326,
  more = '',
): Promise<Uint8Array> {
  const sql = await initSqlJs({ wasmBinary: wasm().slice().buffer as ArrayBuffer });
  const db = new sql.Database();
  db.run(`PRAGMA application_id = 1196444487;
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, srs_id INTEGER);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('x', ${srs}, 'EPSG', ${srs}, 'undefined', null);`);
  for (const { name, columns, rows } of layers) {
    db.run(
      `CREATE TABLE "${name}" (fid INTEGER PRIMARY KEY, geom BLOB, ${columns.map((column) => `"${column}" TEXT`).join(', ')})`,
    );
    db.run(`INSERT INTO gpkg_contents VALUES ('${name}', 'features', '${name}', ${srs})`);
    db.run(
      `INSERT INTO gpkg_geometry_columns VALUES ('${name}', 'geom', 'GEOMETRY', ${srs}, 0, 0)`,
    );
    db.run('BEGIN');
    const statement = db.prepare(
      `INSERT INTO "${name}" VALUES (null, ${['', ...columns].map(() => '?').join(', ')})`,
    );
    for (const { values, geometry } of rows)
      statement.run([geometry === null ? null : geoPackageBlob(geometry, srs), ...values]);
    statement.free();
    db.run('COMMIT');
  }
  if (more !== '') db.run(more);
  const bytes = db.export();
  db.close();
  return bytes;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export interface Mark {
  name: string;
  values: Readonly<Record<string, string>>;
  lng: number;
  lat: number;
}

export const kmlOf = (marks: readonly Mark[], more = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>文件</name>${more}${marks
    .map(
      ({ name, values, lng, lat }) =>
        `<Placemark><name>${escaped(name)}</name><ExtendedData>${Object.entries(values)
          .map(([key, value]) => `<Data name="${key}"><value>${escaped(value)}</value></Data>`)
          .join(
            '',
          )}</ExtendedData><Point><coordinates>${lng},${lat},0</coordinates></Point></Placemark>`,
    )
    .join('\n')}</Document></kml>\n`;

export const gpxOf = (marks: readonly Mark[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1" xmlns:m="urn:m">${marks
    .map(
      ({ name, values, lng, lat }) =>
        `<wpt lat="${lat}" lon="${lng}"><name>${escaped(name)}</name><extensions>${Object.entries(
          values,
        )
          .map(([key, value]) => `<m:data name="${key}">${escaped(value)}</m:data>`)
          .join('')}</extensions></wpt>`,
    )
    .join('\n')}</gpx>\n`;
