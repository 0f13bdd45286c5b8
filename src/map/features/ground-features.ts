/** The local base map: districts and drawing data as the register holds them. */
import type { Feature, FeatureCollection, Geometry, Point, Polygon, Position } from 'geojson';
import type { BaseFeature, District, Settlement } from '../../core/model/index.ts';

interface GroundProperties {
  layer: BaseFeature['layer'];
  class: string;
  name: string;
}
type Ground = FeatureCollection<Geometry, GroundProperties>;

interface BoundaryProperties {
  level: District['level'];
  name: string;
}
type Boundaries = FeatureCollection<Geometry, BoundaryProperties>;

/** Everything that is not a place label. */
export function groundFeatures(base: Iterable<BaseFeature>): Ground {
  const features: Feature<Geometry, GroundProperties>[] = [];
  for (const { layer, class: of, name, geometry } of base) {
    if (layer === 'place' || geometry === null) continue;
    features.push({
      type: 'Feature',
      geometry,
      properties: { layer, class: of, name: name ?? '' },
    });
  }
  return { type: 'FeatureCollection', features };
}

/** Areas of the loaded districts. */
export function boundaryFeatures(districts: Iterable<District>): Boundaries {
  const features: Feature<Geometry, BoundaryProperties>[] = [];
  for (const { level, name, geometry } of districts) {
    if (geometry === null) continue;
    features.push({ type: 'Feature', geometry, properties: { level, name } });
  }
  return { type: 'FeatureCollection', features };
}

/** The world without these districts, to veil what is drawn beyond them; empty when none of them has an area. */
export function outsideFeatures(districts: Iterable<District>): FeatureCollection<Polygon> {
  const loaded = [...districts].filter(({ geometry }) => geometry !== null);
  const level = (['province', 'prefecture', 'county', 'township'] as const).find((wanted) =>
    loaded.some((district) => district.level === wanted),
  );
  const holes: Position[][] = [];
  for (const { geometry, level: at } of loaded) {
    if (at !== level) continue;
    if (geometry?.type === 'Polygon') holes.push(...geometry.coordinates.slice(0, 1));
    if (geometry?.type === 'MultiPolygon')
      for (const rings of geometry.coordinates) holes.push(...rings.slice(0, 1));
  }
  if (holes.length === 0) return { type: 'FeatureCollection', features: [] };
  const geometry: Polygon = { type: 'Polygon', coordinates: [WORLD, ...holes] };
  return { type: 'FeatureCollection', features: [{ type: 'Feature', geometry, properties: {} }] };
}

const WORLD: Position[] = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
];

interface PlaceProperties {
  /** county, town, village: decides size and from which zoom. */
  class: string;
  name: string;
}

const DISTRICT_CLASSES: Partial<Record<District['level'], string>> = {
  prefecture: 'county',
  county: 'county',
  township: 'town',
};

/** Names to write on the ground: places, then districts no place names already. A settlement labels itself. */
export function placeFeatures(
  base: Iterable<BaseFeature>,
  districts: Iterable<District>,
  settlements: Iterable<Settlement>,
): FeatureCollection<Point, PlaceProperties> {
  const features: Feature<Point, PlaceProperties>[] = [];
  const said = new Set<string>();
  for (const { name } of settlements) said.add(name);
  const say = (name: string | null, of: string, lng: number | null, lat: number | null): void => {
    if (name === null || lng === null || lat === null || said.has(name)) return;
    said.add(name);
    const geometry: Point = { type: 'Point', coordinates: [lng, lat] };
    features.push({ type: 'Feature', geometry, properties: { class: of, name } });
  };
  for (const { layer, class: of, name, lng, lat } of base)
    if (layer === 'place') say(name, of, lng, lat);
  for (const { level, name, lng, lat } of districts)
    say(name, DISTRICT_CLASSES[level] ?? '', lng, lat);
  return {
    type: 'FeatureCollection',
    features: features.filter(({ properties }) => properties.class !== ''),
  };
}
