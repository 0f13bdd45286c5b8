/** Rows of formats whose features carry properties and a geometry: the same form for all of them. */
import { FileFailure } from './failure.ts';
import { LIMITS } from './limits.ts';
import type { RowFault, SourceRow } from './source-row.ts';
import type { Cell } from '../text/cell.ts';
import { Columns } from './columns.ts';

/** Makes rows out of features and numbers them. */
export class FeatureRows {
  readonly columns = new Columns();
  private row = 0;

  /**
   * @param cells aligned with `columns`; unknown places stay holes.
   * @param geometry GeoJSON, unchecked, in the file's own system; null = none.
   */
  make(
    cells: Cell[],
    geometry: unknown,
    fault: RowFault | null = null,
    id: string | number | null = null,
  ): SourceRow {
    if (++this.row > LIMITS.rows) throw new FileFailure('too_many_rows', { limit: LIMITS.rows });
    const names = this.columns.names;
    if (names.length > LIMITS.columns)
      throw new FileFailure('too_many_columns', { count: names.length, limit: LIMITS.columns });
    let why = fault;
    for (let i = 0; i < cells.length && why === null; i++) {
      const cell = cells[i];
      if (typeof cell === 'string' && cell.length > LIMITS.cellCharacters)
        why = {
          reason: 'cell_too_large',
          params: { column: names[i] ?? i + 1, limit: LIMITS.cellCharacters },
        };
    }
    return {
      row: this.row,
      cells,
      geometry,
      id,
      fault: why,
      raw: new RawFeature(names, cells, geometry),
    };
  }

  get count(): number {
    return this.row;
  }
}

/** A feature as GeoJSON, put together only when somebody asks for it (a rejects file): most rows are never asked. */
class RawFeature {
  readonly type = 'Feature';
  readonly #names: readonly string[];
  readonly #cells: readonly Cell[];
  readonly #geometry: unknown;

  constructor(names: readonly string[], cells: readonly Cell[], geometry: unknown) {
    this.#names = names;
    this.#cells = cells;
    this.#geometry = geometry;
  }

  get properties(): Record<string, Cell> {
    const properties: Record<string, Cell> = {};
    this.#names.forEach((name, i) => {
      const cell = this.#cells[i];
      if (name !== '' && cell !== undefined && cell !== null) properties[name] = cell;
    });
    return properties;
  }

  get geometry(): unknown {
    return this.#geometry ?? null;
  }

  /** Getters are not own properties: this is what JSON and a copy see. */
  toJSON(): object {
    return { type: this.type, properties: this.properties, geometry: this.geometry };
  }
}
