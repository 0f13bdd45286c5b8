/** What tables (CSV, XLSX) have besides the fields: the place in columns of its own. */
import { placeCells } from './geometry.ts';
import type { CellValue, ExportColumn, ExportCrs, ExportKind, ExportRow, Say } from './types.ts';

const PLACELESS: ReadonlySet<ExportKind> = new Set(['stock_lot', 'contact']);

/** Column titles with the place before the remarks about the file; in GCJ-02 the titles of the place say so. */
export function tableTitles(
  kind: ExportKind,
  columns: readonly ExportColumn[],
  crs: ExportCrs,
  say: Say,
): string[] {
  const titles = columns.map(({ title }) => title);
  if (PLACELESS.has(kind)) return titles;
  const places =
    crs === 'gcj02'
      ? [
          say('exporter.column.lngGcj02'),
          say('exporter.column.latGcj02'),
          say('exporter.column.wktGcj02'),
        ]
      : [say('exporter.column.lng'), say('exporter.column.lat'), say('exporter.column.wkt')];
  return [...titles, ...places];
}

export const tableCells = (kind: ExportKind, { values, geometry }: ExportRow): CellValue[] =>
  PLACELESS.has(kind) ? [...values] : [...values, ...placeCells(geometry)];
