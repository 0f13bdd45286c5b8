/** Columns of a record as the database takes them back. */
import { fieldOf } from '../model/index.ts';
import { geometryOf } from './inputs.ts';

/** What a record holds in a column, as the database names it; geometry as GeoJSON, null = nothing known. */
export function valueOf(record: object, column: string): unknown {
  const fields = record as Readonly<Record<string, unknown>>;
  if (column === 'geom') return geometryOf(fields);
  // Where a team was last seen, which is not where it is based.
  if (column === 'position')
    return geometryOf({ lng: fields.positionLng, lat: fields.positionLat });
  return fields[fieldOf(column)] ?? null;
}
