/** A shapefile: geometries and attributes of the same order in two files, with what lies beside them. */
import { FileFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import type { FileNote, RowFault, SourceRow } from '../source-row.ts';
import type { Cell } from '../../text/cell.ts';
import { FeatureRows } from '../feature-columns.ts';
import type { OpenedFile, ReadOptions, RowSource } from '../row-source.ts';
import { openTable, readRecords } from './dbf.ts';
import type { DbfTable } from './dbf.ts';
import { dbfEncoding } from './dbf-encoding.ts';
import { readShapes, shapeKind } from './shp.ts';
import type { Shape } from './shp.ts';
import { crsMember } from './stated-crs.ts';

export interface ShapefileParts {
  name: string;
  shp: Uint8Array | null;
  dbf: Uint8Array | null;
  prj: Uint8Array | null;
  cpg: Uint8Array | null;
}

const textIn = (bytes: Uint8Array | null): string | null =>
  bytes === null
    ? null
    : new TextDecoder('utf-8')
        .decode(bytes.subarray(0, 20_000))
        .replace(/^\uFEFF/, '')
        .trim();

/** A shapefile as a person dropped it: the .shp, the others beside it. @throws FileFailure */
export function openShapefile(bytes: Uint8Array, options: ReadOptions): Promise<OpenedFile> {
  const companion = (ending: string): Uint8Array | null =>
    options.companions?.find(({ name }) => name.toLowerCase().endsWith(ending))?.bytes ?? null;
  const name = options.fileName.replace(/\.shp$/i, '');
  const parts = {
    name,
    shp: bytes,
    dbf: companion('.dbf'),
    prj: companion('.prj'),
    cpg: companion('.cpg'),
  };
  return Promise.resolve(openParts([parts], options));
}

interface Opened {
  parts: ShapefileParts;
  table: DbfTable | null;
  encoding: string;
  sure: boolean;
}

/** Layers with the same columns, read one after the other. @throws FileFailure */
export function openParts(layers: readonly ShapefileParts[], options: ReadOptions): OpenedFile {
  const notes: FileNote[] = [];
  const opened = layers.map((parts): Opened => {
    const table = parts.dbf === null ? null : openTable(parts.dbf);
    const cpg = textIn(parts.cpg);
    const words = (text: string): number => options.knownTitles(text.split('\n').slice(0, 64));
    const found =
      table === null
        ? { encoding: 'utf-8', sure: true, wrong: undefined }
        : dbfEncoding(table, cpg === '' ? null : cpg, options.encoding, words);
    if (found.wrong !== undefined && !notes.some(({ code }) => code === 'encoding_file_wrong'))
      notes.push({
        code: 'encoding_file_wrong',
        params: { stated: found.wrong, encoding: found.encoding },
      });
    return { parts, table, ...found };
  });
  const [first] = opened;
  if (first === undefined) throw new FileFailure('shapefile_incomplete');
  const rows = new FeatureRows();
  for (const name of columnNames(first)) rows.columns.append(name);
  if (layers.some(({ dbf }) => dbf === null))
    notes.push({ code: 'attributes_missing', params: { file: `${first.parts.name}.dbf` } });
  const prj = textIn(first.parts.prj);
  const source: RowSource = {
    format: first.parts.shp === null ? 'dbf' : 'shapefile',
    columns: rows.columns.names,
    cutTitles: cutTitles(first),
    delimiter: null,
    header: true,
    titleLines: 0,
    mixedDelimiters: [],
    nanRows: [],
    truncated: false,
    isRejectsFile: false,
    head: {
      name: first.parts.name,
      ...(prj === null || prj === '' ? {} : { crs: crsMember(prj) }),
    },
    layers: layers.map(({ name, shp }) => ({
      name,
      ...(shp === null ? {} : { geometry: shapeKind(shp) }),
    })),
    layer: first.parts.name,
    notes,
    batches: readAll(opened, rows, notes),
  };
  if (first.parts.shp !== null && (prj === null || prj === ''))
    notes.push({ code: 'crs_missing', params: { file: `${first.parts.name}.prj` } });
  return { source, encoding: first.encoding, sure: opened.every(({ sure }) => sure) };
}

export const columnNames = ({ table, encoding }: Pick<Opened, 'table' | 'encoding'>): string[] =>
  (table?.fields ?? []).map(({ name }) => titleIn(name, encoding));

/** Room for a column's name, in bytes. */
const NAME_ROOM = 10;
/** The most bytes that a writer which keeps characters whole leaves empty. */
const LONGEST = {
  'utf-8': 3,
  gb18030: 2,
  big5: 2,
  shift_jis: 2,
  'euc-jp': 2,
  'euc-kr': 2,
} as Readonly<Record<string, number>>;

/** A name, without the part of a character that it may end with. */
const titleIn = (name: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding)
    .decode(name)
    .replace(/\uFFFD$/, '')
    .trim();

function cutTitles({ table, encoding }: Pick<Opened, 'table' | 'encoding'>): ReadonlySet<number> {
  const fills = (name: Uint8Array): boolean => {
    const isPlain = name.every((byte) => byte < 0x80);
    return name.length > NAME_ROOM - (isPlain ? 1 : (LONGEST[encoding] ?? 1));
  };
  return new Set((table?.fields ?? []).flatMap(({ name }, i) => (fills(name) ? [i] : [])));
}

/** What was met on the way through all layers and is worth saying at the end. */
interface ReadCounts {
  deleted: number;
  cut: number;
  unpaired: number;
}

async function* readAll(
  layers: readonly Opened[],
  rows: FeatureRows,
  notes: FileNote[],
): AsyncGenerator<SourceRow[]> {
  const counts: ReadCounts = { deleted: 0, cut: 0, unpaired: 0 };
  for (const layer of layers) yield* readLayer(layer, rows, counts);
  notes.push(...notesOf(counts));
}

/** One layer: a shape and a record at a time, until neither file has more. */
async function* readLayer(
  { parts, table, encoding }: Opened,
  rows: FeatureRows,
  counts: ReadCounts,
): AsyncGenerator<SourceRow[]> {
  let batch: SourceRow[] = [];
  const records = table === null ? null : readRecords(table, encoding);
  const shapes = parts.shp === null ? null : readShapes(parts.shp);
  for (;;) {
    const shape = nextOf(shapes);
    const record = nextOf(records);
    if (shape === null && record === null) break;
    const isUnpaired = (shape === null) !== (record === null);
    if (shapes !== null && records !== null && isUnpaired) counts.unpaired++;
    if (record?.deleted === true) {
      counts.deleted++;
      continue;
    }
    counts.cut += record?.cut ?? 0;
    const cells = record?.cells ?? [];
    batch.push(shapes === null ? rows.make(cells, undefined, null) : withShape(rows, cells, shape));
    if (batch.length === 512) {
      yield batch;
      batch = [];
      await Promise.resolve();
    }
  }
  if (batch.length > 0) yield batch;
}

const BAD_GEOMETRY: RowFault = { reason: 'bad_geometry', params: {} };

const withShape = (rows: FeatureRows, cells: Cell[], shape: Shape | null): SourceRow =>
  rows.make(cells, shape?.geometry ?? null, shape?.bad === true ? BAD_GEOMETRY : null);

/** What comes next in a file; null when it has no more, or is not there. */
function nextOf<T>(items: Iterator<T> | null): T | null {
  const next = items?.next();
  return next === undefined || next.done === true ? null : next.value;
}

function notesOf({ deleted, cut, unpaired }: ReadCounts): FileNote[] {
  const notes: FileNote[] = [];
  if (deleted > 0) notes.push({ code: 'deleted_rows_skipped', params: { count: deleted } });
  if (cut > 0) notes.push({ code: 'text_cut', params: { count: cut } });
  if (unpaired > 0)
    notes.push({ code: 'rows_unpaired', params: { count: unpaired, limit: LIMITS.rows } });
  return notes;
}
