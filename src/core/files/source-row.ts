/** What readers hand on: rows as a file has them, why one cannot be read, and what a reader has to say of the file. */
import type { Cell } from '../text/cell.ts';

export type Params = Readonly<Record<string, string | number>>;

/** Why a row cannot be read: every one has a text in src/messages. */
export const ROW_FAULTS = [
  'unreadable_coordinate',
  'bad_geometry',
  'unbalanced_quotes',
  'too_many_cells',
  'cell_too_large',
  'invalid_json',
  'not_a_feature',
] as const;

export interface RowFault {
  reason: (typeof ROW_FAULTS)[number];
  params: Params;
}

/** One data line or feature as the file has it. */
export interface SourceRow {
  /** 1-based feature or data line. */
  row: number;
  /** Aligned with the file's columns; shorter when the row ends early. */
  cells: Cell[];
  /** `undefined`: the format has no geometry of its own (CSV). Unchecked: whatever the file holds. */
  geometry: unknown;
  /** GeoJSON `id` member. */
  id: string | number | null;
  /** Columns, 0-based, whose cells are formulas that nobody calculated: their values are not in the file. */
  uncalculated?: readonly number[];
  /** Why the row cannot be read at all. */
  fault: RowFault | null;
  /** What goes back into a rejects file: the cells of a line, or the feature. */
  raw: readonly string[] | object;
}

/** What a person should know of how a file was read: every one has a text in src/messages. */
type FileNoteCode =
  | 'encoding_file_wrong'
  | 'sheet_chosen'
  | 'sheet_used'
  | 'layer_chosen'
  | 'folder_chosen'
  | 'layer_used'
  | 'layers_joined'
  | 'remark_columns'
  | 'header_lines_joined'
  | 'merged_cells_filled'
  | 'note_lines_skipped'
  | 'error_cells'
  | 'uncalculated_cells'
  | 'deleted_rows_skipped'
  | 'text_cut'
  | 'attributes_missing'
  | 'rows_unpaired'
  | 'crs_missing'
  | 'links_ignored'
  | 'elements_ignored'
  | 'mixed_geometries'
  | 'archive_others_ignored';

export interface FileNote {
  code: FileNoteCode;
  params: Params;
  /** Rows concerned, ascending, at most a thousand. */
  rows?: readonly number[];
}

export type FileFormat =
  | 'csv'
  | 'geojson'
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'shapefile'
  | 'geopackage'
  | 'kml'
  | 'gpx'
  | 'tcx'
  | 'flatgeobuf'
  | 'dbf';

/** A sheet of a workbook, a layer of a container. */
export interface LayerInfo {
  name: string;
  /** Rows as the container states them, where it does. */
  rows?: number;
  /** Kind of geometry as the container states it. */
  geometry?: string;
}

/** A file that belongs to another by its name. */
export interface Companion {
  name: string;
  bytes: Uint8Array;
}
