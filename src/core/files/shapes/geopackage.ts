/**
 * GeoPackage through SQLite in WebAssembly. Only plain tables are read, with plain columns: a stranger's views, virtual
 * tables and computed columns are queries that somebody else wrote, and are never run.
 */
import { FileFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import type { FileNote, LayerInfo, RowFault, SourceRow } from '../source-row.ts';
import type { Cell } from '../../text/cell.ts';
import { FeatureRows } from '../feature-columns.ts';
import { indexOfLayer } from '../layers.ts';
import type { ReadOptions, RowSource } from '../row-source.ts';
import { openSqlite } from './sqlite.ts';
import type { Sqlite } from './sqlite.ts';
import { crsMember } from './stated-crs.ts';
import { readGeoPackageGeometry } from './wkb.ts';

interface Layer {
  name: string;
  geometry: { column: string; type: string; srs: number } | null;
  columns: string[];
  /** The primary key, which a GeoPackage gives every row. */
  key: string | null;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const has = (db: Sqlite, table: string): boolean =>
  db.all(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND lower(name) = '${table}'`).length >
  0;

/** Tables that hold data, as the package lists them. */
function layersOf(db: Sqlite): Layer[] {
  if (!has(db, 'gpkg_contents')) throw new FileFailure('geopackage_without_layers');
  const tables = new Set(
    db
      .all(`SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'create virtual%'`)
      .map(([name]) => text(name).toLowerCase()),
  );
  const geometries = new Map(
    (has(db, 'gpkg_geometry_columns')
      ? db.all(
          'SELECT table_name, column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns',
        )
      : []
    ).map(([table, column, type, srs]) => [
      text(table).toLowerCase(),
      { column: text(column), type: text(type), srs: Number(srs) },
    ]),
  );
  const listed = db.all(
    `SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes') ORDER BY rowid`,
  );
  if (listed.length > LIMITS.layers)
    throw new FileFailure('too_many_layers', { count: listed.length, limit: LIMITS.layers });
  const layers: Layer[] = [];
  for (const [table] of listed) {
    const name = text(table);
    if (!tables.has(name.toLowerCase())) continue;
    const geometry = geometries.get(name.toLowerCase()) ?? null;
    // hidden = 0: a plain column. Others are computed when they are read.
    const plain = db
      .all(`PRAGMA table_xinfo(${quoted(name)})`)
      .filter((column) => Number(column[6]) === 0);
    const columns = plain.map((column) => text(column[1]));
    if (columns.length > LIMITS.columns)
      throw new FileFailure('too_many_columns', { count: columns.length, limit: LIMITS.columns });
    const key = plain.find((column) => Number(column[5]) > 0 && /^INT/i.test(text(column[2])));
    layers.push({
      name,
      geometry: geometry !== null && columns.includes(geometry.column) ? geometry : null,
      columns,
      key: key === undefined ? null : text(key[1]),
    });
  }
  if (layers.length === 0) throw new FileFailure('geopackage_without_layers');
  return layers;
}

/** The system of a layer: `EPSG:3826` where it has a code, else its well-known text; null where it has none. */
function crsOf(db: Sqlite, srs: number): string | null {
  if (srs <= 0 || !has(db, 'gpkg_spatial_ref_sys')) return null;
  const [found] = db.all(
    `SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ${Math.trunc(srs)}`,
  );
  if (found === undefined) return `EPSG:${Math.trunc(srs)}`;
  const [organisation, code, definition] = found.map(text);
  return /^epsg$/i.test(organisation ?? '') ? `EPSG:${code ?? ''}` : (definition ?? null);
}

/** Rows of one layer. @throws FileFailure sqlite_missing, geopackage_damaged, geopackage_without_layers, unknown_layer */
export async function openGeoPackage(bytes: Uint8Array, options: ReadOptions): Promise<RowSource> {
  const db = await openSqlite(bytes, options.sqliteWasm);
  try {
    return sourceOf(db, options);
  } catch (error) {
    db.close();
    throw error;
  }
}

function sourceOf(db: Sqlite, options: ReadOptions): RowSource {
  const layers = layersOf(db);
  const names = layers.map(({ name }) => name);
  const withPlaces = layers.findIndex(({ geometry }) => geometry !== null);
  const chosen =
    options.layer === undefined ? Math.max(0, withPlaces) : indexOfLayer(names, options.layer);
  const layer = layers[chosen];
  if (layer === undefined) throw new FileFailure('geopackage_without_layers');
  const rows = new FeatureRows();
  const shown = layer.columns.filter(
    (column) => column !== layer.geometry?.column && column !== layer.key,
  );
  for (const column of shown) rows.columns.append(column);
  const crs = layer.geometry === null ? null : crsOf(db, layer.geometry.srs);
  const notes: FileNote[] = [];
  if (layers.length > 1)
    notes.push({
      code: options.layer === undefined ? 'layer_chosen' : 'layer_used',
      params: { layer: layer.name, layers: names.join('、').slice(0, 300) },
    });
  if (layer.geometry !== null && crs === null)
    notes.push({ code: 'crs_missing', params: { file: layer.name } });
  return {
    format: 'geopackage',
    columns: rows.columns.names,
    delimiter: null,
    header: true,
    titleLines: 0,
    mixedDelimiters: [],
    nanRows: [],
    truncated: false,
    isRejectsFile: false,
    head: { name: layer.name, ...(crs === null ? {} : { crs: crsMember(crs) }) },
    layers: layers.map(({ name, geometry }): LayerInfo => ({
      name,
      ...(geometry === null ? {} : { geometry: geometry.type }),
    })),
    layer: layer.name,
    notes,
    batches: readAll(db, layer, shown, rows),
  };
}

async function* readAll(
  db: Sqlite,
  layer: Layer,
  shown: readonly string[],
  rows: FeatureRows,
): AsyncGenerator<SourceRow[]> {
  const { geometry } = layer;
  const wanted = [...(geometry === null ? [] : [geometry.column]), ...shown];
  try {
    let batch: SourceRow[] = [];
    for (const values of db.each(
      `SELECT ${wanted.map(quoted).join(', ') || '1'} FROM ${quoted(layer.name)}`,
    )) {
      const { place, fault } =
        geometry === null ? { place: undefined, fault: null } : placeOf(values[0]);
      batch.push(
        rows.make(geometry === null ? values.map(cellOf) : cellsBehind(values), place, fault),
      );
      if (batch.length === 512) {
        yield batch;
        batch = [];
        await Promise.resolve();
      }
    }
    if (batch.length > 0) yield batch;
  } finally {
    db.close();
  }
}

function cellsBehind(values: readonly unknown[]): Cell[] {
  const cells: Cell[] = [];
  for (let i = 1; i < values.length; i++) cells.push(cellOf(values[i]));
  return cells;
}

/** Bytes in a column say nothing a register could hold. */
function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return typeof value === 'bigint' ? String(value) : null;
}

function placeOf(value: unknown): { place: object | null; fault: RowFault | null } {
  if (value === null) return { place: null, fault: null };
  try {
    if (value instanceof Uint8Array) return { place: readGeoPackageGeometry(value), fault: null };
  } catch {
    // Bytes that cannot be read are the fault of this row alone, which is returned below.
  }
  return { place: null, fault: { reason: 'bad_geometry', params: {} } };
}
