/** The same hundred thousand shelters in every format. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { zipSync } from 'fflate';
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { geoPackageOf, gpxOf, kmlOf, workbookOf } from '../../core/files/writers/containers.ts';
import { dbfOf, shpOf } from '../../core/files/writers/shapes.ts';
import { randomNumbers } from '../../core/nearest/point-sets.ts';
import { odsOf, xlsOf } from './workbooks.ts';

export const FORMATS = [
  'csv',
  'geojson',
  'xlsx',
  'xls',
  'ods',
  'shapefile',
  'geopackage',
  'kml',
  'gpx',
  'flatgeobuf',
] as const;
export type FormatName = (typeof FORMATS)[number];

/** XLS has room for no more lines. */
const XLS_ROWS = 65_000;
export const rowsOf = (format: FormatName): number => (format === 'xls' ? XLS_ROWS : 100_000);

export interface Shelter {
  name: string;
  address: string;
  lng: number;
  lat: number;
  capacity: number;
  people: string;
}

export function shelters(format: FormatName): Shelter[] {
  const random = randomNumbers(2026);
  return Array.from({ length: rowsOf(format) }, (_, i) => ({
    name: `第${i}避难场所`,
    address: `人民路${Math.floor(random() * 900)}号`,
    lng: Number((113 + random() * 0.6).toFixed(7)),
    lat: Number((29 + random() * 0.6).toFixed(7)),
    capacity: Math.floor(random() * 3000),
    people: `负责人${Math.floor(random() * 500)}`,
  }));
}

const TITLES = ['名称', '地址', '容纳人数', '联系人'];
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
export const sqliteWasm = (): Uint8Array =>
  readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'));

export const mainFile: Readonly<Record<FormatName, string>> = {
  csv: 'rows.csv',
  geojson: 'rows.geojson',
  xlsx: 'rows.xlsx',
  xls: 'rows.xls',
  ods: 'rows.ods',
  shapefile: 'rows-shp.zip',
  geopackage: 'rows.gpkg',
  kml: 'rows.kml',
  gpx: 'rows.gpx',
  flatgeobuf: 'rows.fgb',
};

/** Files by name. */
export async function filesOf(format: FormatName): Promise<Record<string, Uint8Array>> {
  const all = shelters(format);
  const point = ({ lng, lat }: Shelter) => ({ type: 'Point' as const, coordinates: [lng, lat] });
  const values = ({ name, address, capacity, people }: Shelter): string[] => [
    name,
    address,
    String(capacity),
    people,
  ];
  const marks = () =>
    all.map(({ name, lng, lat, address, capacity, people }) => ({
      name,
      lng,
      lat,
      values: { 地址: address, 容纳人数: String(capacity), 联系人: people },
    }));
  const table = () => [
    ['名称', '地址', '经度', '纬度', '容纳人数', '联系人'],
    ...all.map(({ name, address, lng, lat, capacity, people }) => [
      name,
      address,
      lng,
      lat,
      capacity,
      people,
    ]),
  ];
  const made = async (): Promise<Uint8Array> => {
    switch (format) {
      case 'csv':
        return text(
          `${table()
            .map((row) => row.join(','))
            .join('\n')}\n`,
        );
      case 'geojson':
        return text(
          `{"type":"FeatureCollection","features":[\n${all
            .map((one) =>
              JSON.stringify({
                type: 'Feature',
                properties: Object.fromEntries(TITLES.map((title, i) => [title, values(one)[i]])),
                geometry: point(one),
              }),
            )
            .join(',\n')}\n]}\n`,
        );
      case 'xlsx':
        return workbookOf('xlsx', { 表: table() });
      case 'xls':
        return xlsOf(table());
      case 'ods':
        return odsOf(table());
      case 'shapefile': {
        const columns = [
          { name: 'name', type: 'C', length: 30 },
          { name: 'address', type: 'C', length: 30 },
          { name: 'capacity', type: 'N', length: 6 },
          { name: 'contact', type: 'C', length: 20 },
        ] as const;
        return zipSync(
          {
            'rows.shp': shpOf(all.map(point)),
            'rows.dbf': dbfOf(columns, all.map(values)),
            'rows.cpg': text('UTF-8'),
          },
          { level: 1 },
        );
      }
      case 'geopackage':
        return geoPackageOf([
          {
            name: 'rows',
            columns: TITLES,
            rows: all.map((one) => ({ values: values(one), geometry: point(one) })),
          },
        ]);
      case 'kml':
        return text(kmlOf(marks()));
      case 'gpx':
        return text(gpxOf(marks()));
      case 'flatgeobuf':
        return serialize({
          type: 'FeatureCollection',
          features: all.map((one) => ({
            type: 'Feature',
            properties: Object.fromEntries(TITLES.map((title, i) => [title, values(one)[i]])),
            geometry: point(one),
          })),
        });
    }
  };
  return { [mainFile[format]]: await made() };
}
