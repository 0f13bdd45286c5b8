import type { Geometry } from 'geojson';
import type { LngLat } from '../../model/index.ts';
import type { SourceRow } from '../../files/source-row.ts';

export interface PlacedRow {
  source: SourceRow;
  /** WGS-84; null where the kind may do without. */
  geometry: Geometry | null;
  /** The place as the file writes it, for keys; null = the texts of its two columns. */
  written: string | null;
}

/** A row with a place, before it is judged. */
export interface Candidate extends PlacedRow {
  geometry: Geometry;
  /** First place in the file's system, and in WGS-84. */
  from: readonly [x: number, y: number];
  at: LngLat;
  inRange: boolean;
}

/** Coordinates as messages show them. */
export const shown = (value: number): number => Number(value.toFixed(6));
