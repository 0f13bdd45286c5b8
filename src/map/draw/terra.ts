/** The drawing library, which comes only when somebody draws: lines, areas, and corners that are dragged. */
import type { Geometry, LineString, Point, Polygon, Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import {
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  ValidateNotSelfIntersecting,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { DrawTool } from '../../state/register.ts';

export interface Drawn {
  /** A line or an area was ended. As it stands on the map. */
  ended(geometry: Geometry): void;
  /** A line or an area is under way and this much of it can be seen; not more often than needed. */
  sketched(geometry: Geometry): void;
  /** The person dragged a corner or a shape and released it. */
  changed(geometry: Geometry): void;
}

type Part = Point | LineString | Polygon;

const MODES = { Point: 'point', LineString: 'linestring', Polygon: 'polygon' } as const;
/** The library refuses more decimals than these; they are a tenth of a millimetre. */
const DECIMALS = 1e9;

const round = (position: Position): Position =>
  position.slice(0, 2).map((value) => Math.round(value * DECIMALS) / DECIMALS);

/** The simple parts of a geometry, in order. */
function partsOf(geometry: Geometry): Part[] {
  switch (geometry.type) {
    case 'Point':
      return [{ type: 'Point', coordinates: round(geometry.coordinates) }];
    case 'LineString':
      return [{ type: 'LineString', coordinates: geometry.coordinates.map(round) }];
    case 'Polygon':
      return [
        { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(round)) },
      ];
    case 'MultiPoint':
      return geometry.coordinates.flatMap((coordinates) => partsOf({ type: 'Point', coordinates }));
    case 'MultiLineString':
      return geometry.coordinates.flatMap((coordinates) =>
        partsOf({ type: 'LineString', coordinates }),
      );
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((coordinates) =>
        partsOf({ type: 'Polygon', coordinates }),
      );
    case 'GeometryCollection':
      return geometry.geometries.flatMap(partsOf);
  }
}

/** Parts of one kind as the geometry they came from. */
function joined(parts: readonly Part[], type: Geometry['type']): Geometry | null {
  const [first] = parts;
  if (first === undefined) return null;
  if (!type.startsWith('Multi')) return first;
  return { type, coordinates: parts.map(({ coordinates }) => coordinates) } as Geometry;
}

/** While a hand is moving there is nothing to say; it is looked at when it rests this long. */
const SKETCH_EVERY_MS = 60;

/** What of an unfinished shape can close a road: a line with some length, an area with three corners. */
function sketchOf(geometry: Part | undefined): Geometry[] {
  if (geometry?.type === 'LineString') return isLong(geometry.coordinates) ? [geometry] : [];
  const ring = geometry?.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : [];
  return new Set(ring.map(String)).size >= 3 ? [{ type: 'Polygon', coordinates: [ring] }] : [];
}

const isLong = (line: readonly Position[]): boolean => new Set(line.map(String)).size >= 2;

/** Draw on the map with a tool, `before` being what is there; colours as the console's accent. Returns what ends it. */
export function drawOn(
  map: MapLibreMap,
  tool: Exclude<DrawTool, 'point' | 'road'>,
  before: Geometry | null,
  accent: `#${string}`,
  drawn: Drawn,
): () => void {
  const line = {
    lineStringColor: accent,
    lineStringWidth: 4,
    closingPointColor: accent,
    closingPointWidth: 7,
  } as const;
  const area = {
    fillColor: accent,
    fillOpacity: 0.2,
    outlineColor: accent,
    outlineWidth: 3,
    closingPointColor: accent,
    closingPointWidth: 7,
  } as const;
  const corner = { draggable: true, deletable: true, midpoints: true } as const;
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map }),
    modes: [
      new TerraDrawPointMode({ styles: { pointColor: accent, pointWidth: 8 } }),
      new TerraDrawLineStringMode({ styles: line }),
      new TerraDrawPolygonMode({
        styles: area,
        validation: (feature, { updateType }) =>
          updateType === 'finish' || updateType === 'commit'
            ? ValidateNotSelfIntersecting(feature)
            : { valid: true },
      }),
      new TerraDrawSelectMode({
        flags: {
          point: { feature: { draggable: true } },
          linestring: { feature: { draggable: true, coordinates: corner } },
          polygon: { feature: { draggable: true, coordinates: corner } },
        },
        styles: {
          selectedPointColor: accent,
          selectedPointWidth: 10,
          selectedLineStringColor: accent,
          selectedLineStringWidth: 4,
          selectedPolygonColor: accent,
          selectedPolygonOutlineColor: accent,
          selectionPointColor: accent,
          selectionPointWidth: 7,
          midPointColor: accent,
        },
      }),
    ],
  });
  draw.start();
  let ids: string[] = [];
  if (tool === 'change' && before !== null) {
    const added = draw.addFeatures(
      partsOf(before).map((geometry) => ({
        type: 'Feature',
        geometry,
        properties: { mode: MODES[geometry.type] },
      })),
    );
    ids = added.flatMap(({ id, valid }) => (valid && id !== undefined ? [String(id)] : []));
    draw.setMode('select');
    if (ids[0] !== undefined) draw.selectFeature(ids[0]);
  } else draw.setMode(tool === 'line' ? 'linestring' : 'polygon');

  let waiting: ReturnType<typeof setTimeout> | undefined;
  draw.on('change', () => {
    if (tool === 'change') return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      // Not only what changed last: a click changes the point that ends the line after the line itself.
      const sketch = draw.getSnapshot().flatMap(({ geometry }) => sketchOf(geometry as Part));
      if (sketch[0] !== undefined) drawn.sketched(sketch[0]);
    }, SKETCH_EVERY_MS);
  });
  draw.on('finish', (id, { action }) => {
    clearTimeout(waiting);
    if (action === 'draw') {
      const geometry = draw.getSnapshotFeature(id)?.geometry;
      if (geometry !== undefined) drawn.ended(geometry as Geometry);
      return;
    }
    const parts = ids.flatMap(
      (one) => (draw.getSnapshotFeature(one)?.geometry as Part | undefined) ?? [],
    );
    const geometry = before === null ? null : joined(parts, before.type);
    if (geometry !== null) drawn.changed(geometry);
  });
  return () => {
    clearTimeout(waiting);
    draw.stop();
  };
}
