/**
 * The draw order of the whole map, first drawn first, in one array. Nothing is drawn that does not stand here; a
 * configured base map comes in where CONFIGURED stands, the lines of the answer below ANSWER_BELOW.
 */
import type { LayerSpecification } from 'maplibre-gl';
import { BAND_LAYERS, BAND_WORDS } from './band-layers.ts';
import { CLOSED_LAYERS } from './closed-layers.ts';
import { ACTIVE_LAYERS, ACTIVE_WORDS } from './area-layers.ts';
import { FOCUS_LAYERS, FOCUS_SHAPE_LAYERS } from './focus-layers.ts';
import { BOUNDARY_LAYERS, GROUND_LAYERS } from './ground-layers.ts';
import { GAP_LAYERS } from './gap-layers.ts';
import { dimmed, stepsBack } from './dimmed.ts';
import { isShown } from '../style/layer.ts';
import type { DrawnLayer, Look } from '../style/layer.ts';
import { NAME_LAYERS } from './name-layers.ts';
import { POINT_LAYERS, SETTLEMENT_LAYERS } from './point-layers.ts';
import { ROAD_LAYERS } from './road-layers.ts';
import { SAMPLE_LAYERS } from './sample-layers.ts';
import { AREA_LAYERS, LINE_LAYERS } from './shape-layers.ts';

/** The slot of a configured base map: over the local ground, which shows through where a tile does not come. */
export const CONFIGURED = 'configured';

export const DRAW_ORDER: readonly (DrawnLayer | typeof CONFIGURED)[] = [
  ...GROUND_LAYERS,
  ...ROAD_LAYERS,
  CONFIGURED,
  ...BOUNDARY_LAYERS,
  ...BAND_LAYERS,
  ...AREA_LAYERS,
  ...ACTIVE_LAYERS,
  ...BAND_WORDS,
  ...NAME_LAYERS,
  ...SETTLEMENT_LAYERS,
  ...LINE_LAYERS,
  ...CLOSED_LAYERS,
  ...ACTIVE_WORDS,
  ...FOCUS_SHAPE_LAYERS,
  ...POINT_LAYERS,
  ...SAMPLE_LAYERS,
  ...GAP_LAYERS,
  ...FOCUS_LAYERS,
];

/** deck.gl's lines to the candidates are drawn just below this layer: over the roads, under every symbol. */
export const ANSWER_BELOW = FOCUS_SHAPE_LAYERS[0]?.id ?? '';

/** Layers whose records a pointer can hit, the uppermost first. */
export const HIT_LAYERS: readonly string[] = DRAW_ORDER.flatMap((layer) =>
  layer !== CONFIGURED && layer.hit ? [layer.id] : [],
).reverse();

/** Every layer in draw order as MapLibre takes it, for one look; `configured` are the layers of a configured base map. */
export function drawnLayers(
  look: Look,
  configured: readonly LayerSpecification[],
): LayerSpecification[] {
  return DRAW_ORDER.flatMap((layer): LayerSpecification[] => {
    if (layer === CONFIGURED) return [...configured];
    const full = { id: layer.id, ...layer.draw(look) } as LayerSpecification;
    const spec = look.answering && stepsBack(layer) ? dimmed(full) : full;
    const visibility = isShown(layer, look) ? 'visible' : 'none';
    return [{ ...spec, layout: { ...spec.layout, visibility } } as LayerSpecification];
  });
}
