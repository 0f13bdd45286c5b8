/** A look at a file for a person who is about to import it: what it was understood to be, without planning its rows. */
import type { Feature, Geometry } from 'geojson';
import { checkPlaces } from './check-places.ts';
import { readFile } from './read-file.ts';
import type { FileRead } from './read-file.ts';
import { SAMPLE_ROWS, samplesOf } from './samples.ts';
import { wholeInput } from '../files/whole-input.ts';
import type { FileInput } from '../files/whole-input.ts';
import type { ImportOptions, Warning } from './types.ts';
import type { FileFormat, LayerInfo } from '../files/source-row.ts';
import { textOf } from '../text/clean.ts';

interface InspectOptions extends ImportOptions {
  /** Rows to look at; default 1000. Infinity reads the whole file. */
  most?: number;
  /** Features to give back for a map; default 200. */
  samples?: number;
}

interface InspectedColumn {
  /** 1-based, as `map` takes it. */
  column: number;
  name: string;
  /** The field it fills, if any, and who decided that. */
  field: string | null;
  by: 'person' | 'title' | 'values' | null;
  /** Different values of the first rows, as text. */
  samples: string[];
}

interface Inspection {
  format: FileFormat;
  encoding: string;
  /** false: the encoding is the likeliest of several. */
  sure: boolean;
  delimiter: string | null;
  header: boolean;
  layers: readonly LayerInfo[];
  layer: string | null;
  /** Rows looked at, and whether these were all. */
  rows: number;
  complete: boolean;
  columns: InspectedColumn[];
  crs: {
    name: string;
    /** The file (or the person) says so. */
    stated: boolean;
    /** What the numbers look more like. */
    suggestion: string | null;
  };
  /** How many of the rows are which. `refused`: their place cannot be right. */
  geometry: { points: number; lines: number; areas: number; none: number; refused: number };
  /** The first rows with a place, WGS-84, with their row number and name. */
  sample: Feature[];
  warnings: Warning[];
}

function columnsOf({ columns, mapping, ownWidth, rows }: FileRead): InspectedColumn[] {
  const fieldAt = new Map([...mapping].map(([field, { column, by }]) => [column, { field, by }]));
  const first = rows.slice(0, SAMPLE_ROWS);
  return columns.slice(0, ownWidth).map((name, i) => ({
    column: i + 1,
    name,
    field: fieldAt.get(i)?.field ?? null,
    by: fieldAt.get(i)?.by ?? null,
    samples: samplesOf(first.map(({ cells }) => cells[i])),
  }));
}

function kindOf({ type }: Geometry): 'points' | 'lines' | 'areas' {
  if (type.endsWith('Polygon')) return 'areas';
  return type.endsWith('LineString') ? 'lines' : 'points';
}

/** Understand a file without planning its rows. @throws FileFailure when it cannot be read as a whole */
export async function inspectFile(input: FileInput, options: InspectOptions): Promise<Inspection> {
  const { most = 1000, samples = 200 } = options;
  const file = await readFile(wholeInput(input), options, most);
  const { source } = file;
  const complete = file.rows.length < most;
  const rows = complete ? file.rows : file.rows.slice(0, most);
  const geometry = { points: 0, lines: 0, areas: 0, none: 0, refused: 0 };
  const readable = rows.filter(({ fault }) => fault === null);
  geometry.refused += rows.length - readable.length;
  const places = checkPlaces(readable, file, options, (_, { reason }) => {
    if (reason === 'no_place') geometry.none++;
    else geometry.refused++;
  });
  const nameAt = file.mapping.get('name')?.column;
  const sample: Feature[] = [];
  for (const { geometry: place, source: row } of places.rows) {
    if (place === null) {
      geometry.none++;
      continue;
    }
    geometry[kindOf(place)]++;
    if (sample.length >= samples) continue;
    const name = nameAt === undefined ? '' : textOf(row.cells[nameAt]);
    sample.push({ type: 'Feature', geometry: place, properties: { row: row.row, name } });
  }
  const suggestion = places.warnings.find(({ code }) => code === 'crs_suggested')?.params
    .suggestion;
  return {
    format: source.format,
    encoding: file.encoding,
    sure: !file.warnings.some(({ code }) => code === 'encoding_unsure'),
    delimiter: source.delimiter,
    header: source.header,
    layers: source.layers,
    layer: source.layer,
    rows: rows.length,
    complete,
    columns: columnsOf(file),
    crs: {
      name: places.crs,
      stated: options.crs !== undefined || source.head.crs !== undefined,
      suggestion: suggestion === undefined ? null : String(suggestion),
    },
    geometry,
    sample,
    warnings: [...file.warnings, ...places.warnings],
  };
}
