/**
 * Several areas (or lines) with one id are parts of one record: an island and its mainland, a route cut by a river. They
 * are joined only when a person wants it, and only where the rows say the same: a count stands in one of them or alike in
 * all, so that nobody is counted twice and nobody is lost.
 */
import type { Geometry, Position } from 'geojson';
import { isArea, unionOf } from '../../geo/repair/repair.ts';
import type { PlacedRow } from '../place/candidate.ts';
import type { FileRead } from '../read-file.ts';
import type { ImportKind, ImportOptions, Warning } from '../types.ts';
import type { SourceRow } from '../../files/source-row.ts';
import type { Cell } from '../../text/cell.ts';
import { lineOrNull } from '../../text/clean.ts';

interface JoinedParts {
  rows: PlacedRow[];
  /** Rows whose geometry went into that of another one. */
  joined: { source: SourceRow; into: number }[];
  warning: Warning | null;
}

const ID_FIELDS: Readonly<Partial<Record<ImportKind, string>>> = { district: 'code' };

const isLine = (geometry: Geometry): boolean => /LineString$/.test(geometry.type);

/** Areas go with areas, lines with lines; several points are several places. */
function dimensionOf(geometry: Geometry | null): 1 | 2 | null {
  if (geometry === null) return null;
  if (isArea(geometry)) return 2;
  return isLine(geometry) ? 1 : null;
}

const textOf = (cell: Cell | undefined): string => lineOrNull(cell) ?? '';
const saysNothing = (text: string): boolean => text === '' || /^0+(?:\.0+)?$/.test(text);

/** One cell for all the parts; undefined where they contradict one another. */
function commonCell(cells: readonly (Cell | undefined)[]): Cell | undefined {
  const informative = cells.filter((cell) => !saysNothing(textOf(cell)));
  const [first] = informative;
  if (first === undefined) return cells.find((cell) => textOf(cell) !== '') ?? '';
  return informative.every((cell) => textOf(cell) === textOf(first)) ? first : undefined;
}

function joinedGeometry(parts: readonly Geometry[]): Geometry | null {
  const lines: Position[][] = [];
  const polygons: Position[][][] = [];
  for (const part of parts)
    if (part.type === 'LineString') lines.push(part.coordinates);
    else if (part.type === 'MultiLineString') lines.push(...part.coordinates);
    else if (part.type === 'Polygon') polygons.push(part.coordinates);
    else if (part.type === 'MultiPolygon') polygons.push(...part.coordinates);
  if (lines.length > 0) return { type: 'MultiLineString', coordinates: lines };
  // Parts that share a border or overlap are one area.
  const covered = unionOf(polygons);
  const [only, ...more] = covered ?? [];
  if (covered === null || only === undefined) return null;
  return more.length === 0
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: covered };
}

/** The whole that some rows are parts of; null where they contradict one another. */
function wholeOf(parts: readonly PlacedRow[], columns: readonly number[]): PlacedRow | null {
  const [first] = parts;
  if (first === undefined || new Set(parts.map(({ geometry }) => dimensionOf(geometry))).size > 1)
    return null;
  const cells = [...first.source.cells];
  for (const column of columns) {
    const common = commonCell(parts.map(({ source }) => source.cells[column]));
    if (common === undefined) return null;
    while (cells.length <= column) cells.push('');
    cells[column] = common;
  }
  const geometry = joinedGeometry(parts.flatMap(({ geometry: one }) => one ?? []));
  return geometry === null ? null : { ...first, source: { ...first.source, cells }, geometry };
}

/** Rows that are parts of one record: joined where a person wants it, else counted so that it can be offered. */
export function joinParts(
  placed: readonly PlacedRow[],
  file: FileRead,
  options: ImportOptions,
): JoinedParts {
  const none: JoinedParts = { rows: [...placed], joined: [], warning: null };
  const column = file.mapping.get(ID_FIELDS[options.kind] ?? 'externalId')?.column;
  if (column === undefined) return none;
  const groups = new Map<string, PlacedRow[]>();
  for (const row of placed) {
    const id = textOf(row.source.cells[column]);
    if (id === '' || dimensionOf(row.geometry) === null) continue;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [row]);
    else group.push(row);
  }
  const columns = [...file.mapping]
    .filter(([name]) => name !== 'wkt')
    .map(([, mapped]) => mapped.column);
  const wholes = new Map<PlacedRow, PlacedRow>();
  const into = new Map<PlacedRow, number>();
  for (const parts of groups.values()) {
    const [first, ...others] = parts;
    if (first === undefined || others.length === 0) continue;
    const whole = wholeOf(parts, columns);
    if (whole === null) continue;
    wholes.set(first, whole);
    for (const other of others) into.set(other, first.source.row);
  }
  if (wholes.size === 0) return none;
  const rows = [...wholes.keys(), ...into.keys()]
    .map(({ source }) => source.row)
    .sort((a, b) => a - b);
  const params = { count: rows.length, records: wholes.size };
  if (options.joinParts !== true)
    return { ...none, warning: { code: 'parts_of_one', params, rows: rows.slice(0, 1000) } };
  return {
    rows: placed.filter((row) => !into.has(row)).map((row) => wholes.get(row) ?? row),
    joined: [...into].map(([{ source }, first]) => ({ source, into: first })),
    warning: { code: 'parts_joined', params, rows: rows.slice(0, 1000) },
  };
}
