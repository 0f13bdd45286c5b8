/** A shapefile: geometries and attributes of the same order in two files, with what lies beside them. */
import { ImportFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import type { FileNote, SourceRow } from '../source-row.ts';
import type { Cell } from '../../text/cell.ts';
import { FeatureRows } from '../feature-columns.ts';
import type { OpenedFile, ReadOptions, RowSource } from '../row-source.ts';
import { openTable, readRecords } from './dbf.ts';
import type { DbfTable } from './dbf.ts';
import { dbfEncoding } from './dbf-encoding.ts';
import { readShapes, shapeKind } from './shp.ts';
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

/** A shapefile as a person dropped it: the .shp, the others beside it. @throws ImportFailure */
export function openShapefile(bytes: Uint8Array, options: ReadOptions): Promise<OpenedFile> {
  const beside = (ending: string): Uint8Array | null =>
    options.companions?.find(({ name }) => name.toLowerCase().endsWith(ending))?.bytes ?? null;
  const name = options.fileName.replace(/\.shp$/i, '');
  const parts = { name, shp: bytes, dbf: beside('.dbf'), prj: beside('.prj'), cpg: beside('.cpg') };
  return Promise.resolve(openParts([parts], options));
}

interface Opened {
  parts: ShapefileParts;
  table: DbfTable | null;
  encoding: string;
  sure: boolean;
}

/** Layers with the same columns, read one after the other. @throws ImportFailure */
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
  if (first === undefined) throw new ImportFailure('shapefile_incomplete');
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

async function* readAll(
  layers: readonly Opened[],
  rows: FeatureRows,
  notes: FileNote[],
): AsyncGenerator<SourceRow[]> {
  const counts = { deleted: 0, cut: 0, unpaired: 0 };
  for (const { parts, table, encoding } of layers) {
    let batch: SourceRow[] = [];
    const records = table === null ? null : readRecords(table, encoding);
    const shapes = parts.shp === null ? null : readShapes(parts.shp);
    for (;;) {
      const shape = shapes?.next();
      const record = records?.next();
      const [noShape, noRecord] = [shape?.done !== false, record?.done !== false];
      if (noShape && noRecord) break;
      if (shapes !== null && records !== null && noShape !== noRecord) counts.unpaired++;
      const attributes = record?.done === false ? record.value : null;
      if (attributes?.deleted === true) {
        counts.deleted++;
        continue;
      }
      counts.cut += attributes?.cut ?? 0;
      const own = shape?.done === false ? shape.value : null;
      const cells: Cell[] = attributes?.cells ?? [];
      batch.push(
        rows.make(
          cells,
          parts.shp === null ? undefined : (own?.geometry ?? null),
          own?.bad === true ? { reason: 'bad_geometry', params: {} } : null,
        ),
      );
      if (batch.length === 512) {
        yield batch;
        batch = [];
        await Promise.resolve();
      }
    }
    if (batch.length > 0) yield batch;
  }
  if (counts.deleted > 0)
    notes.push({ code: 'deleted_rows_skipped', params: { count: counts.deleted } });
  if (counts.cut > 0) notes.push({ code: 'text_cut', params: { count: counts.cut } });
  if (counts.unpaired > 0)
    notes.push({ code: 'rows_unpaired', params: { count: counts.unpaired, limit: LIMITS.rows } });
}
