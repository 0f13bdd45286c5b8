/** What of the records is more than a point: affected areas, evacuation routes, stretches of closed road. */
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { closureIsOver, symbolOf } from '../../core/symbols/index.ts';
import type { RecordOfSymbol, SymbolAge, SymbolState } from '../../core/symbols/index.ts';
import { nameOf } from '../../core/model/index.ts';
import type { Closure } from '../../core/model/index.ts';
import type { MapLayer } from '../../state/session.ts';
import type { Drawn, DrawingContext } from './point-features.ts';

interface ShapeProperties {
  id: string;
  kind: MapLayer;
  name: string;
  state: SymbolState;
  age: SymbolAge;
}
type Shapes = FeatureCollection<Geometry, ShapeProperties>;

/** The lines and areas of every record of a kind, in the order of the table. */
export function shapeFeatures<K extends MapLayer>(
  kind: K,
  records: Iterable<RecordOfSymbol[K]>,
  { now, maxAgeOf }: Pick<DrawingContext, 'now' | 'maxAgeOf'>,
): Drawn<Shapes> {
  const features: Feature<Geometry, ShapeProperties>[] = [];
  let holdsUntil = Infinity;
  for (const record of records) {
    const { geometry } = record;
    if (geometry === null || geometry.type === 'Point' || geometry.type === 'MultiPoint') continue;
    if (kind === 'closure' && closureIsOver(record as Closure, now)) continue;
    const facts = symbolOf(kind, record, { now, maxAge: maxAgeOf(record.districtCode) });
    holdsUntil = Math.min(holdsUntil, facts.holdsUntil);
    const name = nameOf<MapLayer>(kind, record);
    features.push({
      type: 'Feature',
      geometry,
      properties: { id: record.id, kind, name, state: facts.state, age: facts.age },
    });
  }
  return { data: { type: 'FeatureCollection', features }, holdsUntil };
}
