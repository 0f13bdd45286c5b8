/** Layers of lines (GeoJSON, Shapefile, GeoPackage and what else the importer reads) as one network. */
import type { Position } from 'geojson';
import { checkGeometry } from '../../geo/positions.ts';
import { WGS84, crsOfMember, crsOfName } from '../../crs/crs.ts';
import type { Crs } from '../../crs/crs.ts';
import { openFile } from '../../files/open-file.ts';
import type { Companion, SourceRow } from '../../files/source-row.ts';
import { RoadsFailure } from '../failure.ts';
import { LeftOutList } from '../incoming.ts';
import type { Noted, RoadsRead } from '../incoming.ts';
import { factsReader, findColumns } from './facts.ts';
import type { LineColumns, Unreadable } from './facts.ts';
import { joinLines } from './join.ts';
import type { RawLine } from './join.ts';
import { JOIN_TOLERANCE, LINE_FIELDS } from './options.ts';
import type { LineOptions } from './options.ts';

export interface LineFile {
  input: AsyncIterable<Uint8Array>;
  fileName: string;
  companions?: readonly Companion[] | undefined;
}

/** Smallest and largest tolerance: 1 cm keeps the grid in 32 bits, more than 100 m joins what is no junction. */
const TOLERANCES = [1e-7, 1e-3] as const;

/**
 * @param files sheets of one map; lines that meet at their border are joined.
 * @throws RoadsFailure, FileFailure (what the importer's readers refuse)
 */
export async function readLineRoads(
  files: readonly LineFile[],
  options: LineOptions,
  source: string,
): Promise<RoadsRead> {
  const tolerance = options.tolerance ?? JOIN_TOLERANCE;
  if (!(tolerance >= TOLERANCES[0] && tolerance <= TOLERANCES[1]))
    throw new RoadsFailure('out_of_range', { id: tolerance });
  const leftOut = new LeftOutList();
  const raw: RawLine[] = [];
  const notes = new Map<string, Noted>();
  let lines = 0;
  for (const file of files) lines += await readLayer(file, options, raw, leftOut, notes);
  const split = options.splitCrossings ?? false;
  const { edges, origins, crossings } = joinLines(raw, tolerance, split, leftOut);
  if (edges.length === 0) throw new RoadsFailure('no_roads');
  notes.set('joined', { note: 'vertices_joined', params: { tolerance } });
  if (crossings > 0)
    notes.set('crossings', {
      note: split ? 'crossings_split' : 'crossings_not_joined',
      params: { count: crossings },
    });
  return {
    input: { edges, restrictions: [], source },
    origins,
    dataTime: null,
    lines,
    leftOut: leftOut.list(),
    notes: [...notes.values()],
  };
}

async function readLayer(
  { input, fileName, companions }: LineFile,
  options: LineOptions,
  raw: RawLine[],
  leftOut: LeftOutList,
  notes: Map<string, Noted>,
): Promise<number> {
  const { source } = await openFile(input, {
    fileName,
    companions,
    layer: options.layer,
    encoding: options.encoding,
    sqliteWasm: options.sqliteWasm,
    knownTitles: (cells) =>
      Object.values(findColumns(cells)).filter((column) => column !== null).length,
  });
  const rows: SourceRow[] = [];
  for await (const batch of source.batches) for (const row of batch) rows.push(row);
  const columns = findColumns(source.columns, options.columns);
  const oneWayValues = new Set(
    rows.map(({ cells }) => String(columns.oneway === null ? '' : cells[columns.oneway])),
  );
  const reader = factsReader(columns, options.classes, oneWayValues);
  const stated = options.crs ?? crsOfMember(source.head.crs);
  const crs = stated === null ? WGS84 : crsOfName(stated);
  if (stated === null && source.format !== 'geojson')
    notes.set('crs', { note: 'crs_assumed', params: {} });
  for (const row of rows) {
    const origin = `${fileName} ${row.row}`;
    const parts = linesOf(row);
    if (typeof parts === 'string') leftOut.add(parts, origin);
    else
      for (const part of parts) {
        const flat = converted(part, crs);
        if (flat === null) leftOut.add('bad_place', origin);
        else raw.push({ flat, facts: reader.of(row.cells), origin });
      }
  }
  noteColumns(columns, source.columns, reader.unreadable, notes);
  return rows.length;
}

/** The lines of a feature, or why it has none. */
function linesOf({
  geometry,
  fault,
}: SourceRow): Position[][] | 'no_geometry' | 'not_a_line' | 'bad_place' {
  if (fault !== null) return 'bad_place';
  const checked = checkGeometry(geometry);
  if (checked.tag === 'none') return 'no_geometry';
  if (checked.tag === 'bad') return 'bad_place';
  const { geometry: found } = checked;
  if (found.type === 'LineString') return [found.coordinates];
  return found.type === 'MultiLineString' ? found.coordinates : 'not_a_line';
}

/** WGS-84 as one flat list; null when a place lies outside the earth. */
function converted(line: readonly Position[], { toWgs84 }: Crs): number[] | null {
  const flat: number[] = [];
  for (const [x = NaN, y = NaN] of line) {
    const [lng, lat] = toWgs84(x, y);
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return null;
    flat.push(lng, lat);
  }
  return flat;
}

/** Which columns were used, and what the layer does not say. */
function noteColumns(
  columns: LineColumns,
  titles: readonly string[],
  unreadable: Unreadable,
  notes: Map<string, Noted>,
): void {
  const used = LINE_FIELDS.flatMap((field) => {
    const column = columns[field];
    return column === null ? [] : [`${titles[column] ?? ''} → ${field}`];
  });
  notes.set('columns', { note: 'columns_used', params: { columns: used.join('、') || '—' } });
  if (columns.oneway === null) notes.set('oneway', { note: 'no_one_way_column', params: {} });
  if (columns.class === null) notes.set('class', { note: 'no_class_column', params: {} });
  for (const field of LINE_FIELDS) {
    const before = Number(notes.get(`unreadable ${field}`)?.params.count ?? 0);
    if (unreadable[field] + before > 0)
      notes.set(`unreadable ${field}`, {
        note: 'values_unreadable',
        params: { field, count: unreadable[field] + before },
      });
  }
}
