/** Records of one kind as points to draw. Text stays text: names go into labels and nothing else. */
import type { Feature, FeatureCollection, Point } from 'geojson';
import { halfwayAlong } from '../../core/geo/halfway.ts';
import { closureIsOver, symbolOf } from '../../core/symbols/index.ts';
import type { Marker, RecordOfSymbol, SymbolAge, SymbolState } from '../../core/symbols/index.ts';
import { nameOf } from '../../core/model/index.ts';
import type { Closure, Seconds } from '../../core/model/index.ts';
import { iconName } from '../symbols/icon-name.ts';
import type { MapLayer } from '../../state/session.ts';

interface PointProperties {
  id: string;
  kind: MapLayer;
  name: string;
  /** Theme- and language-free name of the symbol's image. */
  icon: string;
  state: SymbolState;
  age: SymbolAge;
  /** Larger is drawn later and keeps its label: people of a settlement, urgency of an incident. */
  weight: number;
}
export type PointFeature = Feature<Point, PointProperties>;

export interface Drawn<G extends FeatureCollection = FeatureCollection> {
  data: G;
  /** Server clock in ms from which the same records may look different. */
  holdsUntil: number;
}
type DrawnPoints = Drawn<FeatureCollection<Point, PointProperties>>;

export interface DrawingContext {
  now: number;
  maxAgeOf: (districtCode: string) => Seconds;
  marksOf: Marker;
}

function weightOf(record: RecordOfSymbol[MapLayer]): number {
  if ('title' in record)
    return (record.state === 'open' ? 10 : 0) + (record.level === null ? 0 : 5 - record.level);
  if ('people' in record) return record.people ?? 0;
  return 'capacity' in record ? (record.capacity ?? 0) : 0;
}

/** One record as a point; null when no place is known or it is over. */
export function pointFeature<K extends MapLayer>(
  kind: K,
  record: RecordOfSymbol[K],
  { now, maxAgeOf, marksOf }: DrawingContext,
): { feature: PointFeature; holdsUntil: number } | null {
  // A closed stretch of road carries its sign on the road.
  const [lng, lat] = (kind === 'closure' ? halfwayAlong(record.geometry) : null) ?? [
    record.lng,
    record.lat,
  ];
  if (lng === null || lat === null) return null;
  if (kind === 'closure' && closureIsOver(record as Closure, now)) return null;
  const facts = symbolOf(kind, record, { now, maxAge: maxAgeOf(record.districtCode) });
  return {
    holdsUntil: facts.holdsUntil,
    feature: {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lng, lat] },
      properties: {
        id: record.id,
        kind,
        name: nameOf<MapLayer>(kind, record),
        icon: iconName({ kind, ...facts, marks: marksOf(kind, record) }),
        state: facts.state,
        age: facts.age,
        weight: weightOf(record),
      },
    },
  };
}

/** Every record of a kind that has a place, in the order of the table. */
export function pointFeatures<K extends MapLayer>(
  kind: K,
  records: Iterable<RecordOfSymbol[K]>,
  context: DrawingContext,
): DrawnPoints {
  const features: PointFeature[] = [];
  let holdsUntil = Infinity;
  for (const record of records) {
    const drawn = pointFeature(kind, record, context);
    if (drawn === null) continue;
    features.push(drawn.feature);
    holdsUntil = Math.min(holdsUntil, drawn.holdsUntil);
  }
  return { data: { type: 'FeatureCollection', features }, holdsUntil };
}
