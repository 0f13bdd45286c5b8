/** A record as it would be if what is being written were saved: what the map shows of it before it is. */
import type { Geometry, Position } from 'geojson';
import { fieldOf, nameColumnOf } from '../model/index.ts';
import type { RecordOf } from '../model/index.ts';
import { SCHEMA } from '../schema/index.ts';
import type { RegisterKind } from '../schema/index.ts';
import type { Inputs } from './inputs.ts';

/** Some position of a geometry: the middle one of its first part; null when it has none. */
export function somePosition(geometry: Geometry): Position | null {
  if (geometry.type === 'GeometryCollection') {
    const [first] = geometry.geometries;
    return first === undefined ? null : somePosition(first);
  }
  let inner: unknown = geometry.coordinates;
  while (Array.isArray(inner) && Array.isArray(inner[0]))
    inner = inner[Math.floor(inner.length / 2)] as unknown;
  return Array.isArray(inner) && inner.length >= 2 ? (inner as Position) : null;
}

/** What the database would put where nothing is said. */
function blank(kind: RegisterKind): Record<string, unknown> {
  return Object.fromEntries(
    SCHEMA[kind].columns.map(({ name, type, form, default: given }) => {
      if (type === 'texts' || form === 'equipment') return [fieldOf(name), []];
      if (form === 'suitability') return [fieldOf(name), {}];
      if (form === 'event-kind') return [fieldOf(name), 'other_natural'];
      if (form === 'event-class') return [fieldOf(name), 'natural'];
      return [fieldOf(name), given === undefined || given === 'computed' ? null : given];
    }),
  );
}

/** `base` null = a new record. Its observation is undated, because nobody has recorded it yet. */
export function sketchRecord<K extends RegisterKind>(
  kind: K,
  id: string,
  base: RecordOf[K] | null,
  inputs: Inputs,
): RecordOf[K] {
  const geometry = (inputs.geom ?? null) as Geometry | null;
  const [lng = null, lat = null] = geometry === null ? [] : (somePosition(geometry) ?? []);
  const name = inputs[nameColumnOf(kind)];
  return {
    ...(base ?? blank(kind)),
    ...(typeof name === 'string' ? { [nameColumnOf(kind)]: name } : {}),
    id,
    observedAt: null,
    lng,
    lat,
    geometry: geometry?.type === 'Point' ? null : geometry,
  } as unknown as RecordOf[K];
}
