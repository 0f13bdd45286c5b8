/** GeoJSON text to rows: one per feature, with its properties as columns. */
import { FileFailure } from '../failure.ts';
import type { SourceRow } from '../source-row.ts';
import type { Cell } from '../../text/cell.ts';
import { Columns } from '../columns.ts';
import type { RowSource } from '../row-source.ts';
import { splitFeatures } from './split-features.ts';

/** Largest feature read, in characters. */
const FEATURE_LIMIT = 256 * 1024 * 1024;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idOf = ({ id }: Record<string, unknown>): string | number | null =>
  typeof id === 'string' || typeof id === 'number' ? id : null;

const GEOMETRY_TYPES = /^(Multi)?(Point|LineString|Polygon)$|^GeometryCollection$/;

/** JSON.parse that forgives NaN and Infinity, which some programs write although JSON has no such numbers. */
function parseLeniently(text: string): { value: unknown; nan: boolean } | null {
  try {
    return { value: JSON.parse(text), nan: false };
  } catch {
    if (!/\b(NaN|Infinity)\b/.test(text) || text.length > FEATURE_LIMIT) return null;
  }
  try {
    const outsideStrings = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;
    const plain = text.replace(outsideStrings, (token) => (token.startsWith('"') ? token : 'null'));
    return { value: JSON.parse(plain), nan: true };
  } catch {
    return null;
  }
}

/** Rows of a GeoJSON text. The head (crs, name) may follow the features, so it is complete only after the last row. */
export function openGeoJson(text: AsyncIterable<string>): RowSource {
  const columns = new Columns();
  const head: Record<string, unknown> = {};
  const nanRows: number[] = [];
  const source: RowSource = {
    format: 'geojson',
    columns: columns.names,
    delimiter: null,
    header: true,
    titleLines: 0,
    mixedDelimiters: [],
    nanRows,
    truncated: false,
    isRejectsFile: false,
    head,
    layers: [],
    layer: null,
    notes: [],
    batches: readAll(),
  };
  let row = 0;

  function toRow(value: unknown): SourceRow {
    row++;
    const fault = (reason: 'invalid_json' | 'not_a_feature'): SourceRow => ({
      row,
      cells: [],
      geometry: null,
      id: null,
      fault: { reason, params: {} },
      raw: isObject(value)
        ? value
        : { type: 'Feature', properties: { text: String(value).slice(0, 1000) }, geometry: null },
    });
    if (!isObject(value)) return fault('not_a_feature');
    const type = value.type;
    const bare = typeof type === 'string' && GEOMETRY_TYPES.test(type);
    // An object that is neither: its own members are the cells, unless it has those of a feature.
    const plain = type !== 'Feature' && !bare;
    if (plain && type !== undefined && !isObject(value.properties) && 'geometry' in value)
      return fault('not_a_feature');
    const cells = bare ? [] : cellsOf(plain && !('properties' in value) ? value : value.properties);
    if (bare) return { row, cells, geometry: value, id: idOf(value), fault: null, raw: value };
    const geometry = plain && !('geometry' in value) ? undefined : (value.geometry ?? null);
    const id = plain ? null : idOf(value);
    return { row, cells, geometry, id, fault: null, raw: value };
  }

  function cellsOf(properties: unknown): Cell[] {
    const cells: Cell[] = [];
    if (isObject(properties))
      for (const name of Object.keys(properties))
        cells[columns.indexOf(name)] = properties[name] as Cell;
    return cells;
  }

  function fromText(part: string): SourceRow {
    const parsed = part.length > FEATURE_LIMIT ? null : parseLeniently(part);
    if (parsed === null) {
      row++;
      const raw = { type: 'Feature', properties: { text: part.slice(0, 10000) }, geometry: null };
      return {
        row,
        cells: [],
        geometry: null,
        id: null,
        fault: { reason: 'invalid_json', params: {} },
        raw,
      };
    }
    const made = toRow(parsed.value);
    if (parsed.nan) nanRows.push(made.row);
    return made;
  }

  async function* readAll(): AsyncGenerator<SourceRow[]> {
    const splitter = splitFeatures();
    let heads = 0;
    const collect = (): SourceRow[] => {
      const rows: SourceRow[] = [];
      for (const part of splitter.heads.slice(heads)) {
        const single = readHead(part, head);
        if (single !== undefined) rows.push(toRow(single));
      }
      heads = splitter.heads.length;
      return rows;
    };
    for await (const chunk of text) {
      const rows = splitter.push(chunk).map(fromText);
      rows.push(...collect());
      if (rows.length > 0) yield rows;
    }
    const { rest, truncated } = splitter.end();
    source.truncated = truncated;
    const last = collect();
    if (rest !== null) last.push(fromText(rest));
    if (last.length > 0) yield last;
  }

  return source;
}

/** Keeps a collection's own members; gives back the object when it is itself a feature. */
function readHead(text: string, head: Record<string, unknown>): unknown {
  const value = parseLeniently(text)?.value;
  if (!isObject(value)) throw new FileFailure('not_geojson', { start: text.slice(0, 60) });
  if (Array.isArray(value.features)) {
    for (const [name, member] of Object.entries(value))
      if (name !== 'features') head[name] = member;
    return undefined;
  }
  if (value.type === 'Topology') throw new FileFailure('not_geojson', { start: 'TopoJSON' });
  return value;
}
