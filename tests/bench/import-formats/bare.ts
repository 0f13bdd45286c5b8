/** What the library that reads a format does alone: rows of its own kind, nothing looked at. */
import { unzipSync } from 'fflate';
import { readXls, streamXlsxRows } from 'hucre/xlsx';
import { SaxesParser } from 'saxes';
import initSqlJs from 'sql.js';
import { countKnownTitles } from '../../../src/core/import/columns/map-columns.ts';
import { openFile } from '../../../src/core/import/read/open-file.ts';
import { parsePiece } from '../../../src/core/import/read/papa.ts';
import { wholeInput } from '../../../src/core/import/read/whole-input.ts';
import { mainFile, sqliteWasm } from './files.ts';
import type { FormatName } from './files.ts';

interface Bare {
  library: string;
  parse: (bytes: Uint8Array) => Promise<unknown>;
}

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Events of all elements, with their texts. */
function parseXml(text: string): number {
  const parser = new SaxesParser({ xmlns: false });
  let seen = 0;
  parser.on('opentag', ({ attributes }) => (seen += Object.keys(attributes).length));
  parser.on('text', ({ length }) => (seen += length));
  parser.on('closetag', () => seen++);
  parser.write(text).close();
  return seen;
}

/** Our own reader without anything behind it. */
async function readOnly(bytes: Uint8Array, fileName: string): Promise<number> {
  const { source } = await openFile(wholeInput(bytes), { fileName, knownTitles: countKnownTitles });
  let rows = 0;
  for await (const batch of source.batches) rows += batch.length;
  return rows;
}

async function sqlite(bytes: Uint8Array): Promise<number> {
  const sql = await initSqlJs({ wasmBinary: sqliteWasm().slice().buffer as ArrayBuffer });
  const db = new sql.Database(bytes);
  const statement = db.prepare('SELECT * FROM rows');
  let rows = 0;
  while (statement.step()) rows += statement.get().length;
  statement.free();
  db.close();
  return rows;
}

async function streamed(bytes: Uint8Array): Promise<number> {
  let cells = 0;
  for await (const { values } of streamXlsxRows(bytes)) cells += values.length;
  return cells;
}

export function barely(format: FormatName): Bare {
  const now = (value: unknown): Promise<unknown> => Promise.resolve(value);
  switch (format) {
    case 'csv':
      return { library: 'papaparse', parse: (bytes) => now(parsePiece(decoded(bytes), ',', false)) };
    case 'geojson':
      return { library: 'JSON.parse', parse: (bytes) => now(JSON.parse(decoded(bytes))) };
    case 'xlsx':
      return { library: 'hucre', parse: streamed };
    case 'xls':
      return { library: 'hucre', parse: (bytes) => readXls(bytes) };
    case 'ods':
      return {
        library: 'saxes',
        parse: (bytes) => now(parseXml(decoded(unzipSync(bytes)['content.xml'] ?? new Uint8Array()))),
      };
    case 'kml':
    case 'gpx':
      return { library: 'saxes', parse: (bytes) => now(parseXml(decoded(bytes))) };
    case 'geopackage':
      return { library: 'sql.js', parse: sqlite };
    default:
      return { library: 'its own reader', parse: (bytes) => readOnly(bytes, mainFile[format]) };
  }
}
