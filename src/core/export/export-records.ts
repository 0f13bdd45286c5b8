/**
 * Records out as a file. Pure: records come from the caller, bytes go into its sink, and between portions it may let
 * others work (a page that stays alive, a command that draws its progress).
 */
import { nameOf } from '../model/index.ts';
import type { RecordOf } from '../model/index.ts';
import { columnsOf } from './columns.ts';
import { placeOf, toWkt } from './geometry.ts';
import { tableCells, tableTitles } from './table.ts';
import { CRS_NAMES, FORMATS, formatsOf } from './types.ts';
import type {
  About,
  AnyRecord,
  ExportFormat,
  ExportKind,
  ExportRow,
  ReadContext,
  Sink,
  Writer,
} from './types.ts';
import { instantText } from './values.ts';
import { writeCsv } from './write/csv.ts';
import { writeGeoJson } from './write/geojson.ts';
import { writeGpx } from './write/gpx.ts';
import { writeKml } from './write/kml.ts';
import { writeShapefile } from './write/shapefile.ts';
import { CELL_LIMIT, writeXlsx } from './write/xlsx.ts';

export interface ExportRequest<K extends ExportKind = ExportKind> extends ReadContext {
  kind: K;
  format: ExportFormat;
  records: readonly RecordOf[K][];
  /** What part of the register this is, in the person's words (a district, a filter, a selection); null = all they may see. */
  part: string | null;
  /** Everything in the file is from the demonstration. */
  demo: boolean;
  onProgress?: (done: number, total: number) => void;
}

export interface ExportedFile {
  name: string;
  type: string;
  rows: number;
  /** Records that the format cannot hold. */
  leftOut: number;
}

const PORTION = 200;
const SOURCES_NAMED = 5;

const keyOf = (record: AnyRecord): string => ('code' in record ? record.code : record.id);

function sourcesOf(records: readonly AnyRecord[], say: ReadContext['say']): string {
  const counts = new Map<string, number>();
  for (const record of records)
    if ('source' in record && record.source !== null)
      counts.set(record.source, (counts.get(record.source) ?? 0) + 1);
  const all = [...counts].sort((a, b) => b[1] - a[1]).map(([source]) => source);
  const shown = all.slice(0, SOURCES_NAMED).join(say('exporter.value.separator'));
  return all.length > SOURCES_NAMED
    ? say('exporter.about.moreSources', { shown, count: all.length - SOURCES_NAMED })
    : shown;
}

/** `shelter_2026-11-22_1533_GCJ-02.xlsx`: what, as of when, in which system. */
export function fileNameOf(
  kind: ExportKind,
  format: ExportFormat,
  { say, asOf, timezone, crs }: ReadContext,
  demo: boolean,
): string {
  const clock = (instantText(asOf, timezone) ?? '').slice(0, 16).replace(' ', '_').replace(':', '');
  const parts = [
    demo ? say('exporter.file.demo') : '',
    say(`kinds.record.${kind}`),
    clock,
    crs === 'gcj02' ? CRS_NAMES[crs] : '',
  ];
  const name = parts
    .filter((part) => part !== '')
    .join('_')
    .replace(/[\s\\/:*?"<>|]+/g, '-');
  return `${name}.${FORMATS[format].extension}`;
}

function aboutOf<K extends ExportKind>(request: ExportRequest<K>): About {
  const { kind, crs, asOf, say, records, timezone, part, demo } = request;
  const sources = sourcesOf(records, say);
  const title = say(`kinds.record.${kind}`);
  const lines = [
    ...(demo ? [say('exporter.about.demo')] : []),
    say('exporter.about.title', { title, count: records.length }),
    ...(part === null ? [] : [say('exporter.about.part', { part })]),
    say('exporter.about.asOf', { clock: instantText(asOf, timezone) ?? '' }),
    say(`exporter.about.crs.${crs}`),
    ...(sources === '' ? [] : [say('exporter.about.sources', { sources })]),
    say('exporter.about.unknown'),
    say('exporter.about.back'),
  ];
  return { kind, crs, layer: kind, title, asOf, sources, lines };
}

/** Cells that the longest place needs as text in a spreadsheet. */
function placePieces<K extends ExportKind>({ records, crs }: ExportRequest<K>): number {
  let longest = 0;
  for (const record of records) {
    if (!('geometry' in record) || record.geometry === null) continue;
    const place = placeOf(record, crs);
    longest = Math.max(longest, place === null ? 0 : (toWkt(place)?.length ?? 0));
  }
  // Cuts fall on whole characters, and WKT has no others.
  return Math.max(1, Math.ceil(longest / CELL_LIMIT));
}

const MOST_WORDS = 20_000;

/** The same few words stand in every row: each is asked for once. */
function remembering(say: ReadContext['say']): ReadContext['say'] {
  const known = new Map<string, string>();
  return (key, params) => {
    const asked =
      params === undefined ? key : `${key}\u001f${Object.values(params).join('\u001f')}`;
    const there = known.get(asked);
    if (there !== undefined) return there;
    const said = say(key, params);
    if (known.size < MOST_WORDS) known.set(asked, said);
    return said;
  };
}

/**
 * Writes one file.
 * @param pace called every few hundred records; resolves when the work may go on
 * @throws RangeError when the kind has no such format
 */
export async function exportRecords<K extends ExportKind>(
  request: ExportRequest<K>,
  sink: Sink,
  pace: () => Promise<void> = () => Promise.resolve(),
): Promise<ExportedFile> {
  const { kind, format, records, crs, demo, onProgress } = request;
  const say = remembering(request.say);
  if (!formatsOf(kind).includes(format)) throw new RangeError(`${kind} as ${format}`);
  const columns = columnsOf(kind, { ...request, say }, records);
  const about = aboutOf(request);
  const titles = (): string[] => tableTitles(kind, columns, crs, say);
  const cells = (row: ExportRow) => tableCells(kind, row);
  const open: Readonly<
    Record<ExportFormat, () => Omit<Writer, 'end'> & { end: () => void | Promise<void> }>
  > = {
    csv: () => writeCsv(titles(), cells, sink),
    xlsx: () =>
      writeXlsx({ titles: titles(), cells, pieces: placePieces(request) }, about, say, sink),
    geojson: () => writeGeoJson(columns, about, sink),
    kml: () => writeKml(columns, about, sink),
    gpx: () => writeGpx(columns, about, say, sink),
    shapefile: () => writeShapefile(columns, about, say, sink, pace),
  };
  const writer = open[format]();
  let done = 0;
  for (const record of records) {
    writer.row({
      id: keyOf(record),
      name: nameOf<ExportKind>(kind, record),
      values: columns.map(({ read }) => read(record)),
      geometry: placeOf(record, crs),
    });
    if (++done % PORTION === 0) {
      onProgress?.(done, records.length);
      await pace();
    }
  }
  await writer.end();
  onProgress?.(done, records.length);
  return {
    name: fileNameOf(kind, format, request, demo),
    type: FORMATS[format].type,
    rows: done - writer.leftOut,
    leftOut: writer.leftOut,
  };
}

/** The district above all others is in every register already. */
export const isExported = <K extends ExportKind>(kind: K, record: RecordOf[K]): boolean =>
  kind !== 'district' || (record as RecordOf['district']).parentCode !== null;
